export const launch = () => api.postFlowsExecutions({
  flowId: '5d1f0c52-83b1-4a67-9a0c-0e6c7b1d2f34',
  inputData: { 'Flow.\u{67}roup': 1, 'Flow.\x61': 2, 'Flow.\u{110000}': 3, 'Flow.\ud83d': 4, 'Flow.a\d': 5 },
});
