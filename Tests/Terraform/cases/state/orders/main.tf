terraform {
  required_providers {
    genesyscloud = { source = "mypurecloud/genesyscloud" }
  }
}

variable "region" {
  type = string
}

resource "genesyscloud_flow" "order" {
  count    = 1
  filepath = "${path.module}/order.yaml"
  substitutions = {
    flow_name = "Order Status ${var.region}"
    token     = sensitive("hush")
  }
}

resource "genesyscloud_processautomation_trigger" "order" {
  name       = "Order Status ${var.region}"
  topic_name = "v2.detail.events.conversation.{id}.customer.start"
  enabled    = true
  target {
    type = "Workflow"
    id   = genesyscloud_flow.order[0].id
  }
}
