curl -X POST 'https://api.mypurecloud.ie/api/v2/flows/executions' \
  -H @authorization.txt \
  -H 'Content-Type: text/plain' \
  --data-raw '{ "flowId": "{{flowId}}", "inputData": { "Flow.callerNumber": "+353123456789" } }'
