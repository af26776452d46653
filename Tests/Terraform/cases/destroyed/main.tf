terraform {
  required_providers {
    genesyscloud = { source = "mypurecloud/genesyscloud" }
  }
}

# With `ending` set, a flow is destroyed that a trigger still names by its id, and another flow is let go.

variable "ending" {
  default = false
}

resource "genesyscloud_flow" "order" {
  count    = var.ending ? 0 : 1
  filepath = "flows/order.yaml"
}

resource "genesyscloud_processautomation_trigger" "order" {
  count      = var.ending ? 0 : 1
  name       = "Order"
  topic_name = "v2.detail.events.conversation.{id}.customer.start"
  enabled    = true
  target {
    type = "Workflow"
    id   = genesyscloud_flow.order[0].id
  }
}

resource "genesyscloud_processautomation_trigger" "left" {
  name       = "Left"
  topic_name = "v2.detail.events.conversation.{id}.customer.end"
  enabled    = true
  target {
    type = "Workflow"
    id   = "7a50b500-5905-536f-bbd2-99db517616c4"
  }
}
