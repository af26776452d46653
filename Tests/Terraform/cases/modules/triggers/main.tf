terraform {
  required_providers {
    genesyscloud = { source = "mypurecloud/genesyscloud" }
  }
}

variable "prefix" {
  type = string
}

variable "flow_id" {
  type = string
}

resource "genesyscloud_processautomation_trigger" "ended" {
  name       = "${var.prefix} ended"
  topic_name = "v2.detail.events.conversation.{id}.customer.end"
  enabled    = true
  target {
    type = "Workflow"
    id   = var.flow_id
  }
}
