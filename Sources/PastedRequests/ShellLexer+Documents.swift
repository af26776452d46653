import SourceText
package import StrictJSON

extension ShellLexer {
    /// The text that a command gets as its standard input: behind `<<EOF` the lines up to `EOF`, behind `<<<` a word.
    ///
    /// - Returns: The text; nil where the command, whose words are taken already, gets none.
    package mutating func hereDocument() -> TakenText? {
        let sign = UInt8(ascii: "<")
        guard index + 2 < bytes.count, bytes[index] == sign, bytes[index + 1] == sign else { return nil }
        if bytes[index + 2] == sign {
            index += 3
            return skipBlanks() ? word().text : nil
        }
        index += 2
        if bytes[index] == UInt8(ascii: "-") { index += 1 }
        guard skipBlanks() else { return nil }
        let word = word()
        let mark = word.text.bytes
        guard !mark.isEmpty, documentsLeft > 0, let start = end(ofLineAt: index) else { return nil }
        documentsLeft -= 1
        let end = self.start(ofLine: mark, from: start)
        documentEnd = endOfMark(mark, from: end)
        return lines(start..<end, isRaw: word.isQuoted)
    }

    /// The file that `<` gives to a command whose words are taken already; nil where none is named.
    package mutating func inputFile() -> ShellWord? {
        let sign = UInt8(ascii: "<")
        guard index + 1 < bytes.count, bytes[index] == sign, bytes[index + 1] != sign,
            bytes[index + 1] != UInt8(ascii: "(")
        else { return nil }
        index += 1
        return skipBlanks() ? word() : nil
    }

    /// Lines in which a shell fills in variables, unless the mark stands in quotes.
    private mutating func lines(_ range: Range<Int>, isRaw: Bool) -> TakenText {
        var text = ShellWord(text: TakenText(at: range.lowerBound), source: range)
        guard !isRaw, !variables.isEmpty else {
            text.text.append(range, of: bytes, .none)
            return text.text
        }
        let back = index
        var start = range.lowerBound
        index = start
        while index < range.upperBound {
            guard bytes[index] == UInt8(ascii: "$"), let value = expansion() else {
                index += 1
                continue
            }
            text.text.append(start..<index, of: bytes, .none)
            expand(value, into: &text)
            start = index
        }
        text.text.append(min(start, range.upperBound)..<range.upperBound, of: bytes, .none)
        index = back
        return text.text
    }

    /// The first byte of the line that holds nothing but a mark, or the end of the text.
    private func start(ofLine mark: [UInt8], from start: Int) -> Int {
        var line = start
        while line < bytes.count {
            let next = end(ofLineAt: line) ?? bytes.count
            if isMark(mark, line..<next) { return line }
            line = next
        }
        return bytes.count
    }

    /// Whether a line holds nothing but a mark; a bracket that ends `$(cat <<EOF` may stand behind it by mistake.
    private func isMark(_ mark: [UInt8], _ line: Range<Int>) -> Bool {
        let words = bytes[line].split(whereSeparator: { $0 <= 0x20 })
        guard let first = words.first, first.starts(with: mark) else { return false }
        return words.count == 1 && first.dropFirst(mark.count).allSatisfy { $0 == UInt8(ascii: ")") }
    }

    private func endOfMark(_ mark: [UInt8], from line: Int) -> Int {
        let start = bytes[line...].firstIndex { $0 > 0x20 } ?? bytes.count
        return min(start + mark.count, bytes.count)
    }

    /// Just behind the end of a line; nil where the text ends before.
    private func end(ofLineAt start: Int) -> Int? {
        guard start < bytes.count else { return nil }
        return bytes[start...].firstIndex(of: 0x0A).map { $0 + 1 }
    }
}
