/// Removes markup around a copied text: HTML of a web page, or quotation marks of a mail.
package enum PastedMarkup {
    /// The text without its markup, or `nil` if it has none.
    package static func plain(_ source: PastedSource) -> PastedSource? {
        isJSON(source.bytes) ? nil : withoutHTML(source) ?? withoutQuoteMarks(source)
    }

    /// Whether the text begins as a JSON object or an array of objects; such a text may be large.
    private static func isJSON(_ bytes: [UInt8]) -> Bool {
        let start = bytes.prefix(4096).filter { $0 > 0x20 }.prefix(2)
        return start.elementsEqual("{\"".utf8) || start.elementsEqual("[{".utf8)
    }

    // MARK: - HTML

    private static let quotes = ["&quot;", "&#34;", "&#x22;", "&amp;quot;"]
    private static let apostrophes = ["&#39;", "&#039;", "&#x27;", "&apos;"]
    private static let members = ["flowId", "inputData", "Flow."]

    /// Whether the text is HTML; JSON may contain HTML in its strings.
    private static func isHTML(_ bytes: [UInt8]) -> Bool {
        func holds(_ text: String) -> Bool { bytes.holds(Array(text.utf8)) }
        let lower = bytes.prefix(512).map { byte in (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }
        guard !lower.holds(Array("<!doctype".utf8)), !lower.holds(Array("<html".utf8)) else { return false }
        if holds("</code>") || holds("</pre>") {
            return bytes.first { $0 > 0x20 } == UInt8(ascii: "<") || !RequestTextReader.holdsFence(bytes)
        }
        guard bytes.contains(UInt8(ascii: "&")) else { return false }
        if apostrophes.contains(where: { holds($0 + "{") }) { return true }
        guard quotes.contains(where: holds) else { return false }
        guard bytes.contains(UInt8(ascii: "\"")) else { return true }
        return members.contains { name in quotes.contains { holds($0 + name) } }
            && !members.contains { holds("\"" + $0) }
    }

    private static func withoutHTML(_ source: PastedSource) -> PastedSource? {
        let bytes = source.bytes
        guard isHTML(bytes) else { return nil }
        var text = TakenText()
        var (start, index) = (0, 0)
        while index < bytes.count {
            let piece: (text: String, length: Int)? =
                switch bytes[index] {
                case UInt8(ascii: "<"): tag(bytes, at: index)
                case UInt8(ascii: "&"): entity(bytes, at: index)
                default: nil
                }
            guard let piece else {
                index += 1
                continue
            }
            text.append(start..<index, of: bytes, .none)
            text.append(piece.text, for: index..<index + piece.length, .none)
            index += piece.length
            start = index
        }
        text.append(start..<bytes.count, of: bytes, .none)
        return text.bytes == bytes ? nil : PastedSource(text, in: source)
    }

    private static let blockTags: Set<String> = [
        "p", "br", "div", "pre", "li", "ul", "ol", "tr", "table", "tbody", "td", "th", "hr", "blockquote", "h1", "h2",
        "h3",
        "h4", "h5", "h6", "section", "article",
    ]

    private static let inlineTags: Set<String> = [
        "code", "span", "b", "i", "u", "em", "strong", "a", "kbd", "samp", "tt", "font", "mark", "small", "img",
    ]

    /// The replacement for an HTML tag, or `nil` for other text in angle brackets, such as `<flow id>`.
    private static func tag(_ bytes: [UInt8], at start: Int) -> (text: String, length: Int)? {
        guard let end = bytes[start...].prefix(512).firstIndex(of: UInt8(ascii: ">")) else { return nil }
        let inside = bytes[(start + 1)..<end].drop { $0 == UInt8(ascii: "/") }
        let name = String(decoding: inside.prefix { $0.isASCIILetterOrDigit }, as: UTF8.self).lowercased()
        let rest = inside.dropFirst(name.utf8.count)
        guard rest.isEmpty || rest.first == 0x20 || rest.first == UInt8(ascii: "/") else { return nil }
        guard blockTags.contains(name) || inlineTags.contains(name) else { return nil }
        return (blockTags.contains(name) ? "\n" : "", end + 1 - start)
    }

    private static let entities = [
        "quot": "\"", "apos": "'", "lt": "<", "gt": ">", "amp": "&", "nbsp": " ", "ldquo": "\u{201C}",
        "rdquo": "\u{201D}",
        "lsquo": "\u{2018}", "rsquo": "\u{2019}", "ndash": "\u{2013}", "mdash": "\u{2014}", "hellip": "\u{2026}",
        "lbrace": "{", "rbrace": "}", "lcub": "{", "rcub": "}", "colon": ":", "comma": ",",
    ]

    /// The character that an HTML character reference represents, or `nil` for other text after an ampersand.
    private static func entity(_ bytes: [UInt8], at start: Int) -> (text: String, length: Int)? {
        guard let end = bytes[start...].prefix(12).firstIndex(of: UInt8(ascii: ";")) else { return nil }
        let name = String(decoding: bytes[(start + 1)..<end], as: UTF8.self)
        if let text = entities[name] { return (text, end + 1 - start) }
        guard name.hasPrefix("#") else { return nil }
        let digits = name.dropFirst()
        let isHexadecimal = digits.first == "x" || digits.first == "X"
        guard let value = isHexadecimal ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits),
            let scalar = Unicode.Scalar(value), value > 0
        else { return nil }
        return (value == 0xA0 ? " " : String(scalar), end + 1 - start)
    }

    // MARK: - Quotations

    /// The text without the `> ` of a quotation or of a shell's continuation prompt.
    private static func withoutQuoteMarks(_ source: PastedSource) -> PastedSource? {
        let bytes = source.bytes
        // Lines in the output of `curl -v` also begin with `>`.
        guard bytes.contains(UInt8(ascii: ">")), !bytes.holds(Array("\n< ".utf8)), !bytes.starts(with: "< ".utf8),
            !bytes.starts(with: "* ".utf8), !bytes.holds(Array("\n* ".utf8))
        else { return nil }
        var (plain, quoted): (TakenText, [UInt8]) = (TakenText(), [])
        var start = 0
        while start < bytes.count {
            let next = (bytes[start...].firstIndex(of: 0x0A) ?? bytes.count - 1) + 1
            let content = endOfMarks(bytes, from: start, before: next)
            if content > start { quoted += bytes[content..<next] }
            plain.append(content..<next, of: bytes, .none)
            start = next
        }
        let isMeant = RequestTextReader.holdsLaunchMember(quoted[...]) || HTTPMessageReader.holdsLaunch(quoted[...])
        return isMeant ? PastedSource(plain, in: source) : nil
    }

    /// The index just past the marks at the start of a line, or the start itself if there are none.
    private static func endOfMarks(_ bytes: [UInt8], from start: Int, before end: Int) -> Int {
        var (index, content) = (start, start)
        while index < end {
            while index < end, bytes[index] == 0x20 || bytes[index] == 0x09 { index += 1 }
            guard index < end, bytes[index] == UInt8(ascii: ">") else { return content }
            index += 1
            // One blank belongs to the mark; any others belong to the text.
            content = index < end && bytes[index] == 0x20 ? index + 1 : index
        }
        return content
    }
}
