terraform {
  required_providers {
    genesyscloud = { source = "mypurecloud/genesyscloud" }
  }
}

# Ids that go down through variables and up through outputs, through two levels of modules.

variable "regions" {
  default = ["eu", "us"]
}

module "flows" {
  source   = "./flows"
  for_each = toset(var.regions)
  region   = each.key
}

module "triggers" {
  source   = "./triggers"
  for_each = toset(var.regions)
  prefix   = each.key
  flow_id  = module.flows[each.key].order_id
}

# The plan tells only of which instance an output is taken, not which output: one that has but one is certain.
module "plain" {
  source   = "./flows/inner"
  for_each = toset(var.regions)
  name     = "Plain ${each.key}"
}

module "certain" {
  source   = "./triggers"
  for_each = toset(var.regions)
  prefix   = each.key
  flow_id  = module.plain[each.key].id
}

module "single" {
  source  = "./triggers"
  prefix  = "single"
  flow_id = module.flows["eu"].ids["refund"]
}

module "either" {
  source  = "./triggers"
  prefix  = "either"
  flow_id = length(var.regions) > 1 ? module.flows["eu"].order_id : module.flows["us"].order_id
}

resource "genesyscloud_processautomation_trigger" "direct" {
  name       = "Direct"
  topic_name = "v2.detail.events.conversation.{id}.customer.end"
  enabled    = true
  target {
    type = "Workflow"
    id   = module.flows["us"].order_id
  }
}

resource "genesyscloud_processautomation_trigger" "object" {
  name       = "Object"
  topic_name = "v2.detail.events.conversation.{id}.customer.end"
  enabled    = true
  target {
    type = "Workflow"
    id   = module.flows["us"].refunds["full"].id
  }
}
