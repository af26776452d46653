const { DELIVERY_FLOW } = require('./flows');
const CALLBACK_FLOW = '5d1f0c52-83b1-4a67-9a0c-0e6c7b1d2f34';
const FLOWS = {
  survey: 'a2b9c0d1-4e5f-4a6b-8c7d-9e0f1a2b3c4d',
  refund: 'b3c0d1e2-5f60-4b7c-9d8e-0f1a2b3c4d5e',
};

export async function callback(api, phone) {
  await api.postFlowsExecutions({ flowId: CALLBACK_FLOW, inputData: { 'Flow.phone': phone } });
}

export async function survey(api, mail) {
  const body = { flowId: FLOWS.survey, inputData: { 'Flow.mail': mail } };
  await api.postFlowsExecutions(body);
}

export async function deliver(api, order) {
  await api.postFlowsExecutions({ flowId: DELIVERY_FLOW, inputData: { 'Flow.order': order } });
}

export async function settings(api, order) {
  await api.postFlowsExecutions({ flowId: process.env.ORDER_FLOW_ID, inputData: { 'Flow.order': order } });
}

export async function refund(api, flowId, order) {
  await api.postFlowsExecutions({ flowId, inputData: { 'Flow.order': order } });
}
