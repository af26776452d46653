/// What flowdrift reads of a Terraform file: flows, triggers, and flows that are looked up.
enum TerraformKind {
    case flow, trigger, lookup

    /// The type of managed flows, and of the data source that looks one up.
    static let flowType = "genesyscloud_flow"

    /// The type of triggers.
    static let triggerType = "genesyscloud_processautomation_trigger"

    /// The kind of a resource; nil for all others.
    init?(type: String?, mode: String?) {
        switch (type, mode) {
        case (Self.flowType, "managed"): self = .flow
        case (Self.triggerType, "managed"): self = .trigger
        case (Self.flowType, "data"): self = .lookup
        default: return nil
        }
    }
}

/// What a Terraform file has that it must not have.
struct TerraformProblem: Error {
    /// What is wrong, as one phrase.
    var text: String

    /// What to do about it, as one phrase; nil where the problem says it all.
    var wayOut: String?

    init(_ text: String, wayOut: String? = nil) {
        self.text = text
        self.wayOut = wayOut
    }
}
