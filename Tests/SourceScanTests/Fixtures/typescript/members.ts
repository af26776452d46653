export const api = {
  launchFlow: (body: LaunchBody) => request<Launch>('POST', '/api/v2/flows/executions', body),
  launchOne: async () => {
    return request('POST', '/api/v2/flows/executions', { flowId: '5d1f0c52-83b1-4a67-9a0c-0e6c7b1d2f34', inputData: { 'Flow.q': 1 } });
  },
};
const INPUTS = { phone: 'Flow.phone' };
async function x() {
  const flowId = await getFlowId('Callback Request');
  const { data } = await axios({ method: 'post', url: `https://api.${env}/api/v2/flows/executions`, data: { flowId, inputData: { [INPUTS.phone]: p } } });
}
