curl -X POST '{{host}}/api/v2/flows/executions' \
  -H "Authorization: Bearer $TOKEN" \
  -H 'Content-Type: application/json' \
  --data-raw '{ "flowId": "{{flowId}}", "inputData": { "Flow.callerNumber": "+353123456789" } }'
