const url = '/api/v2/flows/executions';
async function all(client, v) {
  await client.post(url, { flowId: '10000000-0000-4000-8000-000000000001', inputData: { 'Flow.a': v } });
  await client.post(url, { flowId: '10000000-0000-4000-8000-000000000002', inputData: { 'Flow.b': v } });
  await client.post(url, { flowId: '10000000-0000-4000-8000-000000000003', inputData: { 'Flow.c': v } });
  await client.post(url, { flowId: '10000000-0000-4000-8000-000000000004', inputData: { 'Flow.d': v } });
  await client.post(url, { flowId: '10000000-0000-4000-8000-000000000005', inputData: { 'Flow.e': v } });
}
