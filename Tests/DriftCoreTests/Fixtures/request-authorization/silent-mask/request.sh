curl -X POST 'https://api.mypurecloud.ie/api/v2/flows/executions' \
  -H 'Authorization: ••••••' \
  -H 'Content-Type: application/json' \
  --data-raw '{"flowId": "{{flowId}}", "inputData": {"Flow.callerNumber": "+353123456789"}}'
