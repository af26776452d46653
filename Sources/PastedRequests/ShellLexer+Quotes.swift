import SourceText
import StrictJSON

extension ShellLexer {
    /// Takes what stands in single quotes: everything, as it is.
    package mutating func singleQuoted(_ word: inout ShellWord) {
        let open = index
        word.isQuoted = true
        index += 1
        if isCommandPrompt { reportSingleQuote(open) }
        let isBody = beginsBody(at: index)
        var start = index
        while index < bytes.count {
            if isPowerShell, let escape = powerShellEscape(inSingleQuotes: isBody) {
                word.text.append(start..<index, of: bytes, .single)
                word.text.append(escape.text, for: index..<index + escape.length, .single)
                index += escape.length
                start = index
                continue
            }
            guard bytes[index] == UInt8(ascii: "'") else {
                word.losesQuotes = word.losesQuotes || isPowerShell && isBody && bytes[index] == UInt8(ascii: "\"")
                index += 1
                continue
            }
            guard isBody, isApostrophe(at: index) else { break }
            word.text.append(start..<index, of: bytes, .single)
            word.text.append("'", for: index..<index + 1, .none)
            faults.add(
                .unescapedQuote,
                index..<index + 1,
                "an apostrophe in the body ends the single quotes around it",
                "write '\\''",
                replacement: "'\\''"
            )
            index += 1
            start = index
        }
        word.text.append(start..<index, of: bytes, .single)
        warnOfVariables(open + 1..<index)
        close(open)
    }

    /// Takes what stands in double quotes.
    package mutating func doubleQuoted(_ word: inout ShellWord) {
        let open = index
        word.isQuoted = true
        index += 1
        doublesQuotes = windowsJoiner != nil || bytes[index...].starts(with: "{\"\"".utf8)
        if let end = bodyEnd(inDoubleQuotes: index) { return rawBody(&word, open, end) }
        let isBody = beginsBody(at: index)
        var start = index
        while index < bytes.count, bytes[index] != UInt8(ascii: "\"") || isDoubledQuote(at: index) {
            if bytes[index] == UInt8(ascii: "$"), let value = expansion() {
                word.text.append(start..<index, of: bytes, .double)
                expand(value, into: &word)
                start = index
                continue
            }
            if isPowerShell, let escape = powerShellEscape(inDoubleQuotesAt: index) {
                word.text.append(start..<index, of: bytes, .double)
                word.text.append(escape.text, for: index..<index + escape.length, .double)
                word.losesQuotes = word.losesQuotes || isBody && escape.losesQuote
                index += escape.length
                start = index
                continue
            }
            guard let escape = escapeInDoubleQuotes(at: index) else {
                index += 1
                continue
            }
            word.text.append(start..<index, of: bytes, .double)
            word.text.append(escape.text, for: index..<index + escape.length, .double)
            index += escape.length
            start = index
        }
        word.text.append(start..<min(index, bytes.count), of: bytes, .double)
        close(open)
    }

    /// Takes what stands in `$'…'`.
    package mutating func dollarQuoted(_ word: inout ShellWord) {
        let open = index + 1
        word.isQuoted = true
        index += 2
        var start = index
        while index < bytes.count, bytes[index] != UInt8(ascii: "'") {
            guard bytes[index] == UInt8(ascii: "\\"), index + 1 < bytes.count else {
                index += 1
                continue
            }
            let escape = DollarEscape(bytes, at: index)
            word.text.append(start..<index, of: bytes, .dollar)
            word.text.append(escape.text, for: index..<index + escape.length, .dollar)
            index += escape.length
            start = index
        }
        word.text.append(start..<index, of: bytes, .dollar)
        close(open)
    }

    private mutating func reportSingleQuote(_ open: Int) {
        faults.add(
            .singleQuotes,
            open..<open + 1,
            "the shell cmd.exe, whose lines go on at '^', takes no single quotes: it sends them, and ends the word at a blank",
            "write double quotes around the word, and \\\" for each inside it"
        )
    }

    /// Passes over a closing quote, or reports that there is none.
    private mutating func close(_ open: Int) {
        guard index >= bytes.count else {
            index += 1
            return
        }
        faults.add(
            .missingQuote,
            open..<open + 1,
            "the quote that opens here is never closed",
            "close it at the end of the word"
        )
    }

    /// What a backslash, or a doubled quote of Windows, stands for in double quotes; nil where it is itself.
    private func escapeInDoubleQuotes(at index: Int) -> (text: String, length: Int)? {
        guard index + 1 < bytes.count else { return nil }
        if isDoubledQuote(at: index) { return ("\"", 2) }
        guard bytes[index] == UInt8(ascii: "\\") else { return nil }
        switch bytes[index + 1] {
        case UInt8(ascii: "\\"), UInt8(ascii: "\""), UInt8(ascii: "$"), UInt8(ascii: "`"):
            return (String(Character(Unicode.Scalar(bytes[index + 1]))), 2)
        case 0x0A: return ("", 2)
        case 0x0D: return ("", index + 2 < bytes.count && bytes[index + 2] == 0x0A ? 3 : 2)
        default: return nil
        }
    }

    private func isDoubledQuote(at index: Int) -> Bool {
        guard doublesQuotes, index + 1 < bytes.count else { return false }
        return bytes[index] == UInt8(ascii: "\"") && bytes[index + 1] == UInt8(ascii: "\"")
    }

    /// Warns of variables that a shell does not fill in, because they stand in single quotes.
    private mutating func warnOfVariables(_ range: Range<Int>) {
        for piece in PlaceholderScan(bytes).pieces(of: range) where piece.isPlaceholder {
            let name = String(decoding: bytes[piece.range], as: UTF8.self)
            guard ShellSigns.isVariable(name) else { continue }
            faults.add(
                .unexpandedVariable,
                piece.range,
                "a shell does not fill in \(Shown.text(name)) in single quotes; it is sent as it stands",
                "write '\"\(Shown.text(name))\"'",
                replacement: "'\"\(name)\"'",
                severity: .warning
            )
        }
    }
}
