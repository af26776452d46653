const FLOW_NAME = 'Callback Request';
export async function go(flows: FlowIndex, client: Client, phone: string) {
  const flow = await flows.find(FLOW_NAME);
  await client.postFlowsExecutions({ flowId: flow.id, inputData: { 'Flow.phone': phone } });
}
