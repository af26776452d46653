// A finding has its place, and a flow of a plan what Terraform does with it: who uses DriftCore has both too.
@_exported public import SourceText
@_exported public import TerraformPlans
