import SourceText
import StrictJSON

extension ShellLexer {
    /// Takes what stands in the quotes of a word processor, which a shell takes for letters.
    package mutating func curlyQuoted(_ word: inout ShellWord, isDouble: Bool, length: Int) {
        let open = index
        word.isQuoted = true
        let isBody = beginsBody(at: open + length)
        let end = closingCurly(from: open + length, isDouble: isDouble, isBody: isBody)
        let content = open + length..<(end?.lowerBound ?? endOfLine(from: open + length))
        let straight = isDouble && !isBody ? "\"" : "'"
        curlyQuote(open..<open + length, straight)
        word.text.append(content, of: bytes, isDouble && !isBody ? .double : .single)
        index = end?.upperBound ?? content.upperBound
        if let end { curlyQuote(end, straight) }
    }

    private mutating func curlyQuote(_ range: Range<Int>, _ straight: String) {
        let written = String(decoding: bytes[range], as: UTF8.self)
        guard written != straight else { return }
        faults.add(
            .curlyQuotes,
            range,
            "the quote \(written) is typographic, where a shell takes only straight ones",
            "write \(straight)",
            replacement: straight
        )
    }

    /// The quote that closes a text in typographic quotes: the first that ends a word, or else the first of all.
    private mutating func closingCurly(from start: Int, isDouble: Bool, isBody: Bool) -> Range<Int>? {
        let text = Text.curly(isDouble: isDouble, isBody: isBody)
        let isHopeless = start < hopeless[text] ?? 0
        var first: Range<Int>?
        var index = start
        while index < bytes.count {
            let isStraight = bytes[index] == (isDouble ? UInt8(ascii: "\"") : UInt8(ascii: "'"))
            let wide = ShellSigns.wide(bytes, at: index)
            let isCurly = wide.map { (isDouble ? ShellSigns.doubles : ShellSigns.singles).contains($0.scalar) } ?? false
            let length = wide?.length ?? 1
            if isStraight || isCurly {
                let isEnd = isWordEnd(at: index + length) && (!isBody || endsBody(before: index))
                if isEnd { return index..<index + length }
                first = first ?? index..<index + length
                if isHopeless { return first }
            }
            if !isBody, bytes[index] == 0x0A { break }
            index += length
        }
        hopeless[text] = index
        return first
    }

    private func endOfLine(from start: Int) -> Int {
        bytes[start...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count
    }

    /// Takes the dash of a word processor at the start of a word as the one or two that it stands for.
    package mutating func takeForeignDash(_ word: inout ShellWord) {
        let dashes = index..<endOfDashes(from: index)
        guard bytes[dashes].contains(where: { $0 >= 0x80 }) else { return }
        let written = String(decoding: bytes[dashes], as: UTF8.self)
        let letters = bytes[dashes.upperBound...].prefix { $0.isASCIILetterOrDigit || $0 == UInt8(ascii: "-") }
        let name = String(decoding: letters, as: UTF8.self)
        let isLong = name.count > 1 && (CurlOption.isLong(name) || written.contains("\u{2014}") || written.count > 1)
        let straight = isLong ? "--" : "-"
        faults.add(
            .dash,
            dashes,
            "the dash \(written) is typographic, where curl takes only '-'",
            "write \(straight)",
            replacement: straight
        )
        word.text.append(straight, for: dashes, .none)
        index = dashes.upperBound
    }

    private func endOfDashes(from start: Int) -> Int {
        var end = start
        while end < bytes.count {
            if let (scalar, length) = ShellSigns.wide(bytes, at: end), ShellSigns.dashes.contains(scalar) {
                end += length
            } else if bytes[end] == UInt8(ascii: "-") {
                end += 1
            } else {
                break
            }
        }
        return end
    }
}
