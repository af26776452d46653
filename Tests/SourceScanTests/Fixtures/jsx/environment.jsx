export const run = (phone) => api.postFlowsExecutions({ flowId: process.env.REACT_APP_FLOW, inputData: { 'Flow.phone': phone } });
