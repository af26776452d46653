import Testing

/// The tags of a page, with a check that each is closed.
struct HTMLOutline {
    struct Tag {
        var name: String
        var attributes: [String: String]
    }

    private(set) var tags: [Tag] = []

    private static let void: Set<String> = ["meta", "input", "br"]

    /// Reads a page strictly; fails the test if it's malformed.
    init(_ text: String) throws {
        var rest = text[...]
        var open: [String] = []
        while let start = rest.firstIndex(of: "<") {
            rest = rest[rest.index(after: start)...]
            let end = try #require(rest.firstIndex(of: ">"), "a tag is not closed")
            let tag = rest[..<end]
            rest = rest[rest.index(after: end)...]
            if tag.hasPrefix("!") { continue }
            if tag.hasPrefix("/") {
                #expect(open.popLast() == String(tag.dropFirst()))
                continue
            }
            let name = String(tag.prefix { $0 != " " })
            tags.append(Tag(name: name, attributes: try Self.attributes(tag.dropFirst(name.count))))
            if name == "style" || name == "script" {
                rest = rest[try #require(rest.firstRange(of: "</\(name)>")).upperBound...]
            } else if !Self.void.contains(name) {
                open.append(name)
            }
        }
        #expect(open == [])
    }

    private static func attributes(_ text: Substring) throws -> [String: String] {
        var attributes: [String: String] = [:]
        var rest = text.drop { $0 == " " || $0 == "\n" }
        while !rest.isEmpty {
            let name = String(rest.prefix { $0.isLetter || $0 == "-" })
            try #require(!name.isEmpty, "not an attribute: \(rest)")
            rest = rest.dropFirst(name.count)
            if rest.hasPrefix("=\"") {
                let value = rest.dropFirst(2).prefix { $0 != "\"" }
                attributes[name] = String(value)
                rest = rest.dropFirst(value.count + 3)
            } else {
                attributes[name] = ""
            }
            rest = rest.drop { $0 == " " || $0 == "\n" }
        }
        return attributes
    }
}
