/// Walks over a text by the grammar of JSON and stops where it breaks it.
///
/// Source: RFC 8259.
struct JSONChecker {
    private let bytes: [UInt8]
    private var place: Int

    /// The deepest that values may stand inside one another, as for the decoder.
    private static let deepest = 512

    /// Starts at the beginning of a text, behind its byte order mark.
    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        place = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    }

    /// Checks that the text is one document.
    mutating func checkDocument() throws(JSONFault) {
        try checkValue(depth: 0)
        skipBlanks()
        guard place == bytes.count else { throw fault("text behind the end of the document") }
    }

    private mutating func checkValue(depth: Int) throws(JSONFault) {
        skipBlanks()
        guard depth < Self.deepest else { throw fault("nested more than \(Self.deepest) levels deep") }
        switch try next() {
        case "{": try checkObject(depth: depth)
        case "[": try checkArray(depth: depth)
        case "\"": try checkString()
        case "-", "0"..."9": try checkNumber()
        default: try checkWord()
        }
    }

    private mutating func checkObject(depth: Int) throws(JSONFault) {
        place += 1
        skipBlanks()
        if try take("}") { return }
        repeat {
            skipBlanks()
            let name = try next()
            if name == "}" { throw fault("a comma stands before this '}'") }
            guard name == "\"" else { throw fault("expected a member's name in double quotes") }
            try checkString()
            skipBlanks()
            guard try take(":") else { throw fault("expected ':'") }
            try checkValue(depth: depth + 1)
            skipBlanks()
        } while try take(",")
        guard try take("}") else { throw fault("expected ',' or '}'") }
    }

    private mutating func checkArray(depth: Int) throws(JSONFault) {
        place += 1
        skipBlanks()
        if try take("]") { return }
        repeat {
            skipBlanks()
            if try next() == "]" { throw fault("a comma stands before this ']'") }
            try checkValue(depth: depth + 1)
            skipBlanks()
        } while try take(",")
        guard try take("]") else { throw fault("expected ',' or ']'") }
    }
}

extension JSONChecker {
    private mutating func checkString() throws(JSONFault) {
        let start = place
        place += 1
        while place < bytes.count, bytes[place] != UInt8(ascii: "\"") {
            guard bytes[place] >= 0x20 else { throw fault("a control character in a string; write it as an escape") }
            if bytes[place] == UInt8(ascii: "\\") { try checkEscape() }
            place += 1
        }
        guard place < bytes.count else {
            throw JSONFault(offset: start, phrase: "the string that begins here is never closed")
        }
        place += 1
    }

    /// Checks an escape and goes to its last byte.
    private mutating func checkEscape() throws(JSONFault) {
        let letter = place + 1 < bytes.count ? bytes[place + 1] : 0
        if letter == UInt8(ascii: "u") {
            let digits = bytes[min(place + 2, bytes.count)...].prefix(4)
            guard digits.count == 4, digits.allSatisfy({ Character(UnicodeScalar($0)).isHexDigit }) else {
                throw fault("an escape \\u without four hexadecimal digits")
            }
            place += 5
        } else {
            guard "\"\\/bfnrt".utf8.contains(letter) else { throw fault("an escape that JSON does not have") }
            place += 1
        }
    }

    private mutating func checkNumber() throws(JSONFault) {
        let start = place
        while place < bytes.count, "+-.0123456789eE".utf8.contains(bytes[place]) { place += 1 }
        let text = String(decoding: bytes[start..<place], as: UTF8.self)
        guard text.wholeMatch(of: /-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?/) != nil else {
            throw JSONFault(offset: start, phrase: "'\(text)' is not a number of JSON")
        }
    }

    private mutating func checkWord() throws(JSONFault) {
        let start = place
        while place < bytes.count, bytes[place].isASCIILetterOrDigit { place += 1 }
        let text = String(decoding: bytes[start..<place], as: UTF8.self)
        guard ["true", "false", "null"].contains(text) else {
            throw JSONFault(offset: start, phrase: "expected a value" + (text.isEmpty ? "" : ", found '\(text)'"))
        }
    }

    private mutating func skipBlanks() {
        while place < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[place]) { place += 1 }
    }

    /// The next character, which is not taken.
    private func next() throws(JSONFault) -> UnicodeScalar {
        guard place < bytes.count else { throw fault("the document ends here, before it is whole") }
        return UnicodeScalar(bytes[place])
    }

    /// Takes the next character where it is the one given.
    private mutating func take(_ character: UnicodeScalar) throws(JSONFault) -> Bool {
        guard try next() == character else { return false }
        place += 1
        return true
    }

    private func fault(_ phrase: String) -> JSONFault { JSONFault(offset: place, phrase: phrase) }
}
