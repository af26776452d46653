import Foundation
import SourceText
import TestSupport
import Testing

@testable import DriftCore

/// Properties of any contract after an update by any launches.
struct ContractEditProperties {
    @Test(arguments: 0..<1_000 as Range<UInt64>)
    func keepsEveryCommentAndChangesNothingTwice(_ seed: UInt64) throws {
        var random = RandomContract(seed: seed)
        let text = random.text()
        let launches = random.launches()
        // The edit itself requires that the result is what was meant.
        let updated = try LaunchSample.updated(text, by: launches, recordings: ["../t/a.ndjson"])
        #expect(Self.comments(of: updated) == Self.comments(of: text), "\(text)\n\(updated)")
        #expect(try LaunchSample.updated(updated, by: launches) == updated, "\(updated)")
        for shuffled in [launches.reversed(), launches + launches] {
            let again = try LaunchSample.updated(text, by: shuffled, recordings: ["../t/a.ndjson"])
            #expect(again == updated)
        }
        let breaks = updated.unicodeScalars.count { $0 == "\r" }
        #expect(breaks == (text.contains("\r\n") ? updated.unicodeScalars.count { $0 == "\n" } : 0))
    }

    @Test func meetsEachKindOfChange() throws {
        var kinds: Set<String> = []
        for seed in 0..<300 as Range<UInt64> {
            var random = RandomContract(seed: seed)
            let contract = try ContractReader().contract(Array(random.text().utf8), file: "c.yaml")
            let inputs = try LaunchedInputs(merging: random.launches(), of: nil)
            let update = try ContractUpdate(of: contract, by: inputs, recordings: [])
            if !update.added.isEmpty { kinds.insert("added") }
            if update.changed.contains(where: \.becomesSometimes) { kinds.insert("sometimes") }
            if update.changed.contains(where: { $0.newType != nil }) { kinds.insert("type") }
            if !update.unsent.isEmpty { kinds.insert("unsent") }
            if contract.launch == nil { kinds.insert("no launch") }
        }
        #expect(kinds == ["added", "sometimes", "type", "unsent", "no launch"])
    }

