resource "genesyscloud_flow" "refund" {
  filepath = "flows/refund.yaml"
}
