import StrictJSON

extension JSONNode {
    /// The name node of a member, or `nil` if the node doesn't have the member.
    func name(of keyword: String) -> JSONNode? { members.last { $0.name.text == keyword }?.name }

    /// Whether the node is an object that has one of these keywords.
    func hasAny(of keywords: [String]) -> Bool { keywords.contains { self[$0] != nil } }

    /// Whether the node is a schema that allows no value at all.
    var allowsNothing: Bool {
        if let boolean { return !boolean }
        guard let excluded = self["not"] else { return false }
        return excluded.boolean ?? (excluded.kind == .object && excluded.members.isEmpty)
    }
}
