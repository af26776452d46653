curl -X POST 'https://api.mypurecloud.de/api/v2/flows/executions' \
  -H "Authorization: Bearer $TOKEN" \
  -H 'Content-Type: application/json' \
  --data-raw '{ "flowId": "0d6b52aa-7f63-4f0e-9d4b-3f1f5a0c9b21", "inputData": { "Flow.callerNumber": "+353123456789" } }'
