/// An error in a Terraform file.
package struct TerraformProblem: Error {
    /// How to create a valid file.
    package static let remedy = "create the file with 'terraform show -json FILE'"

    /// The problem, as one phrase.
    package var text: String

    /// The fix, as one phrase, or `nil` if the problem itself shows the fix.
    package var fix: String?

    package init(_ text: String, fix: String? = nil) {
        self.text = text
        self.fix = fix
    }
}
