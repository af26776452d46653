resource "genesyscloud_integration_action" "first" {
  config_request {
    request_url_template = "/api/v2/flows/executions"
    request_template     = jsonencode({ flowId = "10000000-0000-4000-8000-000000000001", inputData = { "Flow.a" = 1 } })
  }
}
resource "genesyscloud_integration_action" "second" {
  config_request {
    request_url_template = "/api/v2/flows/executions"
    request_template     = jsonencode({ flowId = var.second_flow, inputData = merge(local.inputs, { "Flow.b" = 1 }) })
  }
}
