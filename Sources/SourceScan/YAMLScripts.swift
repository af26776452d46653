import SourceText

/// The scripts in a YAML file's scalars, such as the steps of a pipeline.
struct YAMLScripts {
    /// Each script with its scalar's place in the file, in order.
    private(set) var units: [(range: Range<Int>, unit: CodeUnit)] = []
    private let unit: CodeUnit

    init(_ unit: CodeUnit) {
        self.unit = unit
        for index in unit.tokens.indices where unit.tokens[index].kind == .string || unit.tokens[index].kind == .word {
            guard let language = language(of: index) else { continue }
            let token = unit.tokens[index]
            units.append((token.start..<token.end, script(index, language)))
        }
    }

    /// The language of a scalar that is a script, or `nil` for another scalar.
    private func language(of index: Int) -> ScannedLanguage? {
        let token = unit.tokens[index]
        guard token.code == UInt8(ascii: "|"), token.kind == .string else {
            // Only its own text shows that a scalar on one line is a command.
            let text = unit.bytes[token.content]
            let isCommand = Self.commands.contains { text.holds($0) } && !PathText.matches(in: text).isEmpty
            return isCommand ? ScannedLanguage(word: "sh") : nil
        }
        let key = unit.raw(index - 2)
        if key == "pwsh" || key == "powershell" { return ScannedLanguage(word: "ps1") }
        guard Self.keys.contains(key) else { return nil }
        let isJavaScript =
            key == "script"
            && (max(0, index - 12)..<index).contains { place in
                unit.raw(place).contains("github-script")
            }
        return ScannedLanguage(word: isJavaScript ? "js" : "sh")
    }

    private func script(_ index: Int, _ language: ScannedLanguage) -> CodeUnit {
        let token = unit.tokens[index]
        guard token.escape != .none, token.kind == .string else {
            return CodeUnit(file: unit.file, range: token.content, language: language)
        }
        var segments: [CodeUnit.Segment] = []
        let decoded = Unescaping.bytes(of: unit.bytes[token.content], token.escape)
        var expected = -1
        for (place, offset) in decoded.offsets.enumerated() {
            if offset != expected { segments.append(CodeUnit.Segment(start: place, origin: offset)) }
            expected = offset + 1
        }
        return CodeUnit(file: unit.file, bytes: decoded.bytes, segments: segments, language: language)
    }

    private static let commands = ["curl ", "wget ", "http POST"].map { Array($0.utf8) }
    private static let keys: Set = [
        "run", "script", "command", "bash", "sh", "args", "before_script", "after_script", "-",
    ]
}
