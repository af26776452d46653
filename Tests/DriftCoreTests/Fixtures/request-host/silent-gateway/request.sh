curl -X PUT 'http://orders.example.org/start' \
  -H 'Content-Type: application/json' \
  --data-raw '{ "parameters": { "Flow.orderId": "4711" } }'
