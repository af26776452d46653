export function useLaunch<T,>(flowId: string) {
  return useMutation(async (inputs: Record<string, T>) =>
    api.postFlowsExecutions({ flowId, inputData: { ...inputs, "Flow.source": "hook" } as const }));
}
