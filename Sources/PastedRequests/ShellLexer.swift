import SourceText
import StrictJSON

/// Takes a command apart into words as a shell does, or as the author thought that a shell would.
///
/// Every byte is looked at a bounded number of times, whatever the text.
package struct ShellLexer: Sendable {
    /// The text in UTF-8.
    package let bytes: [UInt8]

    /// The first byte that is in no word yet.
    package var index: Int

    /// The faults so far.
    package var faults: RequestFaults

    /// The sign that joins lines in the shell of Windows or in PowerShell; nil for a POSIX shell.
    package let windowsJoiner: UInt8?

    /// Whether the last thing passed over was the end of a line that goes on.
    package var isAfterLineEnd = false

    /// The values of variables that the text assigns above the command, by name.
    package var variables: [String: ShellWord] = [:]

    /// How many bytes variables may still add; a variable that doubles itself on each line must end somewhere.
    package var room = 1 << 20

    /// What ends the command besides the end of its line: the bracket or backtick of `R=$(curl …)`; nil if none does.
    package var closer: UInt8?

    /// How many here-documents are still read, each of which may reach to the end of the text.
    package var documentsLeft = 256

    /// Just past the mark that ends the command's here-document.
    package var documentEnd = 0

    /// The file that the command's output goes to; nil if no file is named.
    package var redirection: String?

    /// Whether the command is one of PowerShell.
    package var isPowerShell: Bool { windowsJoiner == UInt8(ascii: "`") }

    /// Whether the command is one of cmd.exe.
    var isCommandPrompt: Bool { windowsJoiner == UInt8(ascii: "^") }

    /// Whether the text in quotes writes each quote inside it twice, as Windows takes it.
    var doublesQuotes = false

    /// Up to where nothing closes a text in quotes, by the kind of text, so that nobody looks twice.
    package var hopeless: [Text: Int] = [:]

    /// The kinds of texts in quotes whose end must be guessed.
    package enum Text: Hashable, Sendable {
        case rawBody
        case curly(isDouble: Bool, isBody: Bool)
    }

    package init(_ bytes: [UInt8], from start: Int, faults: RequestFaults, isPowerShell: Bool = false) {
        self.bytes = bytes
        self.faults = faults
        index = start
        windowsJoiner = isPowerShell ? UInt8(ascii: "`") : Self.joiner(bytes[start...])
    }

    /// The words of one command, up to what ends it.
    package mutating func words() -> [ShellWord] {
        var words: [ShellWord] = []
        while true {
            let goesOn = skipBlanks()
            if skipRedirection() { continue }
            guard goesOn else { break }
            let word = word()
            if word.source.isEmpty { break }
            words.append(word)
        }
        return words
    }

    private static func joiner(_ bytes: ArraySlice<UInt8>) -> UInt8? {
        var before: UInt8 = 0
        for byte in bytes {
            if byte == 0x0A, before == UInt8(ascii: "^") || before == UInt8(ascii: "`") { return before }
            if byte != 0x0D, byte != 0x20 { before = byte }
        }
        return nil
    }

    /// Takes one word.
    package mutating func word() -> ShellWord {
        var word = ShellWord(text: TakenText(at: index), source: index..<index)
        takeForeignDash(&word)
        unquotedBody(&word)
        while index < bytes.count {
            let start = index
            if bytes[index] == closer { return word.ended(at: index) }
            switch bytes[index] {
            case 0x20, 0x09, 0x0A, 0x0D, UInt8(ascii: ";"), UInt8(ascii: "|"): return word.ended(at: index)
            case UInt8(ascii: "'"): singleQuoted(&word)
            case UInt8(ascii: "\""): doubleQuoted(&word)
            case UInt8(ascii: "$"): dollar(&word)
            case UInt8(ascii: "\\"), UInt8(ascii: "^"), UInt8(ascii: "`"):
                guard !isLineEnd(at: index) else { return word.ended(at: index) }
                escaped(&word)
            case UInt8(ascii: "&"):
                guard ampersand(&word) else { return word.ended(at: index) }
            case 0x80...:
                guard wide(&word) else { return word.ended(at: start) }
            default: take(1, into: &word)
            }
        }
        return word.ended(at: index)
    }

    /// Takes bytes outside quotes as they are.
    package mutating func take(_ count: Int, into word: inout ShellWord) {
        let end = min(index + count, bytes.count)
        word.text.append(index..<end, of: bytes, .none)
        index = end
    }

    /// Takes a character behind a backslash, or behind a caret in the shell of Windows.
    private mutating func escaped(_ word: inout ShellWord) {
        let isEscape = bytes[index] == UInt8(ascii: "\\") ? windowsJoiner == nil : bytes[index] == windowsJoiner
        guard isEscape, index + 1 < bytes.count else { return take(1, into: &word) }
        let length = TextEncoding.length(of: bytes, at: index + 1) ?? 1
        let text = String(decoding: bytes[index + 1..<index + 1 + length], as: UTF8.self)
        word.text.append(text, for: index..<index + 1 + length, .none)
        index += 1 + length
    }

    /// Takes a `$`: what is behind it are quotes of its own, or a variable.
    private mutating func dollar(_ word: inout ShellWord) {
        switch index + 1 < bytes.count ? bytes[index + 1] : 0 {
        case UInt8(ascii: "'"): dollarQuoted(&word)
        case UInt8(ascii: "\""):
            index += 1
            doubleQuoted(&word)
        default:
            if let value = expansion() { return expand(value, into: &word, isCut: !isPowerShell) }
            guard let end = PlaceholderScan(bytes).end(at: index) else { return take(1, into: &word) }
            take(end - index, into: &word)
        }
    }

    /// Takes an ampersand that belongs to an address; false where it ends the command.
    private mutating func ampersand(_ word: inout ShellWord) -> Bool {
        let next = index + 1 < bytes.count ? bytes[index + 1] : 0x20
        guard !word.text.bytes.isEmpty, next > 0x20, next != UInt8(ascii: "&") else { return false }
        faults.add(
            .unquotedAmpersand,
            index..<index + 1,
            "a shell ends the command at an '&' outside quotes",
            "put the word in quotes"
        )
        take(1, into: &word)
        return true
    }

    /// Takes a character outside ASCII: a quote, a blank that ends the word, or itself.
    private mutating func wide(_ word: inout ShellWord) -> Bool {
        guard let (scalar, length) = ShellSigns.wide(bytes, at: index) else {
            take(1, into: &word)
            return true
        }
        if ShellSigns.doubles.contains(scalar) || ShellSigns.singles.contains(scalar) {
            curlyQuoted(&word, isDouble: ShellSigns.doubles.contains(scalar), length: length)
        } else if scalar.properties.isWhitespace {
            return false
        } else {
            take(length, into: &word)
        }
        return true
    }
}

extension ShellWord {
    /// The word with its end.
    fileprivate func ended(at end: Int) -> ShellWord {
        var word = self
        word.source = source.lowerBound..<end
        return word
    }
}
