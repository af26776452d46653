/// The attributes of one resource, with their marks.
struct TerraformState<Attributes> {
    var attributes: Attributes

    var marks = TerraformMarks()
}

extension TerraformMarks {
    /// The flow's id in an attribute with these marks, or `nil` if it is not set.
    func flowID(of attribute: TerraformAttribute<String>) -> PlannedValue<FlowID>? {
        text(of: attribute)?.flatMap { text in FlowID(text).map { .known($0) } ?? .unknown(.unreadable("empty")) }
    }
}
