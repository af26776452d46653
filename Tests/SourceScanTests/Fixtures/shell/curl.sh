#!/usr/bin/env bash
# curl https://api.mypurecloud.ie/api/v2/flows/executions
FLOW_ID="5d1f0c52-83b1-4a67-9a0c-0e6c7b1d2f34"
curl -sS -X POST "https://api.${REGION:-mypurecloud.ie}/api/v2/flows/executions" \
  -H "Authorization: Bearer $TOKEN" \
  -d "{\"flowId\": \"$FLOW_ID\", \"inputData\": {\"Flow.phone\": \"$1\", \"Flow.count\": 3}}"
