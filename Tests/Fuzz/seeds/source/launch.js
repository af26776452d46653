fetch(`${base}/api/v2/flows/executions`, { body: JSON.stringify({ flowId: ID, inputData: { 'Flow.orderNumber': order } }) });
