/// The attributes of one resource, with what is marked of them.
struct TerraformState<Attributes> {
    /// The attributes.
    var attributes: Attributes

    /// What is marked of them.
    var marks = TerraformMarks()
}
