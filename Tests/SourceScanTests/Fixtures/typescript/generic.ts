const launch = async ({ phone }: { phone?: string }): Promise<void> => {
  const inputs: Record<string, unknown> = {};
  inputs['Flow.phone'] = phone;
  if (phone) inputs['Flow.hasPhone'] = true;
  await fetch(new URL('/api/v2/flows/executions', base), {
    method: 'POST',
    body: JSON.stringify({ flowId: import.meta.env.VITE_FLOW_ID, inputData: inputs }),
  });
};
