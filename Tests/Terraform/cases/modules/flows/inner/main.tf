terraform {
  required_providers {
    genesyscloud = { source = "mypurecloud/genesyscloud" }
  }
}

variable "name" {
  type = string
}

resource "genesyscloud_flow" "order" {
  filepath = "${path.module}/order.yaml"
  substitutions = {
    flow_name = var.name
  }
}

output "id" {
  value = genesyscloud_flow.order.id
}
