export const launch = (a, b) =>
  fetch('/api/v2/flows/executions', {
    method: 'POST',
    body: '{"flowId":"5d1f0c52-83b1-4a67-9a0c-0e6c7b1d2f34","inputData":{"Flow.a":' + a + ',"Flow.b":' + b + '}}',
  });
