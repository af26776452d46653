terraform {
  required_providers {
    genesyscloud = { source = "mypurecloud/genesyscloud" }
  }
}

resource "genesyscloud_flow" "shop" {
  for_each          = toset(["order", "refund", "survey"])
  filepath          = "flows/${each.key}.yaml"
  file_content_hash = filesha256("flows/${each.key}.yaml")
  substitutions     = { division = "Home" }
}

module "triggers" {
  source   = "./triggers"
  flow_ids = { for name, flow in genesyscloud_flow.shop : name => flow.id }
}
