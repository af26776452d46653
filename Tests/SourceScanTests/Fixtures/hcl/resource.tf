resource "http_request" "launch" {
  url = "${local.base}/api/v2/flows/executions"
  body = jsonencode({ flowId = genesyscloud_flow.callback.id, inputData = { "Flow.a" = 1 } }) # "Flow.comment"
}
