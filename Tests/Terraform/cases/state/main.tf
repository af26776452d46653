terraform {
  required_providers {
    genesyscloud = { source = "mypurecloud/genesyscloud" }
  }
}

# What a first apply leaves, in the root and in modules.

module "orders" {
  source   = "./orders"
  for_each = toset(["eu", "us"])
  region   = each.key
}

data "genesyscloud_flow" "survey" {
  name = "Survey"
  type = "workflow"
}

resource "genesyscloud_processautomation_trigger" "survey" {
  name       = "Survey"
  topic_name = "v2.detail.events.conversation.{id}.customer.end"
  enabled    = true
  target {
    type = "Workflow"
    id   = data.genesyscloud_flow.survey.id
  }
}

resource "genesyscloud_processautomation_trigger" "foreign" {
  name       = "Foreign"
  topic_name = "v2.detail.events.conversation.{id}.customer.end"
  enabled    = true
  target {
    type = "Workflow"
    id   = "5f0c0c1e-7c5b-4b8f-9c55-0d6b52aa0001"
  }
}
