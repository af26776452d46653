terraform {
  required_providers {
    genesyscloud = { source = "mypurecloud/genesyscloud" }
  }
}

# What nobody can tell before apply, and what is not to be told.

variable "secret_id" {
  default   = "5f0c0c1e-7c5b-4b8f-9c55-0d6b52aa0001"
  sensitive = true
}

resource "terraform_data" "later" {
  input = timestamp()
}

locals {
  order_id = genesyscloud_flow.order.id
  topic    = "v2.detail.events.conversation.{id}.customer.end"
}

resource "genesyscloud_flow" "order" {
  filepath = "flows/order.yaml"
  substitutions = {
    flow_name = "Order"
    later     = terraform_data.later.output
  }
}

resource "genesyscloud_flow" "anywhere" {
  filepath          = terraform_data.later.output
  file_content_hash = terraform_data.later.output
  substitutions     = { for key in [terraform_data.later.output] : key => key }
}

resource "genesyscloud_flow" "hidden" {
  filepath      = "flows/${var.secret_id}.yaml"
  substitutions = sensitive({ flow_name = "Hidden" })
}

resource "genesyscloud_processautomation_trigger" "settings" {
  name              = "Later ${terraform_data.later.output}"
  topic_name        = terraform_data.later.output
  enabled           = terraform_data.later.output != ""
  event_ttl_seconds = length(terraform_data.later.output)
  delay_by_seconds  = length(terraform_data.later.output)
  match_criteria    = jsonencode([{ jsonPath = "ani", operator = "Equal", value = terraform_data.later.output }])
  target {
    type = "Workflow"
    id   = genesyscloud_flow.order.id
    workflow_target_settings {
      data_format = terraform_data.later.output
    }
  }
}

resource "genesyscloud_processautomation_trigger" "odd" {
  name           = "Odd"
  topic_name     = local.topic
  enabled        = true
  match_criteria = "mediaType == VOICE"
  target {
    type = "Workflow"
    id   = var.secret_id
    workflow_target_settings {
      data_format = "XML"
    }
  }
}

resource "genesyscloud_processautomation_trigger" "local" {
  name       = "Local"
  topic_name = local.topic
  enabled    = true
  target {
    type = "Workflow"
    id   = local.order_id
  }
}

resource "genesyscloud_processautomation_trigger" "other" {
  name       = "Other"
  topic_name = local.topic
  enabled    = true
  target {
    type = "Workflow"
    id   = terraform_data.later.output
  }
}

resource "genesyscloud_processautomation_trigger" "either" {
  name       = "Either"
  topic_name = local.topic
  enabled    = true
  target {
    type = "Workflow"
    id   = var.secret_id == "" ? genesyscloud_flow.order.id : genesyscloud_flow.anywhere.id
  }
}

resource "genesyscloud_processautomation_trigger" "dynamic" {
  name       = "Dynamic"
  topic_name = local.topic
  enabled    = true
  dynamic "target" {
    for_each = [genesyscloud_flow.order.id]
    content {
      type = "Workflow"
      id   = target.value
    }
  }
}
