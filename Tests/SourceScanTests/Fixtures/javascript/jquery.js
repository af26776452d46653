$(document).ready(function () {
  $.post(api + 'flows/executions', JSON.stringify({ flowId: window.FLOW_ID, inputData: { 'Flow.page': location.href } }));
});
