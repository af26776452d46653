cat > body.json <<'JSON'
{"flowId": "7d1f0c52-83b1-4a67-9a0c-0e6c7b1d2f34", "inputData": {"Flow.b": 1}}
JSON
http POST https://api.mypurecloud.ie/api/v2/flows/executions?x=1 < body.json
