import Foundation
import TestSupport
import Testing

/// docs/messages.md lists the messages of the program with the rule or the file that they come from.
struct MessageTableTests {
    @Test func listsEachMessageWithItsPlace() throws {
        let sources = Folders.package.appending(path: "Sources")
        let files = try FileManager.default.subpathsOfDirectory(atPath: sources.path)
        var rows: Set<[String]> = []
        for file in files where file.hasSuffix(".swift") {
            let text = try String(contentsOf: sources.appending(path: file), encoding: .utf8)
            for message in SourceMessages(in: text).all { rows.insert([message, Self.place(file)]) }
        }
        #expect(rows.count > 300)
        let table = rows.sorted { ($0[0].lowercased(), $0[1]) < ($1[0].lowercased(), $1[1]) }.map { row in
            "| \(row[0].replacing("|", with: "\\|").replacing("<", with: "&lt;")) | \(row[1]) |\n"
        }
        try expectGolden(
            """
            # Messages

            Where a message comes from: the rule that says it, or the file. `…` stands for a name, a type or a place. Written
            by the tests from the sources: it has the texts that are whole in the code, not those that are built from parts.

            | message | from |
            |---|---|

            """ + table.joined(),
            at: Folders.package.appending(path: "docs/messages.md")
        )
    }

    /// The rule that a file holds, as a link to its page, or else the file.
    private static func place(_ file: String) -> String {
        guard file.hasPrefix("DriftCore/Rules/"), file.split(separator: "/").count == 4,
            let name = file.split(separator: "/").last?.dropLast(6)
        else { return "`\(file)`" }
        let id = name.enumerated().map { $0.offset > 0 && $0.element.isUppercase ? "-\($0.element)" : "\($0.element)" }
        let rule = id.joined().lowercased()
        return "[`\(rule)`](rules.md#\(rule))"
    }
}

/// The messages of a Swift source as string literals.
private struct SourceMessages {
    let all: [String]

    init(in source: String) {
        let start =
            #/(?:ReadingError|RunFailure|ValidationError|Evidence|AccessError|PlatformError|Remark|Unknown|TerraformProblem|TextFault|\.error|\bproblem\(|problem =|message =|reason =|problem:|message:|reason:)\(?\s*(?=")/#
        all = source.matches(of: start).compactMap { match in
            var scanner = LiteralScanner(source[match.range.upperBound...])
            let text = scanner.concatenation()
            // A word alone is no message.
            return text.contains(" ") && text.filter(\.isLetter).count > 7 ? text : nil
        }
    }
}

/// Reads string literals of Swift that are joined by `+`.
private struct LiteralScanner {
    private var rest: Substring

    init(_ rest: Substring) { self.rest = rest }

    mutating func concatenation() -> String {
        var text = literal()
        while true {
            let next = rest.drop { $0.isWhitespace }
            guard next.first == "+" else { return text }
            let after = next.dropFirst().drop { $0.isWhitespace }
            guard after.first == "\"" else { return text }
            rest = after
            text += literal()
        }
    }

    /// The text of the literal at the start, with `…` for what is interpolated.
    private mutating func literal() -> String {
        let quote = rest.hasPrefix("\"\"\"") ? "\"\"\"" : "\""
        rest.removeFirst(quote.count)
        var text = ""
        while !rest.isEmpty, !rest.hasPrefix(quote) {
            if rest.hasPrefix("\\(") {
                rest.removeFirst(2)
                interpolation()
                text += "…"
            } else if rest.first == "\\" {
                rest.removeFirst()
                text += rest.first == "n" ? " " : String(rest.prefix(1))
                rest.removeFirst()
            } else {
                text.append(rest.removeFirst())
            }
        }
        rest.removeFirst(min(quote.count, rest.count))
        return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// Skips an interpolation to its closing parenthesis.
    private mutating func interpolation() {
        var depth = 1
        while depth > 0, let first = rest.first {
            if first == "\"" {
                _ = literal()
                continue
            }
            if first == "(" { depth += 1 }
            if first == ")" { depth -= 1 }
            rest.removeFirst()
        }
    }
}
