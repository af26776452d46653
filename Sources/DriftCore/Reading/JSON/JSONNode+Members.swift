/// A name and its value in an object.
public struct JSONMember: Sendable {
    /// The name: a string, or a placeholder.
    public let name: JSONNode

    /// The value.
    public let value: JSONNode
}

extension JSONNode {
    /// The members of an object in order, those of the same name too; none for another node.
    public var members: [JSONMember] { pairs.filter { $0.name.record.form != .run } }

    /// The placeholders of an object that stand for any number of members: `{ ${input.attributes} }`.
    public var memberRuns: [JSONNode] {
        pairs.map(\.name).filter { $0.record.form == .run && $0.record.start < $0.record.end }
    }

    /// The values of an array in order; none for another node.
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

    /// The value of the last member of a name, which is the one that most readers take; nil where there is none.
    public subscript(name: String) -> JSONNode? {
        members.last { $0.name.text == name }?.value
    }

    /// The value at a JSON pointer (RFC 6901), such as `/parameters/0`; the node itself for an empty one.
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

    /// The element of a number, counted from 0; nil where there is none.
    public func element(_ number: Int) -> JSONNode? {
        guard record.kind == .array, number >= 0, number < Int(record.count) else { return nil }
        var index = index + 1
        for _ in 0..<number { index = document.records[index].successor(of: index) }
        return JSONNode(document: document, index: index)
    }

    /// All pairs of records in an object, placeholders that stand for members included.
    var pairs: [JSONMember] {
        guard record.kind == .object else { return [] }
        var pairs: [JSONMember] = []
        pairs.reserveCapacity(Int(record.count) / 2)
        var index = index + 1
        for _ in 0..<record.count / 2 {
            let value = index + 1
            pairs.append(
                JSONMember(
                    name: JSONNode(document: document, index: index),
                    value: JSONNode(document: document, index: value)
                )
            )
            index = document.records[value].successor(of: value)
        }
        return pairs
    }
}
