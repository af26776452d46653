/// The attributes of one resource, with what is marked of them.
struct TerraformState<Attributes> {
    /// The attributes.
    var attributes: Attributes

    /// What is marked of them.
    var marks = TerraformMarks()
}

extension TerraformMarks {
    /// The flow's id that stands in what is marked so; nil where it is not set.
    func flowID(of attribute: TerraformAttribute<String>) -> PlannedValue<FlowID>? {
        text(of: attribute)?.flatMap { text in FlowID(text).map { .known($0) } ?? .unknown(.unreadable("empty")) }
    }
}
