resource "genesyscloud_integration_action" "callback" {
  name = "Start callback"
  config_request {
    request_url_template = "/api/v2/flows/executions"
    request_type         = "POST"
    request_template     = "{\"flowId\": \"5d1f0c52-83b1-4a67-9a0c-0e6c7b1d2f34\", \"inputData\": {\"Flow.phone\": \"$${input.phone}\"}}"
  }
}
