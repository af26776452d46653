import SourceText

/// Finds where a template's placeholder ends: `${x}`, `$!{x}`, `$x.y(…)`, `$(x)`, `{{x}}`, `%x%`, `#if(…)`.
///
/// Sources: Velocity macros for data actions, help.mypurecloud.com; shells for `$TOKEN` and `$(…)`. Other dialects are
/// in `PlaceholderScan+Dialects.swift`, the tags that decide what is sent in `PlaceholderScan+Tags.swift`.
package struct PlaceholderScan {
    /// The text.
    package let bytes: [UInt8]

    /// A placeholder is short; what is longer is none.
    package static let limit = 512

    /// Velocity's directives that take arguments, and those that take none.
    private static let directives: Set<String> = [
        "if", "elseif", "set", "foreach", "macro", "define", "include", "parse", "evaluate",
    ]
    private static let bareDirectives: Set<String> = ["else", "end", "break", "stop"]

    package init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// Just past the placeholder that starts at a byte; nil where none does.
    package func end(at start: Int) -> Int? {
        switch byte(start) {
        case UInt8(ascii: "$"): reference(from: start + (byte(start + 1) == UInt8(ascii: "!") ? 2 : 1))
        case UInt8(ascii: "{"): doubleBraces(from: start) ?? mergeField(from: start)
        case UInt8(ascii: "%"): percent(from: start + 1) ?? conversion(from: start)?.end
        case UInt8(ascii: "@"): expression(from: start)
        case UInt8(ascii: "<"): marked(from: start)
        case UInt8(ascii: "#"): interpolation(from: start)
        default: nil
        }
    }

    /// Just past the directive or comment that starts at a `#`; nil where none does.
    package func directiveEnd(at start: Int) -> Int? {
        if byte(start + 1) == UInt8(ascii: "#") {
            return bytes[start...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count
        }
        if byte(start + 1) == UInt8(ascii: "*") { return blockComment(from: start + 2) }
        let hasBraces = byte(start + 1) == UInt8(ascii: "{")
        let nameStart = start + (hasBraces ? 2 : 1)
        let nameEnd = word(from: nameStart)
        let name = String(decoding: bytes[nameStart..<nameEnd], as: UTF8.self)
        let end = nameEnd + (hasBraces ? 1 : 0)
        if hasBraces, byte(nameEnd) != UInt8(ascii: "}") { return nil }
        if Self.bareDirectives.contains(name) { return end }
        var open = end
        while Self.directives.contains(name), byte(open) == 0x20 { open += 1 }
        guard nameEnd > nameStart, byte(open) == UInt8(ascii: "(") else { return nil }
        return balanced(from: open)
    }

    private func blockComment(from start: Int) -> Int {
        var index = start
        while index < bytes.count {
            if bytes[index] == UInt8(ascii: "*"), byte(index + 1) == UInt8(ascii: "#") { return index + 2 }
            index += 1
        }
        return bytes.count
    }

    /// What follows a `$`: braces, parentheses, or a name with its members and calls.
    package func reference(from start: Int) -> Int? {
        if byte(start) == UInt8(ascii: "{") || byte(start) == UInt8(ascii: "(") {
            let end = balanced(from: start)
            return end.flatMap { $0 > start + 2 ? $0 : nil }
        }
        var index = word(from: start)
        guard index > start else { return nil }
        while true {
            switch byte(index) {
            case UInt8(ascii: "."):
                let end = word(from: index + 1)
                guard end > index + 1 else { return index }
                index = end
            case UInt8(ascii: "("), UInt8(ascii: "["):
                guard let end = balanced(from: index) else { return index }
                index = end
            case UInt8(ascii: "?") where byte(index + 1) == UInt8(ascii: "[") || byte(index + 1) == UInt8(ascii: "."):
                index += 1
            default: return index
            }
        }
    }

    /// `{{ x }}`, but not two braces before a name in quotes.
    private func doubleBraces(from start: Int) -> Int? {
        guard byte(start + 1) == UInt8(ascii: "{") else { return nil }
        var index = start + 2
        var hasContent = false
        while index < min(bytes.count, start + Self.limit), bytes[index] != 0x0A {
            switch bytes[index] {
            case UInt8(ascii: "}"):
                guard hasContent, byte(index + 1) == UInt8(ascii: "}") else { return nil }
                guard byte(start + 2) == UInt8(ascii: "{") else { return index + 2 }
                return byte(index + 2) == UInt8(ascii: "}") ? index + 3 : nil
            case UInt8(ascii: "{"):
                guard index == start + 2 else { return nil }
            case UInt8(ascii: "\""), UInt8(ascii: "'"):
                guard hasContent else { return nil }
            case 0x20: break
            default: hasContent = true
            }
            index += 1
        }
        return nil
    }

    private func percent(from start: Int) -> Int? {
        let end = word(from: start)
        return end > start && byte(end) == UInt8(ascii: "%") ? end + 1 : nil
    }

    /// Just past the bracket that closes the one here; nil where it is not near.
    package func balanced(from start: Int) -> Int? {
        var depth = 0
        var quote: UInt8?
        var index = start
        while index < min(bytes.count, start + Self.limit) {
            let byte = bytes[index]
            switch byte {
            case 0x0A: return nil
            case UInt8(ascii: "\\"): index += 1
            case _ where quote == byte: quote = nil
            case _ where quote != nil: break
            case UInt8(ascii: "\""), UInt8(ascii: "'"): quote = byte
            case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
            case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"):
                depth -= 1
                if depth == 0 { return index + 1 }
            default: break
            }
            index += 1
        }
        return nil
    }

    package func word(from start: Int) -> Int {
        var index = start
        while byte(index).isASCIILetterOrDigit || byte(index) == UInt8(ascii: "_") || byte(index) == UInt8(ascii: "-") {
            if index == start,
                byte(index) == UInt8(ascii: "-") || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte(index))
            {
                break
            }
            index += 1
        }
        return index
    }

    /// A byte of the text; 0 behind its end.
    package func byte(_ index: Int) -> UInt8 {
        index < bytes.count ? bytes[index] : 0
    }
}
