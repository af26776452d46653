import SourceText

extension JSONTokens {
    /// Passes over blanks, and over what is none but was meant as one: comments, other blanks, directives.
    ///
    /// - Returns: Whether a template's directive was among them.
    package mutating func skipBlanks() -> Bool {
        var hasPassedDirective = false
        while index < bytes.count {
            switch bytes[index] {
            case 0x20, 0x0A, 0x0D, 0x09: index += 1
            case UInt8(ascii: "/") where [UInt8(ascii: "/"), UInt8(ascii: "*")].contains(byte(at: index + 1)): comment()
            case UInt8(ascii: "#"):
                if directive() {
                    hasPassedDirective = true
                } else if allowsPlaceholders, PlaceholderScan(bytes).end(at: index) != nil {
                    return hasPassedDirective
                } else {
                    comment()
                }
            case UInt8(ascii: "{"), UInt8(ascii: "<"), UInt8(ascii: "%"):
                guard tag() else { return hasPassedDirective }
                hasPassedDirective = true
            case 0x0B, 0x0C, UInt8(ascii: "\\"), 0xC2, 0xE1, 0xE2, 0xE3, 0xEF:
                guard strayBlank() else { return hasPassedDirective }
            default: return hasPassedDirective
            }
        }
        return hasPassedDirective
    }

    private mutating func comment() {
        let start = index
        let isBlock = byte(at: index + 1) == UInt8(ascii: "*")
        index += isBlock ? 2 : 1
        while index < bytes.count {
            if isBlock, bytes[index] == UInt8(ascii: "*"), byte(at: index + 1) == UInt8(ascii: "/") { break }
            if !isBlock, bytes[index] == 0x0A || bytes[index] == 0x0D { break }
            index += 1
        }
        let isUnclosed = isBlock && index == bytes.count
        if isBlock { index = min(index + 2, bytes.count) }
        faults.add(
            .comment,
            start..<index,
            isUnclosed ? "a comment that never ends" : "a comment, which JSON does not have",
            "remove it",
            replacement: ""
        )
    }

    /// Passes over a directive or comment of a Velocity template, where templates are allowed.
    private mutating func directive() -> Bool {
        guard allowsPlaceholders, let end = PlaceholderScan(bytes).directiveEnd(at: index) else { return false }
        index = end
        hasDirectives = true
        return true
    }

    /// Passes over a tag of a template that sends nothing itself, where templates are allowed.
    private mutating func tag() -> Bool {
        guard let end = tagEnd(at: index, where: last == .colon) else { return false }
        index = end
        hasDirectives = true
        return true
    }

    /// Just past the tag that starts at a byte; nil where none does, or templates are not allowed.
    package func tagEnd(at index: Int, where isValue: Bool = false) -> Int? {
        guard allowsPlaceholders else { return nil }
        switch byte(at: index) {
        case UInt8(ascii: "{"), UInt8(ascii: "<"), UInt8(ascii: "%"):
            return PlaceholderScan(bytes).tagEnd(at: index, where: isValue)
        default: return nil
        }
    }

    /// Passes over a blank that JSON does not take, or over an escape that stands for one.
    private mutating func strayBlank() -> Bool {
        let start = index
        guard let blank = StrayBlank(bytes, at: index) else { return false }
        index += blank.length
        faults.add(
            .strayBlank,
            start..<index,
            "\(blank.name) stands where JSON takes only space, tab and line break",
            blank.isWide ? "write a space" : "remove it",
            replacement: blank.isWide ? " " : ""
        )
        return true
    }
}

/// A blank that JSON does not take.
package struct StrayBlank {
    /// What it is called.
    package let name: String

    /// Its bytes.
    package let length: Int

    /// Whether it takes up room, so that a space takes its place.
    package let isWide: Bool

    package init?(_ bytes: [UInt8], at index: Int) {
        if bytes[index] == UInt8(ascii: "\\") {
            let letters = [UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t")]
            guard index + 1 < bytes.count, letters.contains(bytes[index + 1]) else { return nil }
            self.init(name: "'\\\(Character(Unicode.Scalar(bytes[index + 1])))'", length: 2, isWide: true)
            return
        }
        guard
            let length = TextEncoding.length(of: bytes, at: index),
            let scalar = String(decoding: bytes[index..<index + length], as: UTF8.self).unicodeScalars.first
        else { return nil }
        switch scalar.value {
        case 0xFEFF: self.init(name: "a byte-order mark (U+FEFF)", length: length, isWide: false)
        case 0x200B, 0x200C, 0x200D, 0x2060:
            self.init(name: "an invisible character (\(scalar.codePoint))", length: length, isWide: false)
        case 0xA0, 0x202F: self.init(name: "a no-break space (\(scalar.codePoint))", length: length, isWide: true)
        default:
            guard scalar.properties.isWhitespace else { return nil }
            self.init(name: "another kind of blank (\(scalar.codePoint))", length: length, isWide: true)
        }
    }

    private init(name: String, length: Int, isWide: Bool) {
        self.name = name
        self.length = length
        self.isWide = isWide
    }
}

extension Unicode.Scalar {
    /// The character's number as Unicode writes it: `U+00A0`.
    package var codePoint: String {
        let digits = String(value, radix: 16, uppercase: true)
        return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}
