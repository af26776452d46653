import TestSupport
import YAML

/// Random values to write, with strings that are hard to write.
struct RandomValues {
    private var random: SplitMix64

    /// Strings that look like something else, or that a reader rejects or changes if they aren't quoted.
    static let evilStrings = [
        "", " ", "  a", "a ", "yes", "no", "1.0", "null", "~", "2026-01-01", "- x", "-", "--- x", "... x", "a: b", "a:",
        ":",
        ": a", "0x1F", "0o7", "1e3", ".5", ".inf", "1:30", "=", "<<", "{}", "[", "]", "}", ",", "a,b", "#", "a #b",
        "a# b",
        "%a", "@a", "`", "!a", "&a", "*a", "?", "? a", "|", ">", "'", "\"", "\\", "\\n", "'a", "a'", "\n", "a\nb",
        "\na\n",
        "\r", "\r\n", "\t", "\ta", "a\t", "\0", "\u{1}", "\u{7F}", "\u{80}", "\u{85}", "\u{A0}", "a\u{A0}", "\u{AD}",
        "\u{2028}", "\u{2029}", "\u{FEFF}", "a\u{FEFF}", "\u{E000}", "é", "e\u{301}",
        "\u{301}a", "😁", "👨‍👩‍👧", "東京", "مرحبا", "\u{202E}x", "true", "TRUE", "y", "on", "$.a[0]", "string[]",
        String(repeating: "k", count: 128), String(repeating: "k", count: 129), String(repeating: "long ", count: 400),
        String(repeating: "é", count: 700), String(repeating: "\0", count: 400), String(repeating: "\n", count: 1100),
    ]

    init(seed: UInt64) {
        random = SplitMix64(seed: seed)
    }

    /// The next value, with at most `depth` levels of collections.
    mutating func next(depth: Int) -> YAMLValue {
        let style: YAMLStyle = Bool.random(using: &random) ? .block : .flow
        switch depth == 0 ? 9 : Int.random(in: 0..<10, using: &random) {
        case 0...3:
            var keys = Set<String>()
            let entries = (0..<Int.random(in: 0...5, using: &random)).compactMap { _ -> YAMLEntry? in
                let key = string()
                guard keys.insert(key).inserted else { return nil }
                return YAMLEntry(key, next(depth: depth - 1), comment: comment())
            }
            return .mapping(entries, style)
        case 4...6:
            return .sequence((0..<Int.random(in: 0...4, using: &random)).map { _ in next(depth: depth - 1) }, style)
        default:
            return .scalar(scalar())
        }
    }

    /// A comment, or `nil` for none.
    mutating func comment() -> String? {
        Int.random(in: 0..<4, using: &random) == 0 ? string() : nil
    }

    private mutating func scalar() -> YAMLScalar {
        switch Int.random(in: 0..<8, using: &random) {
        case 0: .null
        case 1: .boolean(Bool.random(using: &random))
        case 2: .integer(Int(truncatingIfNeeded: random.next()) >> Int.random(in: 0..<64, using: &random))
        case 3: .decimal(decimal())
        default: .string(string())
        }
    }

    /// A random number; all NaN values become one, which has one spelling.
    private mutating func decimal() -> Double {
        let decimal = Double(bitPattern: random.next())
        return decimal.isNaN ? .nan : decimal
    }

    private mutating func string() -> String {
        if Bool.random(using: &random) { return Self.evilStrings.randomElement(using: &random) ?? "" }
        let ranges: [ClosedRange<UInt32>] = [0x20...0x7E, 0x20...0x7E, 0x30...0x39, 0...0x2FF, 0...0x10FFFF]
        let range = ranges.randomElement(using: &random) ?? 0x20...0x7E
        var string = String.UnicodeScalarView()
        for _ in 0..<Int.random(in: 0...12, using: &random) {
            if let scalar = UnicodeScalar(UInt32.random(in: range, using: &random)) { string.append(scalar) }
        }
        return String(string)
    }
}
