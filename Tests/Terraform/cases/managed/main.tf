terraform {
  required_providers {
    genesyscloud = { source = "mypurecloud/genesyscloud" }
  }
}

# Flows and a trigger that are there already.

resource "genesyscloud_flow" "order" {
  filepath          = "flows/order.yaml"
  file_content_hash = filesha256("flows/order.yaml")
}

resource "genesyscloud_flow" "refund" {
  filepath = "flows/refund.yaml"
}

resource "genesyscloud_flow" "quiet" {
  filepath = "flows/quiet.yaml"
}

resource "genesyscloud_processautomation_trigger" "ended" {
  name              = "Order Ended"
  topic_name        = "v2.detail.events.conversation.{id}.customer.end"
  enabled           = true
  event_ttl_seconds = 60
  match_criteria    = jsonencode([{ jsonPath = "mediaType", operator = "Equal", value = "VOICE" }])
  target {
    type = "Workflow"
    id   = genesyscloud_flow.order.id
    workflow_target_settings {
      data_format = "TopLevelPrimitives"
    }
  }
}
