/// What a Terraform file marks as unknown and as sensitive in a value.
struct TerraformMarks {
    /// What is not known until apply.
    var unknown: TerraformMask = .none

    /// What is sensitive.
    var sensitive: TerraformMask = .none

    /// What is marked of a member.
    subscript(_ member: String) -> TerraformMarks {
        TerraformMarks(unknown: unknown[member], sensitive: sensitive[member])
    }

    /// What is marked of the first element.
    var first: TerraformMarks { TerraformMarks(unknown: unknown.first, sensitive: sensitive.first) }

    /// The value of what is marked so; nil where it is not set.
    func value<Raw>(of attribute: TerraformAttribute<Raw>) -> PlannedValue<Raw>? {
        if unknown.isAll { return .unknown(.untilApply) }
        if sensitive.isAll { return .unknown(.sensitive) }
        return switch attribute {
        case .unset: nil
        case .value(let value): .known(value)
        case .strange: .unknown(.unreadable("not of the kind that the provider writes"))
        }
    }

    /// The text of what is marked so; nil where it is not set, or empty, which is the same to the provider.
    func text(of attribute: TerraformAttribute<String>) -> PlannedValue<String>? {
        let text = value(of: attribute)
        return text == .known("") ? nil : text
    }

    /// The flow's id that stands in what is marked so; nil where it is not set.
    func flowID(of attribute: TerraformAttribute<String>) -> PlannedValue<FlowID>? {
        text(of: attribute)?.flatMap { text in FlowID(text).map { .known($0) } ?? .unknown(.unreadable("empty")) }
    }
}
