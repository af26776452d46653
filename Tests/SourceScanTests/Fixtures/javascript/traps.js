// POST /api/v2/flows/executions with 'Flow.inComment'
/* flow.start() and "Flow.inBlock" are prose */
const quote = /["'`/]/g;
const ratio = 4 / 2 / 1;
const isUrl = (text) => /\/flows\/executions'/.test(text);
flow.start();
const message = "The input Flow.inProse is missing";
const workflow = 'https://workflowexecutions.example.com/v1/workflows/executions';
export function run(client) {
  flow.ready = quote.test('"Flow.x"') && ratio;
  return client.postFlowsExecutions({
    flowId: "5d1f0c52-83b1-4a67-9a0c-0e6c7b1d2f34", // 'Flow.alsoComment'
    inputData: { "Flow.real": `${flow.name} it's`, },
  });
}
