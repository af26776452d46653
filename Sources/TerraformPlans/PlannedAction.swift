/// What a Terraform plan does with a resource.
///
/// Source: developer.hashicorp.com/terraform/internals/json-format, and hashicorp/terraform, package jsonplan.
public enum PlannedAction: String, CaseIterable, Sendable {
    /// Creates it.
    case create
    /// Changes it in place.
    case update
    /// Creates a new one, and destroys the old one before or after.
    case replace
    /// Creates a new one, and leaves the old one in the org, unmanaged.
    case replaceAndForget = "replace-and-forget"
    /// Destroys it.
    case delete
    /// Leaves it in the org and no longer manages it.
    case forget
    /// Does not change it.
    case noop = "no-op"

    /// The action that a plan writes as a list, or `nil` for an unknown list.
    package init?(_ actions: [String]) {
        switch actions {
        case ["create"]: self = .create
        case ["update"]: self = .update
        case ["delete", "create"], ["create", "delete"]: self = .replace
        case ["create", "forget"], ["forget", "create"]: self = .replaceAndForget
        case ["delete"]: self = .delete
        case ["forget"]: self = .forget
        // A refresh of a managed resource changes nothing.
        case ["no-op"], ["read"]: self = .noop
        default: return nil
        }
    }

    /// Whether the action removes the existing resource from the org.
    public var destroys: Bool { self == .delete || self == .replace }
}
