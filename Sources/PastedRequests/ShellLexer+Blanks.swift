import StrictJSON

extension ShellLexer {
    /// Passes over blanks and the ends of lines that go on; false where the command ends.
    package mutating func skipBlanks() -> Bool {
        while index < bytes.count {
            if bytes[index] == closer, !isLineEnd(at: index) { return false }
            switch bytes[index] {
            case 0x20, 0x09: index += 1
            case 0x0D, 0x0A:
                guard lineEndWithoutJoiner() else { return false }
            case UInt8(ascii: "\\"), UInt8(ascii: "^"), UInt8(ascii: "`"):
                guard isLineEnd(at: index) else { return true }
                joinedLineEnd()
            case UInt8(ascii: ";"), UInt8(ascii: "|"), UInt8(ascii: "&"), UInt8(ascii: "#"): return false
            case UInt8(ascii: ">") where isAfterLineEnd: index += 1
            case UInt8(ascii: ">"), UInt8(ascii: "<"): return false
            case 0x80...:
                guard strayBlank() else { return leaveBlanks() }
            default: return leaveBlanks()
            }
        }
        return false
    }

    /// Passes over where a shell sends what the command prints, such as `2>/dev/null`; false where that is not said here.
    package mutating func skipRedirection() -> Bool {
        var end = index
        while end < bytes.count, 0x30...0x39 ~= bytes[end] || bytes[end] == UInt8(ascii: "&") { end += 1 }
        guard end < bytes.count, bytes[end] == UInt8(ascii: ">") else { return false }
        while end < bytes.count, ">|&".utf8.contains(bytes[end]) { end += 1 }
        index = end
        while index < bytes.count, bytes[index] == 0x20 || bytes[index] == 0x09 { index += 1 }
        if index < bytes.count, bytes[index] > 0x20 { redirection = word().text.text }
        return true
    }

    private mutating func leaveBlanks() -> Bool {
        isAfterLineEnd = false
        return true
    }

    /// Whether a joiner stands here with nothing but blanks behind it on the line.
    package func isLineEnd(at start: Int) -> Bool {
        guard bytes[start] == UInt8(ascii: "\\") || bytes[start] == windowsJoiner else { return false }
        var position = start + 1
        while position < bytes.count, bytes[position] == 0x20 || bytes[position] == 0x09 { position += 1 }
        return position >= bytes.count || bytes[position] == 0x0A || bytes[position] == 0x0D
    }

    /// Passes over a joiner and the end of its line; blanks between them make it no joiner for a shell.
    private mutating func joinedLineEnd() {
        let joiner = index
        index += 1
        let blanks = index
        while index < bytes.count, bytes[index] == 0x20 || bytes[index] == 0x09 { index += 1 }
        if index > blanks, index < bytes.count {
            let sign = String(decoding: bytes[joiner..<blanks], as: UTF8.self)
            faults.add(
                .brokenLineEnd,
                blanks..<index,
                "a blank stands behind the '\(sign)' that should join this line to the next, so the command ends here",
                "remove the blank",
                replacement: ""
            )
        }
        passLineEnd()
    }

    private mutating func passLineEnd() {
        if index < bytes.count, bytes[index] == 0x0D { index += 1 }
        if index < bytes.count, bytes[index] == 0x0A { index += 1 }
        isAfterLineEnd = true
    }

    /// Passes over the end of a line that no joiner stands at, where the next line is surely meant to go on.
    private mutating func lineEndWithoutJoiner() -> Bool {
        guard !isAfterLineEnd else {
            // The line was joined to one that is empty: the command has ended, unless an option follows.
            return goesOn(after: index) && passEmptyLine()
        }
        guard goesOn(after: index) else { return false }
        var end = index
        while end > 0, bytes[end - 1] == 0x20 || bytes[end - 1] == 0x09 { end -= 1 }
        faults.add(
            .missingLineEnd,
            end..<end,
            "the next line belongs to the command, but nothing joins the two",
            "add ' \\' at the end of this line",
            replacement: " \\"
        )
        passLineEnd()
        return true
    }

    private mutating func passEmptyLine() -> Bool {
        let start = index
        passLineEnd()
        faults.add(
            .missingLineEnd,
            start..<index,
            "an empty line ends the command, but the next line belongs to it",
            "remove the empty line",
            replacement: ""
        )
        return true
    }

    /// Whether the next line that is not empty begins with an option.
    private func goesOn(after start: Int) -> Bool {
        guard let next = bytes[start...].firstIndex(where: { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }) else {
            return false
        }
        if let (scalar, length) = ShellSigns.wide(bytes, at: next) {
            return ShellSigns.dashes.contains(scalar) && isLetterOrDash(at: next + length)
        }
        return bytes[next] == UInt8(ascii: "-") && isLetterOrDash(at: next + 1)
    }

    private func isLetterOrDash(at index: Int) -> Bool {
        guard index < bytes.count else { return false }
        return bytes[index] == UInt8(ascii: "-") || bytes[index] >= 0x80
            || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(bytes[index] | 0x20)
    }

    /// Passes over a blank that a shell takes for a letter.
    private mutating func strayBlank() -> Bool {
        guard let (scalar, length) = ShellSigns.wide(bytes, at: index) else { return false }
        let isInvisible = [0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF].contains(scalar.value)
        guard scalar.properties.isWhitespace || isInvisible else { return false }
        faults.add(
            .strayBlank,
            index..<index + length,
            "\(scalar.codePoint) stands where a shell takes only a space",
            isInvisible ? "remove it" : "write a space",
            replacement: isInvisible ? "" : " "
        )
        index += length
        return true
    }
}
