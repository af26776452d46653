terraform {
  required_providers {
    genesyscloud = { source = "mypurecloud/genesyscloud" }
  }
}

# Flows that Terraform does not manage, looked up by name and type: now, at apply, and by a name of then.

data "genesyscloud_flow" "now" {
  name = "Refund"
  type = "workflow"
}

data "genesyscloud_flow" "untyped" {
  name = "Survey"
}

data "genesyscloud_flow" "later" {
  name       = "Order Status"
  type       = "workflow"
  depends_on = [genesyscloud_flow.order]
}

data "genesyscloud_flow" "unnamed" {
  name = genesyscloud_flow.order.name
  type = "workflow"
}

resource "genesyscloud_flow" "order" {
  filepath = "flows/order.yaml"
}

resource "genesyscloud_processautomation_trigger" "by_lookup" {
  for_each = {
    now     = data.genesyscloud_flow.now.id
    untyped = data.genesyscloud_flow.untyped.id
  }
  name       = each.key
  topic_name = "v2.detail.events.conversation.{id}.customer.end"
  enabled    = true
  target {
    type = "Workflow"
    id   = each.value
  }
}

resource "genesyscloud_processautomation_trigger" "later" {
  name       = "Later"
  topic_name = "v2.detail.events.conversation.{id}.customer.end"
  enabled    = true
  target {
    type = "Workflow"
    id   = data.genesyscloud_flow.later.id
  }
}

resource "genesyscloud_processautomation_trigger" "unnamed" {
  name       = "Unnamed"
  topic_name = "v2.detail.events.conversation.{id}.customer.end"
  enabled    = true
  target {
    type = "Workflow"
    id   = data.genesyscloud_flow.unnamed.id
  }
}
