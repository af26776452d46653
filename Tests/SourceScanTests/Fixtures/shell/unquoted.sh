#!/bin/sh
# A variable's name is no part of an address.
curl -X POST $API/api/v2/flows/executions -d '{"flowId": "7a1c3b52-1c1f-4d0e-9b43-0a4fd2a1f101", "inputData": {"Flow.orderNumber": "A-1"}}'
curl -X POST $API/api/v2/flows/exe$cutions
curl $API/api/v2/flows/executions/$EXECUTION_ID
