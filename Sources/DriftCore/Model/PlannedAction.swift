/// What a Terraform plan does with a resource.
///
/// Source: developer.hashicorp.com/terraform/internals/json-format, and hashicorp/terraform, package jsonplan.
public enum PlannedAction: String, CaseIterable, Sendable {
    case create
    /// Changes it in place.
    case update
    /// Creates a new one, and destroys the old one before or after.
    case replace
    /// Creates a new one, and leaves the old one in the org, unmanaged.
    case replaceAndForget = "replace-and-forget"
    case delete
    /// Leaves it in the org, unmanaged.
    case forget
    case noop = "no-op"

    /// The action that a plan writes as a list, or `nil` if this program doesn't know the list.
    init?(_ actions: [String]) {
        switch actions {
        case ["create"]: self = .create
        case ["update"]: self = .update
        case ["delete", "create"], ["create", "delete"]: self = .replace
        case ["create", "forget"], ["forget", "create"]: self = .replaceAndForget
        case ["delete"]: self = .delete
        case ["forget"]: self = .forget
        // Managed resources are never only read; a refresh doesn't change them either.
        case ["no-op"], ["read"]: self = .noop
        default: return nil
        }
    }

    /// Whether the old resource no longer exists in the org afterwards.
    public var destroys: Bool { self == .delete || self == .replace }
}
