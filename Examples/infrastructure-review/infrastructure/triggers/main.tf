terraform {
  required_providers {
    genesyscloud = { source = "mypurecloud/genesyscloud" }
  }
}

variable "flow_ids" {
  type = map(string)
}

resource "genesyscloud_processautomation_trigger" "ended" {
  name              = "Call Ended"
  topic_name        = "v2.detail.events.conversation.{id}.customer.end"
  enabled           = true
  event_ttl_seconds = 60
  match_criteria    = jsonencode([{ jsonPath = "mediaType", operator = "Equal", value = "VOICE" }])
  target {
    type = "Workflow"
    id   = var.flow_ids["survey"]
    workflow_target_settings {
      data_format = "TopLevelPrimitives"
    }
  }
}
