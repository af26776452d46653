terraform {
  required_providers {
    genesyscloud = { source = "mypurecloud/genesyscloud" }
  }
}

# A flow that the org has is taken under management, and another one gets a new address.

resource "genesyscloud_flow" "order" {
  filepath          = "flows/order.yaml"
  file_content_hash = filesha256("flows/order.yaml")
}

resource "genesyscloud_processautomation_trigger" "order" {
  name       = "Order"
  topic_name = "v2.detail.events.conversation.{id}.customer.start"
  enabled    = true
  target {
    type = "Workflow"
    id   = genesyscloud_flow.order.id
  }
}
