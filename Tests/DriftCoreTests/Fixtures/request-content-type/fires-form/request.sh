curl -X POST 'https://api.mypurecloud.ie/api/v2/flows/executions' \
  -H "Authorization: Bearer $TOKEN" \
  -F 'flowId={{flowId}}'
