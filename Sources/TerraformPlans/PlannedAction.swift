/// What a Terraform plan does with a resource.
///
/// Source: developer.hashicorp.com/terraform/internals/json-format, and hashicorp/terraform, package jsonplan.
public enum PlannedAction: String, CaseIterable, Sendable {
    /// Makes it.
    case create
    /// Changes it in place.
    case update
    /// Makes a new one, and destroys the old one before or after.
    case replace
    /// Makes a new one, and leaves the old one to the org.
    case replaceAndForget = "replace-and-forget"
    /// Destroys it.
    case delete
    /// Leaves it to the org and manages it no longer.
    case forget
    /// Leaves it as it is.
    case noop = "no-op"

    /// The action that a plan writes as a list; nil for a list that this program does not know.
    package init?(_ actions: [String]) {
        switch actions {
        case ["create"]: self = .create
        case ["update"]: self = .update
        case ["delete", "create"], ["create", "delete"]: self = .replace
        case ["create", "forget"], ["forget", "create"]: self = .replaceAndForget
        case ["delete"]: self = .delete
        case ["forget"]: self = .forget
        // Of what is managed, nothing is only read; a refresh leaves it as it is too.
        case ["no-op"], ["read"]: self = .noop
        default: return nil
        }
    }

    /// Whether what was there before is gone from the org afterwards.
    public var destroys: Bool { self == .delete || self == .replace }
}