    private static func comments(of text: String) -> [String] { text.matches(of: /# c\d+/).map { String($0.output) } }
}

/// A contract in one of the many layouts that people use, and launches of its flow, the same for the same seed.
struct RandomContract {
    private var random: SplitMix64
    private var commentCount = 0
    private var step = 2

    private static let types = ["string", "integer", "decimal", "\"string[]\"", "'boolean'", "json"]
    private static let names = ["Flow.a", "Flow.c", "Flow.d", "Flow.e"]

    init(seed: UInt64) {
        random = SplitMix64(seed: seed)
    }

    mutating func launches() -> [PlacedLaunch] {
        let types = ["Flow.a": "string", "Flow.b": "integer", "Flow.c": "decimal", "Flow.d": "string[]"]
        return (1...Int.random(in: 1...3, using: &random)).map { line in
            var inputs: [String: String] = [:]
            for (name, type) in types.sorted(by: { $0.key < $1.key }) where isSo(2, in: 3) { inputs[name] = type }
            return LaunchSample.launch(inputs, line: line)
        }
    }

    mutating func text() -> String {
        step = pick([2, 2, 3, 4])
        var text = lines(0) + "flowdrift: 1\(comment())\ncontract: c\nflow: workflow/A\n" + lines(0)
        let triggers =
            "triggers:\n\(pick(["", blanks(step)]))- name: T\(comment())\n" + lines(pick([0, step, step + 2]))
        switch Int.random(in: 0..<8, using: &random) {
        case 0: text += triggers
        case 1: text += "launch: {}\(comment())\n" + lines(pick([0, 2])) + triggers
        case 2, 3:
            let tail = pick([", outputs: {}", ", recordings: [ x.ndjson ]", ", outputs: { Flow.s: integer }, ", ""])
            text += "launch: { inputs: \(braces(step))\(tail) }\(comment())\n" + lines(0)
        default: text += block() + (isSo(1, in: 2) ? lines(0) + triggers : "")
        }
        if isSo(1, in: 5) { text = text.replacing("\n", with: "\r\n") }
        if isSo(1, in: 5), text.last?.isNewline ?? false { text.removeLast() }
        return (isSo(1, in: 8) ? "\u{FEFF}" : "") + text
    }

    // MARK: - Parts

    private mutating func isSo(_ one: Int, in all: Int) -> Bool { Int.random(in: 0..<all, using: &random) < one }

    private mutating func pick<Value>(_ values: [Value]) -> Value {
        values[Int.random(in: values.indices, using: &random)]
    }

    private func blanks(_ count: Int) -> String { String(repeating: " ", count: count) }

    /// A comment behind something, or nothing.
    private mutating func comment() -> String {
        guard isSo(2, in: 5) else { return "" }
        commentCount += 1
        return "   # c\(commentCount)"
    }

    /// Lines of comments, and perhaps an empty line.
    private mutating func lines(_ indentation: Int) -> String {
        var text = ""
        while isSo(1, in: 4) {
            commentCount += 1
            text += blanks(indentation) + "# c\(commentCount)\n"
        }
        return text + (isSo(1, in: 10) ? "\n" : "")
    }

    private mutating func key(_ name: String) -> String { pick([name, name, name, "\"\(name)\"", "'\(name)'"]) }

    /// What follows an input's name on its line.
    private mutating func terms() -> String {
        let type = pick(Self.types)
        switch Int.random(in: 0..<5, using: &random) {
        case 0: return "{\"type\": \"string\", \"sent\": \"always\"}"
        case 1, 2: return "{ type: \(type)\(pick(["", " ", ", sent: always", ", sent: sometimes", ","])) }"
        default: return type
        }
    }

    private mutating func chosenNames(_ least: Int) -> [String] {
        Array(Self.names.shuffled(using: &random).prefix(Int.random(in: least...4, using: &random)))
    }

    /// Inputs in braces, on one line or several.
    private mutating func braces(_ indentation: Int) -> String {
        let entries = chosenNames(0).map { key($0) + ": " + terms() }
        if entries.isEmpty || isSo(1, in: 2) {
            return "{\(pick(["", " "]))\(entries.joined(separator: ", "))\(pick(["", " "]))}"
        }
        var text = "{\(comment())\n"
        for (index, entry) in entries.enumerated() {
            let comma = index == entries.count - 1 && isSo(1, in: 2) ? "" : ","
            text += blanks(indentation + 2) + entry + comma + comment() + "\n"
        }
        return text + blanks(indentation) + "}"
    }

    /// A launch on lines of its own.
    private mutating func block() -> String {
        var text = "launch:\(comment())\n"
        if isSo(1, in: 3) { text += lines(step) + blanks(step) + "via: flow-execution\(comment())\n" }
        for part in [0, 1, 2].shuffled(using: &random).prefix(Int.random(in: 1...3, using: &random)) {
            text += lines(pick([step, step, 0, step + 2]))
            switch part {
            case 0: text += isSo(3, in: 5) ? inputs() : blanks(step) + "inputs: \(braces(step))\(comment())\n"
            case 1:
                text += blanks(step) + "outputs:\(comment())\n" + blanks(step * 2) + "Flow.s: integer\(comment())\n"
            default: text += recordings()
            }
        }
        return text
    }

    private mutating func inputs() -> String {
        let inner = step * 2
        var text = blanks(step) + key("inputs") + ":\(comment())\n"
        for name in chosenNames(1) {
            text += lines(pick([inner, inner, inner + 2, 0]))
            guard isSo(1, in: 4) else {
                text += blanks(inner) + key(name) + ": " + terms() + comment() + "\n"
                continue
            }
            text += blanks(inner) + key(name) + ":\(comment())\n" + lines(inner + step)
            text += blanks(inner + step) + "type: \(pick(Self.types))\(comment())\n"
            if isSo(1, in: 2) { text += blanks(inner + step) + "sent: \(pick(["always", "sometimes"]))\(comment())\n" }
            text += lines(pick([inner + step, inner + step + 2]))
        }
        return text
    }

    private mutating func recordings() -> String {
        switch Int.random(in: 0..<3, using: &random) {
        case 0: return blanks(step) + "recordings: [ x.ndjson ]\(comment())\n"
        case 1: return blanks(step) + "recordings: []\(comment())\n"
        default:
            let inner = pick([step, step + 2])
            return blanks(step) + "recordings:\(comment())\n" + lines(inner) + blanks(inner)
                + "- x.ndjson\(comment())\n"
                + lines(pick([inner, inner + 2]))
        }
    }
}
