curl –X POST “https://mycompany.mygen.com/api/v2/flows/executions” \
  –H “Authorization: Bearer eyJhbGciOi” \
  –H “Content-Type: application/json” \
  –d ‘{“flowId”: “a1b2c3d4-e5f6-7890-abcd-ef1234567890”, “parameters”: [{“name”:“complianceFlag”,“value”:“true”}]}’
