/// A value of a Terraform plan, which may be unknown.
public enum PlannedValue<Value: Hashable & Sendable>: Hashable, Sendable {
    case known(Value)
    case unknown(UnknownReason)
}

extension PlannedValue {
    /// The value, or `nil` if it's unknown.
    public var value: Value? {
        guard case .known(let value) = self else { return nil }
        return value
    }

    /// Why the value is unknown, or `nil` if it's known.
    public var unknownReason: UnknownReason? {
        guard case .unknown(let reason) = self else { return nil }
        return reason
    }

    /// Transforms a known value; an unknown one stays unknown.
    func flatMap<Other>(_ transform: (Value) -> PlannedValue<Other>) -> PlannedValue<Other> {
        switch self {
        case .known(let value): transform(value)
        case .unknown(let reason): .unknown(reason)
        }
    }
}

/// Why a plan doesn't contain a value.
public enum UnknownReason: Hashable, Sendable {
    /// It depends on something that doesn't exist before apply.
    case untilApply
    /// It's marked as sensitive, so it isn't read.
    case sensitive
    /// It's at another address, given without its query, which isn't fetched.
    case elsewhere(String)
    /// It can't be parsed, for the reason given as a phrase.
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
