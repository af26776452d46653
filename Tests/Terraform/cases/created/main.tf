terraform {
  required_providers {
    genesyscloud = { source = "mypurecloud/genesyscloud" }
  }
}

# A first apply: everything is made, with all settings and with none.

variable "token" {
  default   = "hush"
  sensitive = true
}

resource "genesyscloud_flow" "order" {
  filepath          = "${path.module}/flows/order.yaml"
  file_content_hash = filesha256("${path.module}/flows/order.yaml")
  substitutions = {
    flow_name = "Order Status"
    token     = var.token
  }
}

resource "genesyscloud_flow" "fetched" {
  filepath = "https://reader:secret@flows.example.org/fetched.yaml?signature=secret"
}

resource "genesyscloud_flow" "stored" {
  filepath = "s3://flows-of-example/stored.yaml"
}

resource "genesyscloud_processautomation_trigger" "ended" {
  name              = "Order Ended"
  topic_name        = "v2.detail.events.conversation.{id}.customer.end"
  enabled           = true
  event_ttl_seconds = 60
  description       = "Says how the order stands"
  match_criteria = jsonencode([
    { jsonPath = "mediaType", operator = "Equal", value = "VOICE" },
    { operator = "In", jsonPath = "queueId", values = ["b", "a"] },
    { jsonPath = "ani", operator = "Exists", value = true },
  ])
  target {
    type = "Workflow"
    id   = genesyscloud_flow.order.id
    workflow_target_settings {
      data_format = "Json"
    }
  }
}

resource "genesyscloud_processautomation_trigger" "started" {
  name             = "Order Started"
  topic_name       = "v2.detail.events.conversation.{id}.customer.start"
  enabled          = false
  delay_by_seconds = 30
  match_criteria   = ""
  target {
    type = "Workflow"
    id   = "5F0C0C1E-7C5B-4B8F-9C55-0D6B52AA0001"
    workflow_target_settings {
      data_format = ""
    }
  }
}
