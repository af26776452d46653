/// What a Terraform file marks as unknown and as sensitive in a value.
package struct TerraformMarks {
    /// What is not known until apply.
    package var unknown: TerraformMask = .none

    /// What is sensitive.
    package var sensitive: TerraformMask = .none

    package init(unknown: TerraformMask = .none, sensitive: TerraformMask = .none) {
        self.unknown = unknown
        self.sensitive = sensitive
    }

    /// What is marked of a member.
    package subscript(_ member: String) -> TerraformMarks {
        TerraformMarks(unknown: unknown[member], sensitive: sensitive[member])
    }

    /// What is marked of the first element.
    package var first: TerraformMarks { TerraformMarks(unknown: unknown.first, sensitive: sensitive.first) }

    /// The value of what is marked so; nil where it is not set.
    package func value<Raw>(of attribute: TerraformAttribute<Raw>) -> PlannedValue<Raw>? {
        if unknown.isAll { return .unknown(.untilApply) }
        if sensitive.isAll { return .unknown(.sensitive) }
        return switch attribute {
        case .unset: nil
        case .value(let value): .known(value)
        case .strange: .unknown(.unreadable("not of the kind that the provider writes"))
        }
    }

    /// The text of what is marked so; nil where it is not set, or empty, which is the same to the provider.
    package func text(of attribute: TerraformAttribute<String>) -> PlannedValue<String>? {
        let text = value(of: attribute)
        return text == .known("") ? nil : text
    }
}
