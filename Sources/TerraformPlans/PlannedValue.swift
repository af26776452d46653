/// A value of a Terraform plan: known now, or not.
public enum PlannedValue<Value: Hashable & Sendable>: Hashable, Sendable {
    /// The plan has the value.
    case known(Value)
    /// The plan does not have the value, for a reason.
    case unknown(UnknownReason)
}

extension PlannedValue {
    /// The value, or `nil` if it is not known.
    public var value: Value? {
        guard case .known(let value) = self else { return nil }
        return value
    }

    /// Why the value is not known, or `nil` if it is.
    public var unknownReason: UnknownReason? {
        guard case .unknown(let reason) = self else { return nil }
        return reason
    }

    /// Transforms a known value; an unknown one stays unknown.
    package func flatMap<Other>(_ transform: (Value) -> PlannedValue<Other>) -> PlannedValue<Other> {
        switch self {
        case .known(let value): transform(value)
        case .unknown(let reason): .unknown(reason)
        }
    }
}

/// Why a plan does not have a value.
public enum UnknownReason: Hashable, Sendable {
    /// It depends on something that does not exist before apply.
    case untilApply
    /// It is marked as sensitive, so it is not read.
    case sensitive
    /// It is kept elsewhere, at an address without its query, and is not fetched.
    case elsewhere(String)
    /// It cannot be understood, for the reason given as a phrase.
    case unreadable(String)
}

extension UnknownReason: CustomStringConvertible {
    /// The reason as a phrase that follows the name of the unknown value: `not known until apply`.
    public var description: String {
        switch self {
        case .untilApply: "not known until apply"
        case .sensitive: "sensitive, so not read"
        case .elsewhere(let address): "kept at \(address), which is not fetched"
        case .unreadable(let problem): problem
        }
    }
}
