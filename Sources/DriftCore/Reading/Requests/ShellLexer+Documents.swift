extension ShellLexer {
    /// The text that a command gets as its standard input: behind `<<EOF` the lines up to `EOF`, behind `<<<` a word.
    ///
    /// - Returns: The text; nil where the command, whose words are taken already, gets none.
    mutating func hereDocument() -> TakenText? {
        let sign = UInt8(ascii: "<")
        guard index + 2 < bytes.count, bytes[index] == sign, bytes[index + 1] == sign else { return nil }
        if bytes[index + 2] == sign {
            index += 3
            return skipBlanks() ? word().text : nil
        }
        index += 2
        if bytes[index] == UInt8(ascii: "-") { index += 1 }
        guard skipBlanks() else { return nil }
        let mark = word().text.bytes
        guard !mark.isEmpty, let start = end(ofLineAt: index) else { return nil }
        var text = TakenText(at: start)
        text.append(start..<self.start(ofLine: mark, from: start), of: bytes, .none)
        return text
    }

    /// The first byte of the line that holds nothing but a mark, or the end of the text.
    private func start(ofLine mark: [UInt8], from start: Int) -> Int {
        var line = start
        while line < bytes.count {
            let next = end(ofLineAt: line) ?? bytes.count
            if bytes[line..<next].split(whereSeparator: { $0 <= 0x20 }).elementsEqual([mark[...]]) { return line }
            line = next
        }
        return bytes.count
    }

    /// Just behind the end of a line; nil where the text ends before.
    private func end(ofLineAt start: Int) -> Int? {
        bytes[start...].firstIndex(of: 0x0A).map { $0 + 1 }
    }
}
