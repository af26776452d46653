variable "flow_id" { type = string }

resource "null_resource" "launch" {
  provisioner "local-exec" {
    command = <<-EOT
      curl -X POST https://api.${var.region}/api/v2/flows/executions \
        -d '{"flowId": "${var.flow_id}", "inputData": {"Flow.source": "terraform"}}'
    EOT
  }
}
