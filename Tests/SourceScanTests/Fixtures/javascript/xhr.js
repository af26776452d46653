var xhr = new XMLHttpRequest();
xhr.open("POST", apiUrl + "/api/v2/flows/executions", true);
xhr.setRequestHeader("Authorization", "bearer " + token);
var data = { "flowId": "5d1f0c52-83b1-4a67-9a0c-0e6c7b1d2f34", "inputData": { "Flow.a": 1 } };
xhr.send(JSON.stringify(data));
