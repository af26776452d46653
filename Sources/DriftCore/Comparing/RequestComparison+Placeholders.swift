import PastedRequests

extension RequestComparison {
    /// A placeholder outside quotes that stands for a text, so that what is sent is no JSON.
    struct UnquotedText {
        /// The placeholder.
        let node: JSONNode

        /// The member that it is the value of, or an element of.
        let member: String

        /// Whether it may be JSON after all, if the text is a number or holds JSON itself.
        let isDoubtful: Bool
    }

    /// The placeholders outside quotes that stand for texts, in order.
    ///
    /// One that stands for all inputs, for a collection or for JSON may well hold JSON, and a number may be a text.
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

    /// A placeholder in quotes.
    func quoted(_ node: JSONNode) -> OrderedJSON { request.placeholderTypes.quoted(node) }

    private func isText(_ node: JSONNode) -> Bool { request.placeholderTypes.kind(of: node) == .string }

    /// What a placeholder outside quotes stands for, where an input of that type does not take it.
    func misfit(of node: JSONNode, as type: DataType) -> PlaceholderTypes.Kind? {
        guard let kind = request.placeholderTypes.kind(of: node), !type.isCollection else { return nil }
        switch kind {
        // What is made of text in no quotes is no JSON at all, and how a list is filled in is not documented.
        case .string, .array, .object: return nil
        case .integer, .number: return type.kind == .boolean || type.kind.travelsAsString ? kind : nil
        case .boolean: return type.kind.isNumber || type.kind.travelsAsString ? kind : nil
        }
    }

    /// The value with each placeholder in quotes that needs them to be of the type; nil where none does.
    func requoted(_ node: JSONNode, as type: DataType) -> OrderedJSON? {
        guard type.kind.travelsAsString else { return nil }
        if type.isCollection {
            guard node.elements.contains(where: isText) else { return nil }
            return .array(node.elements.map { isText($0) ? quoted($0) : OrderedJSON($0) })
        }
        return isText(node) || flow != nil && misfit(of: node, as: type) != nil ? quoted(node) : nil
    }
}
