terraform {
  required_providers {
    genesyscloud = { source = "mypurecloud/genesyscloud" }
  }
}

variable "region" {
  type = string
}

module "inner" {
  source = "./inner"
  name   = "Order Status ${var.region}"
}

resource "genesyscloud_flow" "refund" {
  for_each = { full = "Refund", refund = "Partial Refund" }
  filepath = "${path.module}/refund.yaml"
  substitutions = {
    flow_name = "${each.value} ${var.region}"
  }
}

output "order_id" {
  value = module.inner.id
}

output "ids" {
  value = { for key, flow in genesyscloud_flow.refund : key => flow.id }
}

output "refunds" {
  value = genesyscloud_flow.refund
}
