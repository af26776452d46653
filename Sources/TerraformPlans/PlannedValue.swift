/// A value of a Terraform plan, which may be unknown.
public enum PlannedValue<Value: Hashable & Sendable>: Hashable, Sendable {
    /// The value is in the plan.
    case known(Value)
    /// The value is not in the plan, for the given reason.
    case unknown(UnknownReason)
}

extension PlannedValue {
    /// The value, or `nil` if it is unknown.
    public var value: Value? {
        guard case .known(let value) = self else { return nil }
        return value
    }

    /// Why the value is unknown, or `nil` if it is known.
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
    /// The value depends on something that does not exist before apply.
    case untilApply
    /// The value is marked as sensitive, so it is not read.
    case sensitive
    /// The value is at another address, which is not fetched; the address is given without its query.
    case elsewhere(String)
    /// The value cannot be understood; the phrase is the reason.
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
