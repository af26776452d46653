terraform {
  required_providers {
    genesyscloud = { source = "mypurecloud/genesyscloud" }
  }
}

# Two flows are made anew, and with them what hangs on their ids.

variable "topic" {
  default = "start"
}

resource "genesyscloud_flow" "order" {
  filepath = "flows/order.yaml"
}

resource "genesyscloud_flow" "refund" {
  filepath = "flows/refund.yaml"
  lifecycle {
    create_before_destroy = true
  }
}

resource "genesyscloud_processautomation_trigger" "order" {
  name       = "Order"
  topic_name = "v2.detail.events.conversation.{id}.customer.${var.topic}"
  enabled    = true
  target {
    type = "Workflow"
    id   = genesyscloud_flow.order.id
  }
}

resource "genesyscloud_processautomation_trigger" "refund" {
  name       = "Refund"
  topic_name = "v2.detail.events.conversation.{id}.customer.end"
  enabled    = true
  target {
    type = "Workflow"
    id   = genesyscloud_flow.refund.id
  }
}
