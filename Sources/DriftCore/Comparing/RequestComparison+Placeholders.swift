import PastedRequests

extension RequestComparison {
    /// A placeholder without quotes whose value is a text, so that the sent body isn't JSON.
    struct UnquotedText {
        let node: JSONNode

        /// The member whose value the placeholder is, or is an element of.
        let member: String

        /// Whether the body may be JSON after all, if the text is a number or JSON itself.
        let isDoubtful: Bool
    }

    /// The placeholders without quotes whose values are texts, in order.
    ///
    /// A placeholder for all inputs, for a collection or for a JSON input isn't included, since its text may be JSON.
    var unquotedTexts: [UnquotedText] {
        guard isLaunch, !request.placeholderTypes.isEmpty, let body else { return [] }
        let parts = body.members.compactMap { member -> UnquotedText? in
            guard member.part == .flowID || member.part == .name, isText(member.value) else { return nil }
            return UnquotedText(node: member.value, member: member.name.text, isDoubtful: false)
        }
        return parts
            + inputs.flatMap { sent, match -> [UnquotedText] in
                let type = match?.variable?.type
                guard type.map({ $0.kind.travelsAsString }) ?? true else { return [] }
                let isCollection = type?.isCollection ?? (sent.value.kind == .array)
                let nodes = isCollection ? sent.value.elements : [sent.value]
                return nodes.filter(isText).map { node in
                    UnquotedText(node: node, member: sent.name.text, isDoubtful: type == nil)
                }
            }
    }

    func quoted(_ node: JSONNode) -> OrderedJSON { request.placeholderTypes.quoted(node) }

    private func isText(_ node: JSONNode) -> Bool { request.placeholderTypes.kind(of: node) == .string }

    /// The kind of an unquoted placeholder's value if an input of the type doesn't accept it, or `nil` if it does.
    func misfit(of node: JSONNode, as type: DataType) -> PlaceholderTypes.Kind? {
        guard let kind = request.placeholderTypes.kind(of: node), !type.isCollection else { return nil }
        switch kind {
        // An unquoted text isn't JSON at all, and how a list is filled in isn't documented.
        case .string, .array, .object: return nil
        case .integer, .number: return type.kind == .boolean || type.kind.travelsAsString ? kind : nil
        case .boolean: return type.kind.isNumber || type.kind.travelsAsString ? kind : nil
        }
    }

    /// The value with quotes around each placeholder that needs them for the type, or `nil` if none does.
    func requoted(_ node: JSONNode, as type: DataType) -> OrderedJSON? {
        guard type.kind.travelsAsString else { return nil }
        if type.isCollection {
            guard node.elements.contains(where: isText) else { return nil }
            return .array(node.elements.map { isText($0) ? quoted($0) : OrderedJSON($0) })
        }
        return isText(node) || flow != nil && misfit(of: node, as: type) != nil ? quoted(node) : nil
    }
}
