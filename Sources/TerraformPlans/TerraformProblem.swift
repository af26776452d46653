/// An error in a Terraform file.
package struct TerraformProblem: Error {
    /// How to create a valid file.
    package static let remedy = "create it with 'terraform show -json FILE'"

    /// The problem, as one phrase.
    package var text: String

    /// The fix, as one phrase, or `nil` if the problem implies it.
    package var fix: String?

    package init(_ text: String, fix: String? = nil) {
        self.text = text
        self.fix = fix
    }
}
