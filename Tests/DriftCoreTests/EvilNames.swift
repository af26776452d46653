/// Names that are hard to write, to read again, or to make a path from.
enum EvilNames {
    /// Names that look like something else, or that a reader would reject or change.
    static let all = [
        "A", "Callback Request", "../../x", "/", "CON", "yes", "no", "1.0", "null", "~", "2026-01-01", "- x", "a: b",
        "a #b", "#",
        "{{name}}", "{a}", "[b]", "&a", "*a", "!a", "|", ">", "%", "@", "`", "'", "\"", "\\", "\\n", " a", "a ", "\t",
        "\n",
        "a\r\nb", "\u{0}", "\u{7F}", "\u{85}", "\u{2028}", "\u{FEFF}", "\u{202E}x", "é", "e\u{301}", "\u{301}a", "😀",
        "👨‍👩‍👧", "東京",
        "Flow.a", "flow.A", "any", "true", "0x1F", "0o7", ".inf", "<<", "=", "?", ":", "-", "---", "...", "string[]",
        String(repeating: "x", count: 300), String(repeating: "é", count: 1_100), String(repeating: "Long ", count: 60),
    ]

    /// A name: one of ``all``, or a random one.
    static func name(using random: inout some RandomNumberGenerator) -> String {
        if Int.random(in: 0..<4, using: &random) == 0 { return all.randomElement(using: &random) ?? "A" }
        let ranges: [ClosedRange<UInt32>] = [0x20...0x7E, 0x41...0x5A, 0x61...0x7A, 0...0x2FF, 0x1F600...0x1F64F]
        let range = ranges.randomElement(using: &random) ?? 0x20...0x7E
        var name = String.UnicodeScalarView()
        for _ in 0..<Int.random(in: 1...12, using: &random) {
            name.append(Unicode.Scalar(UInt32.random(in: range, using: &random)) ?? "a")
        }
        return String(name)
    }
}
