/// Reads a request or an answer in HTTP's own syntax: a first line, headers, an empty line, a body.
///
/// This includes `.http` files of editors, and the output of `curl -i` and `curl -v`.
package struct HTTPMessageReader {
    package let source: PastedSource

    /// Whether the text's variables are already replaced by their values.
    package var isFilled = false

    /// A line without its line break and trailing blanks.
    package struct Line {
        package var range: Range<Int>
        package var text: String
    }

    package struct Head {
        /// The headers in order, except Authorization.
        package var headers: [HTTPRequestText.Header] = []

        package var authorization: HTTPRequestText.Authorization?

        /// The index of the body's first byte.
        package var bodyStart: Int

        /// Whether the body follows without an empty line before it, as on pages about an API.
        package var isBodyBelow = false
    }

    package static let methods: Set<String> = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"]

    /// Whether a text contains the address of a launch; the longer address of one execution doesn't count.
    package static func holdsLaunch(_ bytes: ArraySlice<UInt8>) -> Bool {
        var rest = bytes
        while let end = rest.end(of: resource) {
            if end == bytes.endIndex || bytes[end] != UInt8(ascii: "/") { return true }
            rest = bytes[end...]
        }
        return false
    }

    private static let resource = Array("/flows/executions".utf8)

    /// The requests in the text; empty if no line is the first line of a request.
    ///
    /// In an editor's file, lines of `###` separate the requests. In a chat or a page, any text may precede a request.
    package func requests() -> [HTTPRequestText] {
        if let filled { return filled.requests() }
        guard let first = firstLine() else { return [] }
        let isFile = isRequestLine(first)
        let lines = isFile ? requestLines(from: first) : scatteredLines()
        let ends = lines.dropFirst().map(\.range.lowerBound) + [source.bytes.count]
        return zip(lines, ends).map { request($0, until: $1, isWhole: isFile) }
    }

    /// A reader of the text with its variables replaced by their values, or `nil` if the text has no variable.
    ///
    /// An editor's file sets a variable in a line `@name = value`.
    private var filled: HTTPMessageReader? {
        guard !isFilled, source.bytes.holds(Array("{{".utf8)) else { return nil }
        var variables = TemplateVariables()
        var index = 0
        while let line = line(from: index) {
            index = nextStart(after: line)
            guard line.text.hasPrefix("@"), let equals = line.text.firstIndex(of: "=") else { continue }
            let name = Blanks.trimmed(String(line.text.dropFirst().prefix(upTo: equals)))
            variables.add(name, Blanks.trimmed(String(line.text[line.text.index(after: equals)...])))
        }
        guard !variables.isEmpty else { return nil }
        let filled = variables.filled(source)
        return HTTPMessageReader(source: PastedSource(filled.text, in: filled.outer), isFilled: true)
    }

    package var beginsWithRequest: Bool { firstLine().map(isRequestLine) ?? false }

    /// The first lines of the requests in an editor's file, which lines of `###` separate.
    private func requestLines(from first: Line) -> [Line] {
        var (lines, index, isBehindEnd) = ([first], nextStart(after: first), false)
        while let line = line(from: index) {
            if line.text.hasPrefix("###") {
                isBehindEnd = true
            } else if isBehindEnd, !isPreamble(line) {
                // A script may come before the request.
                guard isRequestLine(line) else {
                    index = nextStart(after: line)
                    continue
                }
                isBehindEnd = false
                lines.append(line)
            }
            index = nextStart(after: line)
        }
        return lines
    }

    /// Every line that is the first line of a request, whatever is around that line.
    private func scatteredLines() -> [Line] {
        var (lines, index): ([Line], Int) = ([], 0)
        while let line = line(from: index) {
            if isRequestLine(line) { lines.append(line) }
            index = nextStart(after: line)
        }
        return lines
    }

    private func isRequestLine(_ line: Line) -> Bool {
        let words = line.text.split(separator: " ")
        guard words.count >= 2, words.count <= 3, Self.methods.contains(words[0].uppercased()) else { return false }
        // In prose, a word with a slash may follow "put", so an address after a method in lower case must be clear.
        let isSure = Self.methods.contains(String(words[0]))
        let isAddress = isSure ? words[1].contains("/") : words[1].hasPrefix("/") || words[1].contains("://")
        return (isAddress || words[1].hasPrefix("{{") || words[1].hasPrefix("$"))
            && (words.count == 2 || words[2].uppercased().hasPrefix("HTTP/"))
    }

    private func request(_ first: Line, until end: Int, isWhole: Bool) -> HTTPRequestText {
        let words = first.text.split(separator: " ")
        var request = HTTPRequestText(form: .http)
        let start = first.range.lowerBound
        func offset(of word: Substring) -> Int {
            first.text.utf8.distance(from: first.text.startIndex, to: word.startIndex)
        }
        request.method = written(String(words[0]), from: start + offset(of: words[0]))
        let address = offset(of: words[1])
        request.url = written(String(words[1]), from: start + address)
        request.url?.value = CurlCommand.withoutUser(String(words[1])).address
        let head = head(after: first)
        request.headers = head.headers
        request.authorization = head.authorization
        request.body = body(from: head.bodyStart, until: end)
        let hasHeaders = !head.headers.isEmpty || head.authorization != nil
        request.showsHeaders = hasHeaders || isWhole && words[1].contains("://") && !head.isBodyBelow
        return request
    }

    /// The first line that isn't empty, a comment, or a variable of an editor's file, or `nil` if there is none.
    package func firstLine() -> Line? {
        var index = 0
        while let line = line(from: index) {
            if !isPreamble(line) { return line }
            index = nextStart(after: line)
        }
        return nil
    }

    private func isPreamble(_ line: Line) -> Bool {
        line.text.isEmpty || line.text.hasPrefix("#") || line.text.hasPrefix("//")
            || line.text.hasPrefix("@") && line.text.contains("=")
    }

    /// The headers after a first line.
    package func head(after first: Line) -> Head {
        var head = Head(bodyStart: nextStart(after: first))
        while let line = line(from: head.bodyStart) {
            if line.text.hasPrefix("{") && !line.text.hasPrefix("{{") || line.text.hasPrefix("[") {
                head.isBodyBelow = true
                break
            }
            head.bodyStart = nextStart(after: line)
            guard !line.text.isEmpty else { break }
            guard let colon = line.text.firstIndex(of: ":") else { continue }
            let name = Blanks.trimmed(String(line.text[..<colon]))
            let rest = line.text[line.text.index(after: colon)...]
            let value = rest.drop { $0 == " " || $0 == "\t" }
            let start = line.range.lowerBound
            let offset = line.text.utf8.distance(from: line.text.startIndex, to: value.startIndex)
            let writtenValue = written(String(value), from: start + offset)
            switch name.lowercased() {
            case "authorization": head.authorization = .init(header: writtenValue)
            case "cookie", "set-cookie", "proxy-authorization": break
            default: head.headers.append(.init(name: written(name, from: start), value: writtenValue))
            }
        }
        return head
    }

    /// The body from a byte to the `###` or the answer handler that ends the request, or `nil` if the body is empty.
    ///
    /// In an editor's file, `< path` takes the body from another file.
    private func body(from start: Int, until limit: Int) -> HTTPRequestText.Body? {
        var (index, end) = (start, limit)
        while index < limit, let line = line(from: index) {
            if line.text.hasPrefix("###") || line.text.hasPrefix("> {%") {
                end = line.range.lowerBound
                break
            }
            index = nextStart(after: line)
        }
        if let only = line(from: min(start, end)), only.text.hasPrefix("< "), only.range.lowerBound < end {
            let path = only.text.dropFirst(2).drop { $0 == " " }
            let offset = only.text.utf8.distance(from: only.text.startIndex, to: path.startIndex)
            return .file(written(String(path), from: only.range.lowerBound + offset))
        }
        end = Self.endOfObject(source.bytes, from: start, until: end) ?? end
        var text = TakenText()
        text.append(min(start, end)..<end, of: source.bytes, .none)
        guard text.bytes.contains(where: { $0 > 0x20 }) else { return nil }
        return .text(RequestBody(text, places: source.places))
    }

    /// The end of a body that is an object, if prose or an answer follows the object; `nil` if the body continues.
    package static func endOfObject(_ bytes: [UInt8], from start: Int, until limit: Int) -> Int? {
        guard start < limit, let first = bytes[start..<limit].firstIndex(where: { $0 > 0x20 }),
            bytes[first] == UInt8(ascii: "{"), let end = BracketScan(bytes).end(at: first, before: limit)
        else { return nil }
        let blanks = bytes[end..<limit].prefix { $0 <= 0x20 }
        let lineEnds = blanks.count { $0 == 0x0A }
        guard blanks.endIndex < limit, lineEnds > 0 else { return nil }
        if bytes[blanks.endIndex] == UInt8(ascii: "{") {
            let holdsLaunch = RequestTextReader.holdsLaunchMember
            return holdsLaunch(bytes[first..<end]) && !holdsLaunch(bytes[end..<limit]) ? end : nil
        }
        let line = bytes[blanks.endIndex..<limit].prefix { $0 != 0x0A }
        return line.isProse || lineEnds > 1 && bytes[blanks.endIndex].isASCIILetterOrDigit ? end : nil
    }

    /// The line that starts at a byte, or `nil` past the end of the text.
    package func line(from start: Int) -> Line? {
        guard start < source.bytes.count else { return nil }
        var end = source.bytes[start...].firstIndex(of: 0x0A) ?? source.bytes.count
        if end > start, source.bytes[end - 1] == 0x0D { end -= 1 }
        while end > start, source.bytes[end - 1] == 0x20 { end -= 1 }
        return Line(range: start..<end, text: String(decoding: source.bytes[start..<end], as: UTF8.self))
    }

    package func nextStart(after line: Line) -> Int {
        (source.bytes[line.range.upperBound...].firstIndex(of: 0x0A) ?? source.bytes.count - 1) + 1
    }

    package func written(_ text: String, from start: Int) -> Written<String> {
        Written(
            text,
            from: source.places.position(of: start),
            to: source.places.end(of: start..<start + text.utf8.count)
        )
    }
}

extension ArraySlice<UInt8> {
    /// Whether a line is prose, not the rest of an object that a superfluous bracket has closed.
    fileprivate var isProse: Bool {
        let line = String(decoding: self, as: UTF8.self)
        guard let first = line.first, first.isLetter || first.isNumber else { return false }
        let word = line.prefix { !$0.isWhitespace && $0 != ":" }
        let rest = Blanks.trimmed(String(line.dropFirst(word.count)))
        return !rest.hasPrefix(":") || rest == ":" || !",{[}\"".contains(rest.last ?? " ")
    }
}
