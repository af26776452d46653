const base = 'https://api.mypurecloud.ie/api/v2/';
const scope = 'Flow.';

function byParts(http, name, value) {
  return http.post(base + 'flows/' + 'executions', {
    flowId: '5d1f0c52-83b1-4a67-9a0c-0e6c7b1d2f34',
    inputData: { ['Flow.' + 'callerNumber']: 1, ['Flow.' + name]: value },
  });
}

function byTemplate(http, value) {
  return http.post(`${base}flows/${'executions'}?async=true`, { inputData: { 'Flow.amount': value, ...value } });
}

function status(http, id) {
  return http.get(base + 'flows/executions/' + id).then(() => http.get(`${base}flows/executions/${id}`));
}
