/// Finds where a template's placeholder ends: `${x}`, `$!{x}`, `$x.y(…)`, `$(x)`, `{{x}}`, `%x%`, `#if(…)`.
///
/// Sources: Velocity macros for data actions, help.mypurecloud.com; shells for `$TOKEN` and `$(…)`.
package struct PlaceholderScan {
    package let bytes: [UInt8]

    /// The largest number of bytes in a placeholder.
    package static let limit = 512

    /// The names of Velocity's directives that have arguments; `bareDirectives` have none.
    private static let directives: Set<String> = [
        "if", "elseif", "set", "foreach", "macro", "define", "include", "parse", "evaluate",
    ]
    private static let bareDirectives: Set<String> = ["else", "end", "break", "stop"]

    package init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// The index just past the placeholder that starts at a byte, or `nil` if none starts there.
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

    /// The index just past the directive or comment that starts at a `#`, or `nil` if none starts there.
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

    /// The end of what follows a `$`: braces, parentheses, or a name with members and calls.
    ///
    /// - Returns: The index, or `nil` if none of these follows.
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

    /// The end of `{{ x }}`, or `nil` if a quoted name follows the braces, which then open two objects.
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

    /// The index just past the matching closing bracket, or `nil` if there is none nearby.
    private func balanced(from start: Int) -> Int? {
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

    /// The byte at an index, or 0 past the end of the text.
    package func byte(_ index: Int) -> UInt8 {
        index < bytes.count ? bytes[index] : 0
    }
}

// MARK: - Dialects

/// Placeholders of template languages other than Velocity and shells.
///
/// Sources: Workflow Definition Language functions, learn.microsoft.com; printf, pkg.go.dev/fmt and docs.python.org;
/// ERB, docs.ruby-lang.org; merge fields, help.salesforce.com.
extension PlaceholderScan {
    /// The end of `@{triggerBody()?['x']}` or `@variables('x')`, as in Power Automate and Logic Apps.
    package func expression(from start: Int) -> Int? {
        if byte(start + 1) == UInt8(ascii: "{") {
            return balanced(from: start + 1).flatMap { $0 > start + 3 ? $0 : nil }
        }
        return callsFunction(from: start) ? reference(from: start + 1) : nil
    }

    /// Whether `@` begins a function call such as `@variables('x')`, not a name or an address.
    private func callsFunction(from start: Int) -> Bool {
        let end = word(from: start + 1)
        return end > start + 1 && byte(end) == UInt8(ascii: "(")
    }

    /// The end of `{!Contact.Phone}`, a merge field of Salesforce.
    private func mergeField(from start: Int) -> Int? {
        guard byte(start + 1) == UInt8(ascii: "!"), byte(start + 2) > 0x20 else { return nil }
        return close(from: start + 2, with: "}", unless: "{\"\n")
    }

    /// The end of `#{x}` or `#[x]`, as in Ruby, deployment tools and Mule.
    package func interpolation(from start: Int) -> Int? {
        guard byte(start + 1) == UInt8(ascii: "{") || byte(start + 1) == UInt8(ascii: "[") else { return nil }
        return balanced(from: start + 1).flatMap { $0 > start + 3 ? $0 : nil }
    }

    /// The end of `<%= x %>`, `<?= $x ?>`, or text that a person must replace, such as `<flow id>`.
    package func marked(from start: Int) -> Int? {
        let third = byte(start + 2)
        switch byte(start + 1) {
        case UInt8(ascii: "%"):
            return "=-:".utf8.contains(third) ? close(from: start + 3, with: "%>", unless: "") : nil
        case UInt8(ascii: "?"):
            return third == UInt8(ascii: "=") ? close(from: start + 3, with: "?>", unless: "") : nil
        default:
            guard let end = close(from: start + 1, with: ">", unless: "<{}[]\",:;=\n") else { return nil }
            let text = bytes[start + 1..<end - 1]
            // Objective-C prints a null value as `<null>`.
            let isWord = text.contains { $0.isASCIILetterOrDigit || $0 >= 0x80 } && !text.elementsEqual("null".utf8)
            return isWord ? end : nil
        }
    }

    /// The end and type of a printf conversion: `%s`, `%d`, `%.2f`, `%1$s`, `%(name)s`, `%{name}`.
    package func conversion(from start: Int) -> (end: Int, isNumber: Bool)? {
        var index = start + 1
        if byte(index) == UInt8(ascii: "{") {
            let name = word(from: index + 1)
            return name > index + 1 && byte(name) == UInt8(ascii: "}") ? (name + 1, false) : nil
        }
        let isNamed = byte(index) == UInt8(ascii: "(")
        if isNamed {
            let name = word(from: index + 1)
            guard name > index + 1, byte(name) == UInt8(ascii: ")") else { return nil }
            index = name + 1
        } else {
            let number = digits(from: index)
            if number > index, byte(number) == UInt8(ascii: "$") { index = number + 1 }
        }
        while "+-#0".utf8.contains(byte(index)) { index += 1 }
        let width = index
        index = digits(from: index)
        // `%20` is a space in a URL.
        guard index - width < 2 else { return nil }
        if byte(index) == UInt8(ascii: ".") { index = digits(from: index + 1) }
        while byte(index) == UInt8(ascii: "l") { index += 1 }
        let letter = byte(index)
        guard "sdiufgvqtr@".utf8.contains(letter) else { return nil }
        // In a percent-encoded URL, digits and letters up to F follow, and after a conversion no word follows directly.
        let next = byte(index + 1)
        let isWord = next.isASCIILetterOrDigit && ("dfi".utf8.contains(letter) || next | 0x20 == next)
        return isWord && !isNamed ? nil : (index + 1, "diufg".utf8.contains(letter))
    }

    /// The index just past a closing sign.
    ///
    /// - Returns: The index, or `nil` if no closing sign is nearby, or if one of the `others` comes first.
    package func close(from start: Int, with closing: String, unless others: String) -> Int? {
        let (closing, others) = (Array(closing.utf8), Set(others.utf8))
        var index = start
        while index < min(bytes.count, start + Self.limit) {
            if bytes[index] == closing[0], closing.count == 1 || byte(index + 1) == closing[1] {
                return index > start ? index + closing.count : nil
            }
            guard !others.contains(bytes[index]) else { return nil }
            index += 1
        }
        return nil
    }

    private func digits(from start: Int) -> Int {
        var index = start
        while (0x30...0x39).contains(byte(index)) { index += 1 }
        return index
    }
}

// MARK: - Strings

extension PlaceholderScan {
    /// A part of a text: a placeholder, or the text between two placeholders.
    package struct Piece {
        package let range: Range<Int>
        package let isPlaceholder: Bool
    }

    /// The end of the placeholder, directive with arguments, or tag that starts at a byte of a string.
    ///
    /// - Returns: The index, or `nil` if none of these starts there.
    package func endInString(at start: Int) -> Int? {
        let next = byte(start + 1)
        switch byte(start) {
        case UInt8(ascii: "#"):
            return next.isASCIILetterOrDigit ? directiveEnd(at: start) : end(at: start)
        // In strings, angle brackets are usually plain text, and an at sign is usually part of an address.
        case UInt8(ascii: "<"):
            return next == UInt8(ascii: "%") || next == UInt8(ascii: "?") ? end(at: start) ?? tagEnd(at: start) : nil
        case UInt8(ascii: "@"):
            let isWhole = start == 0 || byte(start - 1) == UInt8(ascii: "\"")
            return next == UInt8(ascii: "{") || isWhole && callsFunction(from: start) ? end(at: start) : nil
        case UInt8(ascii: "{"), UInt8(ascii: "%"): return end(at: start) ?? tagEnd(at: start)
        default: return end(at: start)
        }
    }

    package func occurs(in range: Range<Int>) -> Bool {
        range.contains { endInString(at: $0) != nil }
    }

    /// The content of a string, split at its placeholders.
    package func pieces(of range: Range<Int>) -> [Piece] {
        var pieces: [Piece] = []
        var (start, index) = (range.lowerBound, range.lowerBound)
        while index < range.upperBound {
            guard let end = endInString(at: index), end <= range.upperBound else {
                index += byte(index) == UInt8(ascii: "\\") ? 2 : 1
                continue
            }
            if start < index { pieces.append(Piece(range: start..<index, isPlaceholder: false)) }
            pieces.append(Piece(range: index..<end, isPlaceholder: true))
            (start, index) = (end, end)
        }
        if start < range.upperBound { pieces.append(Piece(range: start..<range.upperBound, isPlaceholder: false)) }
        return pieces
    }
}

// MARK: - Tags

/// Tags that decide which parts of a template are sent, or that have no text of their own in the request.
///
/// Sources: the documentation of Jinja, Liquid, Handlebars, Go's text/template and Terraform's string templates.
extension PlaceholderScan {
    /// The index just past a tag, such as `{% if x %}`, `{# … #}`, `{{#if x}}`, `{{ end }}`, `<% … %>` or `%{ if x }`.
    ///
    /// - Parameters:
    ///   - start: The index of the tag's first byte.
    ///   - isValue: Whether a value must come at this place; then `{{ end }}` is a variable of that name.
    /// - Returns: The index just past the tag, or `nil` if none starts there.
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

    /// Whether double braces contain a block of Handlebars or a keyword of Go's templates, and not a value.
    private func isControl(from start: Int, where isValue: Bool) -> Bool {
        if "#/^!".utf8.contains(byte(start)) { return true }
        switch firstWord(from: start) {
        case "if", "range", "with", "define", "block", "template": return isFollowedByWord(start)
        case "else": return true
        case "end": return !isValue
        default: return false
        }
    }

    /// The word after blanks and the marks that trim them.
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
