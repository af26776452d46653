launch() {
  curl -X POST "$BASE"/api/v2/flows/executions -d @- <<EOF
{"flowId": "$CALLBACK_FLOW_ID", "inputData": {"Flow.phone": "$1"}}
EOF
}
curl "$BASE/api/v2/flows/executions/$id"
