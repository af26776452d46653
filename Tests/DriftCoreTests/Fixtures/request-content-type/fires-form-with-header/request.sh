curl -X POST 'https://api.mypurecloud.ie/api/v2/flows/executions' \
  -H "Authorization: Bearer $TOKEN" \
  -H 'Content-Type: application/json' \
  -F 'flowId={{flowId}}'
