/// What a Terraform file has that it must not have.
package struct TerraformProblem: Error {
    /// How to make a file that can be read.
    package static let remedy = "make it with 'terraform show -json FILE'"

    /// What is wrong, as one phrase.
    package var text: String

    /// What to do about it, as one phrase; nil where the problem says it all.
    package var wayOut: String?

    package init(_ text: String, wayOut: String? = nil) {
        self.text = text
        self.wayOut = wayOut
    }
}
