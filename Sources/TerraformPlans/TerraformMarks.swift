/// The parts of a value that a Terraform file marks as unknown or sensitive.
package struct TerraformMarks {
    /// The parts that are unknown until apply.
    package var unknown: TerraformMask = .none

    package var sensitive: TerraformMask = .none

    package init(unknown: TerraformMask = .none, sensitive: TerraformMask = .none) {
        self.unknown = unknown
        self.sensitive = sensitive
    }

    /// The marks of a member.
    package subscript(_ member: String) -> TerraformMarks {
        TerraformMarks(unknown: unknown[member], sensitive: sensitive[member])
    }

    /// The marks of the first element.
    package var first: TerraformMarks { TerraformMarks(unknown: unknown.first, sensitive: sensitive.first) }

    /// The value of an attribute with these marks, or `nil` if it isn't set.
    package func value<Raw>(of attribute: TerraformAttribute<Raw>) -> PlannedValue<Raw>? {
        if unknown.isAll { return .unknown(.untilApply) }
        if sensitive.isAll { return .unknown(.sensitive) }
        return switch attribute {
        case .unset: nil
        case .value(let value): .known(value)
        case .strange: .unknown(.unreadable("not of the kind that the provider writes"))
        }
    }

    /// The text of an attribute with these marks, or `nil` if it isn't set or is empty; the provider treats both the
    /// same.
    package func text(of attribute: TerraformAttribute<String>) -> PlannedValue<String>? {
        let text = value(of: attribute)
        return text == .known("") ? nil : text
    }
}
