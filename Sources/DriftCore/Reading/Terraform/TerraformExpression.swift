/// An expression of a configuration, of which a plan only shows the references.
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
        // Anything but an object is the body of a nested block, which variables, outputs and ids don't have.
        let members = try? decoder.container(keyedBy: CodingKeys.self)
        let texts = (try? members?.decodeIfPresent([String].self, forKey: .references)) ?? []
        references = TerraformReference.all(in: texts)
    }
}
