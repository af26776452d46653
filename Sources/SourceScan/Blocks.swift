import SourceText

/// The pieces of code in a file that contains more than one language, and the prose between them.
struct Blocks {
    private(set) var code: [(range: Range<Int>, language: ScannedLanguage)] = []
    private(set) var prose: [Range<Int>] = []
    private let bytes: [UInt8]

    /// The script blocks of a Vue, Svelte or HTML file.
    static func markup(_ bytes: [UInt8]) -> Blocks {
        var blocks = Blocks(bytes)
        blocks.readMarkup()
        return blocks
    }

    /// The fenced blocks of a Markdown file; a block in an unknown language is prose.
    static func markdown(_ bytes: [UInt8]) -> Blocks {
        var blocks = Blocks(bytes)
        blocks.readMarkdown()
        return blocks
    }

    private init(_ bytes: [UInt8]) { self.bytes = bytes }

    private func follows(_ text: StaticString, at index: Int) -> Bool {
        guard index + text.utf8CodeUnitCount <= bytes.count else { return false }
        for offset in 0..<text.utf8CodeUnitCount where bytes[index + offset] | 0x20 != text.utf8Start[offset] | 0x20 {
            return false
        }
        return true
    }

    private mutating func readMarkup() {
        var index = 0
        var proseStart = 0
        while index < bytes.count {
            guard bytes[index] == UInt8(ascii: "<"), follows("<script", at: index) else {
                index += 1
                continue
            }
            var start = index
            while start < bytes.count, bytes[start] != UInt8(ascii: ">") { start += 1 }
            let tag = String(decoding: bytes[index..<start], as: UTF8.self)
            start = min(start + 1, bytes.count)
            var end = start
            while end < bytes.count, !(bytes[end] == UInt8(ascii: "<") && follows("</script", at: end)) { end += 1 }
            prose.append(proseStart..<start)
            let isTyped = tag.contains("lang=\"ts") || tag.contains("lang='ts")
            let isJSON = tag.contains("json")
            if let language = ScannedLanguage(word: isTyped ? "ts" : isJSON ? "json" : "js") {
                code.append((start..<end, language))
            }
            proseStart = end
            index = end + 1
        }
        prose.append(min(proseStart, bytes.count)..<bytes.count)
    }

    private mutating func readMarkdown() {
        var index = 0
        var proseStart = 0
        while index < bytes.count {
            let lineEnd = end(ofLine: index)
            guard let fence = fence(index..<lineEnd) else {
                index = lineEnd + 1
                continue
            }
            let start = min(lineEnd + 1, bytes.count)
            var close = start
            while close < bytes.count {
                let stop = end(ofLine: close)
                if let closing = self.fence(close..<stop), closing.byte == fence.byte, closing.count >= fence.count,
                    closing.word.isEmpty
                {
                    break
                }
                close = stop + 1
            }
            close = min(close, bytes.count)
            if let language = ScannedLanguage(word: fence.word), start < close {
                prose.append(proseStart..<start)
                code.append((start..<close, language))
                proseStart = close
            }
            index = end(ofLine: close) + 1
        }
        prose.append(min(proseStart, bytes.count)..<bytes.count)
    }

    private func end(ofLine start: Int) -> Int {
        var end = start
        while end < bytes.count, bytes[end] != 0x0a { end += 1 }
        return end
    }

    private func fence(_ line: Range<Int>) -> (byte: UInt8, count: Int, word: String)? {
        var index = line.lowerBound
        while index < line.upperBound, bytes[index] == 0x20 || bytes[index] == UInt8(ascii: ">") { index += 1 }
        guard index < line.upperBound, bytes[index] == UInt8(ascii: "`") || bytes[index] == UInt8(ascii: "~") else {
            return nil
        }
        let byte = bytes[index]
        let start = index
        while index < line.upperBound, bytes[index] == byte { index += 1 }
        guard index - start >= 3 else { return nil }
        let rest = String(decoding: bytes[index..<line.upperBound], as: UTF8.self)
        let word = rest.drop { $0 == " " || $0 == "{" || $0 == "." }
            .prefix { $0.isLetter || $0.isNumber || $0 == "#" || $0 == "+" }
        return (byte, index - start, String(word))
    }
}

/// Reads the code cells of a notebook as one text of Python.
enum Notebook {
    /// One unit with all code cells, or `nil` if the notebook has no code.
    static func cells(_ file: DecodedText) -> CodeUnit? {
        guard let json = ScannedLanguage(word: "json"), let python = ScannedLanguage(word: "py") else { return nil }
        let notebook = CodeUnit(file: file, range: 0..<file.bytes.count, language: json)
        var bytes: [UInt8] = []
        var segments: [CodeUnit.Segment] = []
        var isCode = false
        for index in notebook.tokens.indices where notebook.isString(index) {
            guard notebook.token(index + 1)?.isSymbol(UInt8(ascii: ":")) ?? false else { continue }
            let key = notebook.raw(index)
            if key == "cell_type" { isCode = notebook.isString(index + 2) && notebook.raw(index + 2) == "code" }
            guard key == "source", isCode, let value = notebook.token(index + 2) else { continue }
            let lines =
                value.kind == .open
                ? (index + 3)..<max(index + 3, notebook.closer(index + 2)) : (index + 2)..<(index + 3)
            for line in lines where notebook.isString(line) {
                append(line, of: notebook, to: &bytes, &segments)
            }
            bytes.append(0x0a)
        }
        guard !bytes.isEmpty else { return nil }
        return CodeUnit(file: file, bytes: bytes, segments: segments, language: python)
    }

    private static func append(
        _ index: Int,
        of notebook: CodeUnit,
        to bytes: inout [UInt8],
        _ segments: inout [CodeUnit.Segment]
    ) {
        let token = notebook.tokens[index]
        let decoded = Unescaping.bytes(of: notebook.bytes[token.content], token.escape)
        var expected = -1
        for (byte, offset) in zip(decoded.bytes, decoded.offsets) {
            if offset != expected { segments.append(CodeUnit.Segment(start: bytes.count, origin: offset)) }
            bytes.append(byte)
            expected = offset + 1
        }
    }
}
