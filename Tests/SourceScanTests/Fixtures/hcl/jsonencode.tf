locals {
  callback_flow = "6d1f0c52-83b1-4a67-9a0c-0e6c7b1d2f34"
}

resource "genesyscloud_integration_action" "callback" {
  config_request {
    request_url_template = "/api/v2/flows/executions"
    request_template = jsonencode({
      flowId    = local.callback_flow
      inputData = { "Flow.phone" = "$${input.phone}", "Flow.note" = null }
    })
  }
}
