import Foundation
import TestSupport
import Testing

/// docs/messages.md lists the messages of the program with the rule or the file that they come from.
struct MessageTableTests {
    @Test func listsEachMessageWithItsPlace() throws {
        let sources = Folders.package.appending(path: "Sources")
        let files = try FileManager.default.subpathsOfDirectory(atPath: sources.path)
        var rows: Set<[String]> = []
        for file in files where file.hasSuffix(".swift") && !file.hasSuffix("EmbeddedEventTopics.swift") {
            let text = try String(contentsOf: sources.appending(path: file), encoding: .utf8)
            for message in SourceMessages(in: text).all { rows.insert([message.text, message.fix, Self.place(file)]) }
        }
        #expect(rows.count > 300)
        #expect(rows.count { !$0[1].isEmpty } > 100)
        let table = rows.sorted { ($0[0].lowercased(), $0[1], $0[2]) < ($1[0].lowercased(), $1[1], $1[2]) }.map { row in
            let texts = row.prefix(2).map { $0.replacing("|", with: "\\|").replacing("<", with: "&lt;") }
            return "| \(texts[0]) | \(texts[1]) | \(row[2]) |\n"
        }
        try expectGolden(
            """
            # Messages

            Find the rule or the file that a message comes from, and the fix that follows it. `…` stands for a name, a type
            or a place. Tests write this page from the sources. It lacks texts that the code builds from parts.

            | message | fix | from |
            |---|---|---|

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
    struct Message {
        let text: String

        /// Empty if the message has no fix, or one that isn't a literal.
        let fix: String
    }

    let all: [Message]

    init(in source: String) {
        let start =
            #/(?:ReadingError|RunFailure|ValidationError|Evidence|AccessError|PlatformError|Remark|Unknown|TerraformProblem|TextFault|\.error|\bproblem\(|problem =|message =|reason =|problem:|message:|reason:)\(?\s*(?=")/#
        all = source.matches(of: start).compactMap { match in
            var scanner = LiteralScanner(source[match.range.upperBound...])
            let text = scanner.concatenation()
            // A word alone is no message.
            guard text.contains(" "), text.filter(\.isLetter).count > 7 else { return nil }
            return Message(text: text, fix: scanner.fix())
        }
    }
}

/// Reads string literals of Swift that are joined by `+`.
private struct LiteralScanner {
    private var rest: Substring

    init(_ rest: Substring) { self.rest = rest }

    /// Literals that `+` joins, as one line.
    mutating func concatenation() -> String {
        var text = literal()
        while true {
            let next = rest.drop { $0.isWhitespace }
            guard next.first == "+" else { break }
            let after = next.dropFirst().drop { $0.isWhitespace }
            guard after.first == "\"" else {
                // The code adds a part that isn't a literal.
                text += "…"
                break
            }
            rest = after
            text += literal()
        }
        return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// The literal of the argument `fix:` among the arguments that follow, or an empty string.
    mutating func fix() -> String {
        var depth = 0
        while let first = rest.first {
            if first == "\"" {
                _ = literal()
                continue
            }
            if depth == 0, let label = rest.prefixMatch(of: #/fix: *\s*(?:Fix\(\s*)?(?=")/#) {
                rest = rest[label.range.upperBound...]
                return concatenation()
            }
            if "([{".contains(first) { depth += 1 }
            if ")]}".contains(first) { depth -= 1 }
            guard depth >= 0 else { return "" }
            rest.removeFirst()
        }
        return ""
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
        return text
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
