export function Run({ flowId }: Props) {
  const run = async () => { await api.postFlowsExecutions({ flowId, inputData: {} }); };
  return <Button run={run}>Don't</Button>;
}
