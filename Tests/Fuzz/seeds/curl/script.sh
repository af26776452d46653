A=https://a
B='{"flowId":"x"}'
cat <<E | curl "$A/api/v2/flows/executions" -d @-
{"flowId":"$A"}
E
sh -c "curl $A/api/v2/flows/executions -d \"$(cat <<E
{}
E
)\""
http POST :/api/v2/flows/executions flowId=a inputData[b]:=1
wget --post-data="$B" $A/api/v2/flows/executions
