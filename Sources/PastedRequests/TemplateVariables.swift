/// The variables of a file of requests, which occur in its requests as `{{name}}`.
package struct TemplateVariables: Sendable {
    private var values: [String: String] = [:]

    /// The largest number of bytes that values may add to one text.
    private static let room = 1 << 20

    package init() {}

    /// Reads the variables of a Postman collection or of Insomnia's environments.
    package init(of root: JSONNode) {
        let collection = root["collection"] ?? root
        for variable in collection["variable"]?.elements ?? [] where variable["type"]?.string != "secret" {
            guard let name = (variable["key"] ?? variable["id"])?.string, let value = variable["value"] else {
                continue
            }
            add(name, value.text)
        }
        for resource in root["resources"]?.elements ?? [] where resource["_type"]?.string == "environment" {
            for member in resource["data"]?.members ?? [] {
                add(member.name.text, member.value.text)
                add("_." + member.name.text, member.value.text)
            }
        }
    }

    /// The credentials among the values, which messages must not show.
    package var redaction: Redaction { Redaction(Array(values.values.joined(separator: " ").utf8)) }

    package var isEmpty: Bool { values.isEmpty }

    /// Sets a variable; an empty value is ignored, because such a variable gets its value elsewhere.
    package mutating func add(_ name: String, _ value: String) {
        guard !value.isEmpty else { return }
        values[name] = filled(value)
    }

    package func filled(_ text: String) -> String {
        guard !isEmpty, text.contains("{{") else { return text }
        let bytes = Array(text.utf8)
        return pieces(of: bytes).map { $0.value ?? String(decoding: bytes[$0.range], as: UTF8.self) }.joined()
    }

    /// A text with its variables replaced by their values, and the text that the places of the result refer to.
    package func filled(_ source: PastedSource) -> (text: TakenText, outer: PastedSource) {
        var text = TakenText()
        for piece in pieces(of: source.bytes) {
            if let value = piece.value {
                text.append(value, for: piece.range, .none)
            } else {
                text.append(piece.range, of: source.bytes, .none)
            }
        }
        return (text, source)
    }

    private func pieces(of bytes: [UInt8]) -> [(range: Range<Int>, value: String?)] {
        var pieces: [(Range<Int>, String?)] = []
        var (start, index, room) = (0, 0, Self.room)
        while index + 3 < bytes.count {
            guard bytes[index] == UInt8(ascii: "{"), bytes[index + 1] == UInt8(ascii: "{"),
                let close = bytes[index...].prefix(128).end(of: Array("}}".utf8)),
                let value = values[Blanks.trimmed(String(decoding: bytes[index + 2..<close - 2], as: UTF8.self))],
                value.utf8.count <= room
            else {
                index += 1
                continue
            }
            room -= value.utf8.count
            if start < index { pieces.append((start..<index, nil)) }
            pieces.append((index..<close, value))
            (start, index) = (close, close)
        }
        if start < bytes.count { pieces.append((start..<bytes.count, nil)) }
        return pieces
    }
}
