import platformClient, { Models } from 'purecloud-platform-client-v2';

const FLOW_ID: string = '5d1f0c52-83b1-4a67-9a0c-0e6c7b1d2f34';

export async function start(api: platformClient.ArchitectApi, phone: string): Promise<string | undefined> {
  const body: Models.FlowExecutionLaunchRequest = {
    flowId: FLOW_ID,
    inputData: { 'Flow.callerNumber': phone, 'Flow.tags': ['a', 'b'] as const },
  };
  const execution = await api.postFlowsExecutions(body);
  return execution.id;
}
