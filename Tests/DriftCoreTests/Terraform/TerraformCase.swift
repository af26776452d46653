import DriftCore
import Foundation
import TestSupport
import Testing

/// A configuration under `Tests/Terraform/cases`, and the steps to take with it.
struct TerraformCase: Sendable, CustomTestStringConvertible {
    /// The configuration's folder.
    let name: String

    let steps: [Step]

    var testDescription: String { name }

    enum Step: Sendable {
        case apply([String] = [])
        /// Replaces a text in a file of the folder; `org.json` is for changes that people make in the org.
        case edit(String, _ old: String, _ new: String)
        /// Makes a plan and saves it under a name.
        case plan(String, [String] = [])
        /// Saves the state under a name.
        case state(String)

        /// The name under which the step saves something, or `nil` if it doesn't.
        var kept: String? {
            switch self {
            case .plan(let name, _), .state(let name): name
            case .apply, .edit: nil
            }
        }
    }

    static let all = [
        TerraformCase(name: "created", steps: [.plan("created")]),
        TerraformCase(name: "managed", steps: managed),
        TerraformCase(name: "replaced", steps: replaced),
        TerraformCase(name: "destroyed", steps: destroyed),
        TerraformCase(name: "moved", steps: moved),
        TerraformCase(name: "modules", steps: [.plan("modules")]),
        TerraformCase(name: "instances", steps: [.plan("instances")]),
        TerraformCase(name: "lookups", steps: [.plan("lookups")]),
        TerraformCase(name: "unknowns", steps: [.plan("unknowns")]),
        TerraformCase(name: "actions", steps: actions),
        TerraformCase(name: "state", steps: [.apply(), .state("state")]),
    ]

    /// Data actions are made; then one gets another template, and the contract of another changes.
    private static let actions: [Step] = [
        .plan("actions"),
        .apply(),
        .edit("main.tf", "Flow.orderNumber", "Flow.orderNo"),
        .edit("main.tf", "contactId", "customerId"),
        .plan("actions-changed"),
    ]

    /// One flow is renamed, another is only published again; then people change things in the org.
    private static let managed: [Step] = [
        .apply(),
        .edit("flows/order.yaml", "name: Order Status", "name: Order Information"),
        .edit("flows/refund.yaml", "division: Home", "division: Refunds"),
        .plan("renamed"),
        .apply(),
        .edit("main.tf", "event_ttl_seconds = 60", "delay_by_seconds = 5"),
        .edit("main.tf", "TopLevelPrimitives", "Json"),
        .plan("updated"),
        .apply(),
        .edit("org.json", #""enabled": true"#, #""enabled": false"#),
        .edit("org.json", #""Quiet""#, #""Very Quiet""#),
        .edit("org.json", #""name": "Refund""#, #""name": "Refunds""#),
        .plan("drifted"),
        .plan("refreshed", ["-refresh-only"]),
        .plan("targeted", ["-target=genesyscloud_flow.refund"]),
    ]

    private static let replaced: [Step] = [
        .apply(),
        .plan(
            "replaced",
            ["-replace=genesyscloud_flow.order", "-replace=genesyscloud_flow.refund", "-var", "topic=end"]
        ),
    ]

    private static let destroyed: [Step] = [
        .apply(),
        .edit("let-go.tf", #"resource "genesyscloud_flow" "refund" {"#, "removed {\n  from = genesyscloud_flow.refund"),
        .edit("let-go.tf", #"filepath = "flows/refund.yaml""#, "lifecycle {\n    destroy = false\n  }"),
        .plan("destroyed", ["-var", "ending=true"]),
    ]

    private static let moved: [Step] = [
        .apply(),
        .edit("main.tf", "genesyscloud_flow.order.id", "genesyscloud_flow.status.id"),
        .edit("main.tf", #""genesyscloud_flow" "order""#, #""genesyscloud_flow" "status""#),
        .edit(
            "main.tf",
            "# A flow that",
            """
            moved {
              from = genesyscloud_flow.order
              to   = genesyscloud_flow.status
            }
            import {
              to = genesyscloud_flow.refund
              id = "5f0c0c1e-7c5b-4b8f-9c55-0d6b52aa0001"
            }
            resource "genesyscloud_flow" "refund" {
              filepath = "flows/refund.yaml"
            }
            # A flow that
            """
        ),
        .plan("moved"),
    ]
}

/// The output of `terraform show -json` in a step of a case, and the reader's result.
struct RecordedPlan: Sendable, CustomTestStringConvertible {
    /// The name under which the step saved it.
    let name: String

    var testDescription: String { name }

    static let all = TerraformCase.all.flatMap(\.steps).compactMap(\.kept).map(RecordedPlan.init)

    /// The JSON that terraform wrote.
    var file: URL { Folders.package.appending(path: "Tests/Terraform/plans/\(name).json") }

    /// The text of the reader's result.
    var golden: URL { Folders.package.appending(path: "Tests/Terraform/plans/\(name).txt") }
}
