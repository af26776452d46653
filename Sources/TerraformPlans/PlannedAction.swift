/// What a Terraform plan does with a resource.
///
/// Source: developer.hashicorp.com/terraform/internals/json-format, and hashicorp/terraform, package jsonplan.
public enum PlannedAction: String, CaseIterable, Sendable {
    /// Creates the resource.
    case create
    /// Changes the resource in place.
    case update
    /// Creates a new resource, and destroys the old one before or after that.
    case replace
    /// Creates a new resource, and leaves the old one in the org, where Terraform no longer manages it.
    case replaceAndForget = "replace-and-forget"
    /// Destroys the resource.
    case delete
    /// Leaves the resource in the org, where Terraform no longer manages it.
    case forget
    /// Does not change the resource.
    case noop = "no-op"

    /// Reads the action, which a plan writes as a list, or returns `nil` for an unknown list.
    package init?(_ actions: [String]) {
        switch actions {
        case ["create"]: self = .create
        case ["update"]: self = .update
        case ["delete", "create"], ["create", "delete"]: self = .replace
        case ["create", "forget"], ["forget", "create"]: self = .replaceAndForget
        case ["delete"]: self = .delete
        case ["forget"]: self = .forget
        // "read" on a managed resource is a refresh, which changes nothing.
        case ["no-op"], ["read"]: self = .noop
        default: return nil
        }
    }

    /// Whether the action removes the existing resource from the org.
    public var destroys: Bool { self == .delete || self == .replace }
}
