/// An expression of a configuration; a plan only shows the references in it.
struct TerraformExpression: Decodable, Hashable, Sendable {
    /// The references, each once.
    let references: [TerraformReference]

    /// An expression without references.
    static let constant = TerraformExpression(references: [])

    private init(references: [TerraformReference]) {
        self.references = references
    }

    private enum CodingKeys: String, CodingKey {
        case references
    }

    init(from decoder: any Decoder) throws {
        // A value that isn't an object is the body of a nested block; variables, outputs and ids have no such block.
        let members = try? decoder.container(keyedBy: CodingKeys.self)
        let texts = (try? members?.decodeIfPresent([String].self, forKey: .references)) ?? []
        references = TerraformReference.all(in: texts)
    }
}
