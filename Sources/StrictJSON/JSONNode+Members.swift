/// A name and its value in an object.
public struct JSONMember: Sendable {
    /// The name: a string, or a placeholder.
    public let name: JSONNode

    /// The value.
    public let value: JSONNode
}

extension JSONNode {
    /// The members of an object, in order, including members with the same name; empty for any other node.
    public var members: [JSONMember] { members { $0 } }

    /// The transformed members of an object, without `nil`; only the list of results is built.
    package func members<Value>(_ transform: (JSONMember) -> Value?) -> [Value] {
        var values: [Value] = []
        values.reserveCapacity(record.kind == .object ? Int(record.count) / 2 : 0)
        forEachPair { pair in
            if pair.name.record.form != .run, let value = transform(pair) { values.append(value) }
        }
        return values
    }

    /// Like `members`, but only with the last member of each name, which most readers use.
    package func lastMembers<Value>(_ transform: (JSONMember) -> Value?) -> [Value] {
        guard document.repeatsNames else { return members(transform) }
        var lasts: [String: Int] = [:]
        forEachPair { pair in if pair.name.record.kind == .string { lasts[pair.name.text] = pair.name.index } }
        return members { member in
            let isLast = member.name.record.kind != .string || lasts[member.name.text] == member.name.index
            return isLast ? transform(member) : nil
        }
    }

    /// The placeholders of an object that may become any number of members, as in `{ ${input.attributes} }`.
    public var memberRuns: [JSONNode] {
        var runs: [JSONNode] = []
        forEachPair { pair in
            let name = pair.name.record
            if name.form == .run, name.start < name.end { runs.append(pair.name) }
        }
        return runs
    }

    /// The text that a corrected body has for a placeholder that may become any number of members.
    package var runText: String {
        let text = text
        return text.hasPrefix("...") || text == "…" ? Shown.leftOut : text
    }

    /// The values of an array in order; empty for any other node.
    public var elements: [JSONNode] {
        guard record.kind == .array else { return [] }
        var elements: [JSONNode] = []
        elements.reserveCapacity(Int(record.count))
        var index = index + 1
        for _ in 0..<record.count {
            elements.append(JSONNode(document: document, index: index))
            index = document.records[index].successor(of: index)
        }
        return elements
    }

    /// The value of the last member with a name, which most readers use, or `nil` if there is none.
    public subscript(name: String) -> JSONNode? {
        var found: JSONNode?
        forEachPair { pair in
            if pair.name.record.form != .run, pair.name.hasText(name) { found = pair.value }
        }
        return found
    }

    /// The value at a JSON pointer (RFC 6901) such as `/parameters/0`, or `nil` if there is none.
    ///
    /// An empty pointer returns the node itself.
    public func node(at pointer: String) -> JSONNode? {
        guard !pointer.isEmpty else { return self }
        guard pointer.hasPrefix("/") else { return nil }
        var node = self
        for part in pointer.dropFirst().split(separator: "/", omittingEmptySubsequences: false) {
            let name = part.replacing("~1", with: "/").replacing("~0", with: "~")
            let next = node.kind == .array ? Int(name).flatMap { node.element($0) } : node[String(name)]
            guard let next else { return nil }
            node = next
        }
        return node
    }

    /// The element at an index, counted from 0, or `nil` if there is none.
    public func element(_ number: Int) -> JSONNode? {
        guard record.kind == .array, number >= 0, number < Int(record.count) else { return nil }
        var index = index + 1
        for _ in 0..<number { index = document.records[index].successor(of: index) }
        return JSONNode(document: document, index: index)
    }

    /// Visits all pairs of records in an object, including placeholders that may become any number of members.
    package func forEachPair(_ body: (JSONMember) -> Void) {
        guard record.kind == .object else { return }
        var index = index + 1
        for _ in 0..<record.count / 2 {
            let value = index + 1
            body(
                JSONMember(
                    name: JSONNode(document: document, index: index),
                    value: JSONNode(document: document, index: value)
                )
            )
            index = document.records[value].successor(of: value)
        }
    }
}
