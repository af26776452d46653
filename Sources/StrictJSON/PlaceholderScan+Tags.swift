/// The tags that decide what of a template is sent, or that send nothing.
///
/// Sources: Jinja and Liquid, their documentation; Handlebars and Go's text/template; Terraform's string templates.
extension PlaceholderScan {
    /// Just past the tag that starts at a byte: `{% if x %}`, `{# … #}`, `{{#if x}}`, `{{ end }}`, `<% … %>`, `%{ if x }`.
    ///
    /// - Parameters:
    ///   - start: The byte.
    ///   - isValue: Whether a value must stand here, so that `{{ end }}` is a variable of that name.
    /// - Returns: Just past the tag; nil where none starts.
    package func tagEnd(at start: Int, where isValue: Bool = false) -> Int? {
        let next = byte(start + 1)
        switch byte(start) {
        case UInt8(ascii: "{") where next == UInt8(ascii: "%"):
            return close(from: start + 2, with: "%}", unless: "")
        case UInt8(ascii: "{") where next == UInt8(ascii: "#"):
            return close(from: start + 2, with: "#}", unless: "")
        case UInt8(ascii: "{") where next == UInt8(ascii: "{"):
            return isControl(from: start + 2, where: isValue) ? close(from: start + 2, with: "}}", unless: "\n") : nil
        case UInt8(ascii: "<") where next == UInt8(ascii: "%"):
            return end(at: start) == nil ? close(from: start + 2, with: "%>", unless: "") : nil
        case UInt8(ascii: "<") where next == UInt8(ascii: "?"):
            return end(at: start) == nil ? close(from: start + 2, with: "?>", unless: "") : nil
        case UInt8(ascii: "<")
        where next == UInt8(ascii: "#") || next == UInt8(ascii: "/") && byte(start + 2) == UInt8(ascii: "#"):
            return close(from: start + 2, with: ">", unless: "\n")
        case UInt8(ascii: "%") where next == UInt8(ascii: "{"):
            let words: Set<String> = ["if", "else", "endif", "for", "endfor"]
            return words.contains(firstWord(from: start + 2)) ? balanced(from: start + 1) : nil
        default: return nil
        }
    }

    /// Whether what stands in double braces is no value: a block of Handlebars, or a keyword of Go's templates.
    private func isControl(from start: Int, where isValue: Bool) -> Bool {
        if "#/^!".utf8.contains(byte(start)) { return true }
        switch firstWord(from: start) {
        case "if", "range", "with", "define", "block", "template": return isFollowedByWord(start)
        case "else": return true
        case "end": return !isValue
        default: return false
        }
    }

    /// The word behind blanks and what trims them.
    private func firstWord(from start: Int) -> String {
        let begin = begin(of: start)
        return String(decoding: bytes[begin..<word(from: begin)], as: UTF8.self)
    }

    private func isFollowedByWord(_ start: Int) -> Bool {
        let end = word(from: begin(of: start))
        return byte(end) == 0x20 && byte(end + 1) != UInt8(ascii: "}") && byte(end + 1) != UInt8(ascii: "|")
    }

    private func begin(of start: Int) -> Int {
        var index = start
        while " \t-~".utf8.contains(byte(index)) { index += 1 }
        return min(index, bytes.count)
    }
}
