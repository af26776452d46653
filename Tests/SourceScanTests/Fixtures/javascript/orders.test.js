describe('orders', () => {
  it('launches', async () => {
    await client.post('https://localhost/api/v2/flows/executions', {
      flowId: '10000000-0000-4000-8000-000000000001',
      inputData: { 'Flow.a': 1 },
    });
  });
});
