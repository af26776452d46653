import DriftCore
import PastedRequests
import SourceScan
import StrictJSON

/// The launches in a source file whose bodies are literals, as requests.
///
/// An expression becomes a placeholder, since its value is unknown.
struct SourceLaunches {
    /// The launches, or `nil` if no body is a literal.
    let text: PastedText?

    /// The reason why the file can't be checked although it launches a flow, or `nil` if it can.
    let obstacle: ForeignText?

    /// Whether a file's name says that it is a program.
    static func isProgram(_ file: String) -> Bool { ScannedLanguage(file: file, text: [])?.isProgram ?? false }

    /// Scans a file.
    init(in bytes: [UInt8], file: String) {
        let source = ScannedSource(bytes, file: file)
        // JSON and YAML have readers of their own, which report what is wrong in such a file.
        guard let language = source.language, !language.isData else {
            (text, obstacle) = (nil, nil)
            return
        }
        let pasted = PastedSource(bytes)
        let launches = source.launches.filter { $0.setting != .comment && $0.setting != .document }
        let bodies = launches.compactMap { site in site.body.map { ($0, site.mayMentionMore) } }
        text = bodies.first.map { first in
            let requests = bodies.map { SourceBody(pasted).request($0.0.withOpenInputs(if: $0.1)) }
            return PastedText(ofSource: requests, form: first.0.form)
        }
        guard bodies.isEmpty, let first = launches.first else {
            obstacle = nil
            return
        }
        obstacle = ForeignText(
            "The \(language.name) code builds the body of its launch at run time, so lint can't read the body",
            fix:
                "run the code's tests with `flowdrift stub --run`, which checks each launch, "
                + "or give lint the request that the code sends",
            at: first.position
        )
    }
}

extension LiteralBody {
    /// The body; if the code may add inputs after the literal, the object of inputs is open, so that it may have more.
    fileprivate func withOpenInputs(if mayHaveMore: Bool) -> LiteralNode {
        guard mayHaveMore, case .object(var members, false) = node.kind else { return node }
        var open = node
        let index = members.firstIndex { ["inputData", "inputOutputData"].contains($0.wireKey) }
        if let index {
            guard case .object(let inputs, _) = members[index].value.kind else { return node }
            members[index].value.kind = .object(inputs, isOpen: true)
        }
        open.kind = .object(members, isOpen: index == nil)
        return open
    }
}

/// Writes a literal of source code as JSON, and keeps the position of each part in the source file.
private struct SourceBody {
    private let source: PastedSource
    private var taken = TakenText()

    init(_ source: PastedSource) { self.source = source }

    func request(_ node: LiteralNode) -> HTTPRequestText {
        var body = self
        body.taken = TakenText(at: offset(of: node.position))
        body.write(node)
        return RequestTextReader.body(body.taken, in: source)
    }

    private mutating func write(_ node: LiteralNode) {
        switch node.kind {
        case .object(let members, let isOpen):
            put("{", at: node.position)
            for (index, member) in members.enumerated() {
                if index > 0 { put(", ", at: member.key.position) }
                put(JSONValue.quoted(member.wireKey), from: member.key.position, to: member.key.end)
                put(": ", at: member.key.end)
                write(member.value)
            }
            if isOpen { put(members.isEmpty ? "{{others}}" : ", {{others}}", at: node.end) }
            put("}", at: node.end)
        case .array(let elements, let isOpen):
            put("[", at: node.position)
            for (index, element) in elements.enumerated() {
                if index > 0 { put(", ", at: element.position) }
                write(element)
            }
            if isOpen { put(elements.isEmpty ? "{{others}}" : ", {{others}}", at: node.end) }
            put("]", at: node.end)
        case .string(let text): put(JSONValue.quoted(text), from: node.position, to: node.end)
        case .number(let text):
            let isJSON = text.wholeMatch(of: /-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?/) != nil
            put(isJSON ? text : "{{value}}", from: node.position, to: node.end)
        case .bool(let value): put(value ? "true" : "false", from: node.position, to: node.end)
        case .null: put("null", from: node.position, to: node.end)
        case .expression(_, let parts):
            // A template string is a string, whatever the values of its placeholders.
            put(parts.isEmpty ? "{{value}}" : "\"{{value}}\"", from: node.position, to: node.end)
        }
    }

    private mutating func put(_ text: String, from position: Position, to end: Position) {
        let start = offset(of: position)
        taken.append(text, for: start..<max(start, offset(of: end)), .none)
    }

    private mutating func put(_ text: String, at position: Position) { put(text, from: position, to: position) }

    /// The first byte at or after a position.
    private func offset(of position: Position) -> Int {
        var (low, high) = (0, source.bytes.count)
        while low < high {
            let middle = (low + high) / 2
            if source.places.position(of: middle) < position { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
