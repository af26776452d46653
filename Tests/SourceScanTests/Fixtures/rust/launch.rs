const FLOW_ID: &str = "5d1f0c52-83b1-4a67-9a0c-0e6c7b1d2f34";

async fn launch<'a>(client: &'a Client, phone: &str) -> Result<Response> {
    let body = json!({ "flowId": FLOW_ID, "inputData": { "Flow.phone": phone } });
    client.post(format!("{}/api/v2/flows/executions", base)).json(&body).send().await
}
