terraform {
  required_providers {
    genesyscloud = { source = "mypurecloud/genesyscloud" }
  }
}

# Data actions that start flows: by a literal id, by an input, by a flow of the plan; and one that starts none.

variable "secret" {
  default   = "hush"
  sensitive = true
}

resource "genesyscloud_flow" "order" {
  filepath = "${path.module}/flows/order.yaml"
  substitutions = {
    flow_name = "Order Status"
    token     = "none"
  }
}

resource "genesyscloud_integration_action" "by_literal" {
  name           = "Start by literal"
  category       = "GC"
  contract_input = jsonencode({ type = "object", properties = { order = { type = "string" } } })
  config_request {
    request_url_template = "/api/v2/flows/executions"
    request_type         = "POST"
    request_template     = "{\"flowId\": \"5f0c0c1e-2b6d-4d5c-8c34-7c1d2f9e6a10\", \"inputData\": {\"Flow.orderNumber\": \"$${input.order}\", \"Flow.isUrgent\": true}}"
    headers              = { "Content-Type" = "application/json" }
  }
}

resource "genesyscloud_integration_action" "by_input" {
  name           = "Start by input"
  category       = "GC"
  contract_input = jsonencode({ type = "object", properties = { flowId = { type = "string" }, contactId = { type = "string" } } })
  config_request {
    request_url_template = "/api/v2/flows/executions"
    request_type         = "POST"
    request_template     = "{\"flowId\": \"$${input.flowId}\", \"inputData\": {\"Flow.orderNumber\": \"$${input.contactId}\"}}"
  }
}

resource "genesyscloud_integration_action" "by_flow" {
  name           = "Start the planned flow"
  category       = "GC"
  contract_input = jsonencode({ type = "object", properties = {} })
  config_request {
    request_url_template = "/api/v2/flows/executions"
    request_type         = "POST"
    request_template     = "{\"flowId\": \"${genesyscloud_flow.order.id}\", \"inputData\": {}}"
  }
}

resource "genesyscloud_integration_action" "secret" {
  name           = "Start with a secret"
  category       = "GC"
  contract_input = jsonencode({ type = "object", properties = {} })
  config_request {
    request_url_template = "/api/v2/flows/executions"
    request_type         = "POST"
    request_template     = "{\"flowId\": \"${var.secret}\"}"
  }
}

resource "genesyscloud_integration_action" "agents" {
  name           = "Get agents"
  category       = "GC"
  contract_input = jsonencode({ type = "object", properties = {} })
  config_request {
    request_url_template = "/api/v2/users"
    request_type         = "GET"
  }
}
