import SourceText
import StrictJSON

extension ShellLexer {
    /// What a shell writes in place of a `$` and what follows it.
    package struct Expansion {
        package var value: ShellWord
        package var length: Int
    }

    /// What stands for the `$` here: a variable that is assigned above, or `$(cat <<EOF …)`; nil if that isn't known.
    package mutating func expansion() -> Expansion? {
        if index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "(") { return writtenDocument() }
        let isBraced = index + 1 < bytes.count && bytes[index + 1] == UInt8(ascii: "{")
        let start = index + (isBraced ? 2 : 1)
        guard start < bytes.count else { return nil }
        let end = bytes[start...].firstIndex { !$0.isASCIILetterOrDigit && $0 != UInt8(ascii: "_") } ?? bytes.count
        guard end > start, !isBraced || end < bytes.count && bytes[end] == UInt8(ascii: "}") else { return nil }
        let name = String(decoding: bytes[start..<end], as: UTF8.self)
        guard let value = variables[isPowerShell ? name.lowercased() : name], value.text.bytes.count <= room else {
            return nil
        }
        return Expansion(value: value, length: end + (isBraced ? 1 : 0) - index)
    }

    /// Takes a value in place of what stands here; a shell cuts it at its blanks where it stands in no quotes.
    package mutating func expand(_ expansion: Expansion, into word: inout ShellWord, isCut: Bool = false) {
        if isCut, expansion.value.text.bytes.contains(where: { $0 <= 0x20 }) {
            faults.add(
                .unquotedBody,
                index..<index + expansion.length,
                "the variable stands in no quotes, so a POSIX shell cuts its value at the blanks",
                "put it in double quotes",
                replacement: "\"\(String(decoding: bytes[index..<index + expansion.length], as: UTF8.self))\"",
                severity: .warning
            )
        }
        room -= expansion.value.text.bytes.count
        word.text.append(expansion.value.text)
        word.losesQuotes = word.losesQuotes || expansion.value.losesQuotes
        index += expansion.length
    }

    /// The lines of `$(cat <<EOF …)`; nil where no such thing begins here.
    private mutating func writtenDocument() -> Expansion? {
        guard documentsLeft > 0 else { return nil }
        documentsLeft -= 1
        var inner = self
        defer { documentsLeft = inner.documentsLeft }
        inner.index += 1
        guard inner.skip("("), inner.skipLineBlanks(), inner.skip("cat"), inner.skipLineBlanks() else { return nil }
        guard let document = inner.hereDocument(), inner.index < bytes.count else { return nil }
        inner.index = inner.documentEnd
        while inner.index < bytes.count, bytes[inner.index] <= 0x20 { inner.index += 1 }
        guard inner.skip(")") else { return nil }
        return Expansion(value: ShellWord(text: document, source: index..<inner.index), length: inner.index - index)
    }

    private mutating func skip(_ text: String) -> Bool {
        guard index < bytes.count, bytes[index...].starts(with: text.utf8) else { return false }
        index += text.utf8.count
        return true
    }

    private mutating func skipLineBlanks() -> Bool {
        while index < bytes.count, bytes[index] == 0x20 || bytes[index] == 0x09 { index += 1 }
        return true
    }

    /// What stands between `@'` and `'@`, or between `@"` and `"@`, on lines of their own; nil where neither begins here.
    package mutating func hereString() -> ShellWord? {
        let start = index
        guard start + 2 < bytes.count, bytes[start] == UInt8(ascii: "@"), "'\"".utf8.contains(bytes[start + 1]),
            let first = bytes[(start + 2)...].firstIndex(of: 0x0A),
            bytes[(start + 2)..<first].allSatisfy({ $0 <= 0x20 }),
            let end = bytes[first...].end(of: [0x0A, bytes[start + 1], UInt8(ascii: "@")])
        else { return nil }
        var word = ShellWord(text: TakenText(at: first + 1), source: start..<end, isQuoted: true)
        let isExpanded = bytes[start + 1] == UInt8(ascii: "\"")
        let last = end - 3
        index = first + 1
        var next = index
        let isBody = beginsBody(at: index)
        while index < last {
            if isExpanded, bytes[index] == UInt8(ascii: "$"), let value = expansion() {
                word.text.append(next..<index, of: bytes, .none)
                expand(value, into: &word)
                next = index
            } else if isBody, bytes[index] == UInt8(ascii: "\\"), bytes[index + 1] == UInt8(ascii: "\"") {
                word.text.append(next..<index, of: bytes, .none)
                word.text.append("\"", for: index..<index + 2, .none)
                index += 2
                next = index
            } else {
                word.losesQuotes = word.losesQuotes || isBody && bytes[index] == UInt8(ascii: "\"")
                index += 1
            }
        }
        word.text.append(min(next, last)..<last, of: bytes, .none)
        index = end
        return word
    }

    /// What a doubled quote, or an escaped double quote of a body, stands for in PowerShell's single quotes.
    package func powerShellEscape(inSingleQuotes isBody: Bool) -> (text: String, length: Int)? {
        guard index + 1 < bytes.count else { return nil }
        switch (bytes[index], bytes[index + 1]) {
        case (UInt8(ascii: "'"), UInt8(ascii: "'")): return ("'", 2)
        case (UInt8(ascii: "\\"), UInt8(ascii: "\"")) where isBody: return ("\"", 2)
        default: return nil
        }
    }

    /// What a backtick stands for in PowerShell's double quotes; nil where none does.
    ///
    /// A quote that has no backslash before it is lost on the way to a program.
    package func powerShellEscape(inDoubleQuotesAt index: Int) -> (text: String, length: Int, losesQuote: Bool)? {
        let (backtick, quote) = (UInt8(ascii: "`"), UInt8(ascii: "\""))
        guard index + 1 < bytes.count else { return nil }
        if bytes[index] == UInt8(ascii: "\\"), index + 2 < bytes.count, bytes[index + 2] == quote,
            bytes[index + 1] == backtick || bytes[index + 1] == quote
        {
            return ("\"", 3, false)
        }
        guard bytes[index] == backtick else { return nil }
        switch bytes[index + 1] {
        case quote: return ("\"", 2, true)
        case UInt8(ascii: "n"): return ("\n", 2, false)
        case UInt8(ascii: "$"), backtick: return (String(Character(Unicode.Scalar(bytes[index + 1]))), 2, false)
        default: return nil
        }
    }
}
