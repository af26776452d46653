body=$(jq -n --arg phone "$1" '{flowId: env.FLOW_ID, inputData: {"Flow.phone": $phone}}')
curl -d "$body" $'https://api.mypurecloud.ie/api/v2/flows/executions'
