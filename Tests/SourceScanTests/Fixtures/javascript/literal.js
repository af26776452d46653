async function requestCallback(token, phone, priority) {
  const response = await fetch(`https://api.${process.env.REGION}/api/v2/flows/executions`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${token}` },
    body: JSON.stringify({
      flowId: '5d1f0c52-83b1-4a67-9a0c-0e6c7b1d2f34',
      inputData: {
        'Flow.callerNumber': phone,
        "Flow.priority": priority ?? 5,
        'Flow.note': undefined,
        'Flow.reason': null,
        [`Flow.${'urgent'}`]: false,
      },
    }),
  });
  return response.json();
}
