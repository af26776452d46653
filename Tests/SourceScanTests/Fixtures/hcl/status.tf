resource "genesyscloud_integration_action" "status" {
  config_request {
    /* "Flow.comment" */
    request_url_template = "/api/v2/flows/executions/$${input.id}"
    request_type         = "GET"
  }
}
