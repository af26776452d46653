import { ArchitectApi } from 'purecloud-platform-client-v2';

const CALLBACK_REQUEST = '0d6b52aa-7f63-4f0e-9d4b-3f1f5a0c9b21';

export async function requestCallback(customer) {
  const body = {
    flowId: CALLBACK_REQUEST,
    inputData: {
      'Flow.callerNumber': customer.phone,
      'Flow.priorty': customer.isGold ? 1 : 5,
    },
  };
  return new ArchitectApi().postFlowsExecutions(body);
}
