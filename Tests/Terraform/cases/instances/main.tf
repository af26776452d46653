terraform {
  required_providers {
    genesyscloud = { source = "mypurecloud/genesyscloud" }
  }
}

# Several instances of one resource, and the ways to choose one of them.

locals {
  topic = "v2.detail.events.conversation.{id}.customer.end"
}

resource "genesyscloud_flow" "counted" {
  count    = 2
  filepath = "flows/order.yaml"
  substitutions = {
    flow_name = "Order ${count.index}"
  }
}

resource "genesyscloud_flow" "keyed" {
  for_each = toset(["chat", "voice [old]"])
  filepath = "flows/order.yaml"
  substitutions = {
    flow_name = "Order ${each.key}"
  }
}

resource "genesyscloud_flow" "single" {
  filepath = "flows/order.yaml"
  substitutions = {
    flow_name = "Order"
  }
}

resource "genesyscloud_processautomation_trigger" "first" {
  name       = "First"
  topic_name = local.topic
  enabled    = true
  target {
    type = "Workflow"
    id   = genesyscloud_flow.counted[0].id
  }
}

resource "genesyscloud_processautomation_trigger" "each_counted" {
  count      = 2
  name       = "Counted ${count.index}"
  topic_name = local.topic
  enabled    = true
  target {
    type = "Workflow"
    id   = genesyscloud_flow.counted[count.index].id
  }
}

resource "genesyscloud_processautomation_trigger" "voice" {
  name       = "Voice"
  topic_name = local.topic
  enabled    = true
  target {
    type = "Workflow"
    id   = genesyscloud_flow.keyed["voice [old]"].id
  }
}

resource "genesyscloud_processautomation_trigger" "each_keyed" {
  for_each   = toset(["chat", "voice [old]"])
  name       = "Keyed ${each.key}"
  topic_name = local.topic
  enabled    = true
  target {
    type = "Workflow"
    id   = genesyscloud_flow.keyed[each.key].id
  }
}

resource "genesyscloud_processautomation_trigger" "chained" {
  for_each   = genesyscloud_flow.keyed
  name       = "Chained ${each.key}"
  topic_name = local.topic
  enabled    = true
  target {
    type = "Workflow"
    id   = each.value.id
  }
}

resource "genesyscloud_processautomation_trigger" "one_value" {
  for_each   = { a = genesyscloud_flow.single.id }
  name       = "One ${each.key}"
  topic_name = local.topic
  enabled    = true
  target {
    type = "Workflow"
    id   = each.value
  }
}

resource "genesyscloud_processautomation_trigger" "two_values" {
  for_each   = { a = genesyscloud_flow.single.id, b = genesyscloud_flow.counted[0].id }
  name       = "Two ${each.key}"
  topic_name = local.topic
  enabled    = true
  target {
    type = "Workflow"
    id   = each.value
  }
}

resource "genesyscloud_processautomation_trigger" "last" {
  name       = "Last"
  topic_name = local.topic
  enabled    = true
  target {
    type = "Workflow"
    id   = element(genesyscloud_flow.counted[*].id, 1)
  }
}

# A number is worked with: that it is as high as another says little, unless both go as far.
resource "genesyscloud_processautomation_trigger" "shared" {
  count      = 4
  name       = "Shared ${count.index}"
  topic_name = local.topic
  enabled    = true
  target {
    type = "Workflow"
    id   = genesyscloud_flow.counted[floor(count.index / 2)].id
  }
}
