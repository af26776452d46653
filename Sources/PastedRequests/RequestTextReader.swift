/// Reads the requests of a text in any supported form, and recognizes the form by the text itself.
///
/// The forms are a JSON body, commands, the configuration of a data action, HTTP messages, and files in which programs
/// store requests. Each may also be in the code blocks of a chat or an issue.
public struct RequestTextReader: Sendable {
    /// Makes a reader.
    public init() {}

    /// Reads every request of a text.
    public func requests(in bytes: [UInt8]) -> PastedText {
        let whole = PastedSource(bytes)
        var text = Self.text(in: whole, foreign: ForeignForm.binary(bytes) ?? ForeignForm.empty(whole))
        // The entries of a file of requests already have the credentials to hide, and the whole file may be large.
        if text.launches.contains(where: { $0.form != .entry }) {
            let redaction = Redaction(whole.bytes)
            for index in text.launches.indices { text.launches[index].redaction.add(redaction) }
        }
        return text
    }

    /// Reads a text as one request: the first that starts a flow, or else the first of all.
    ///
    /// If the text has no request, all of it is read as a body, whose faults explain what is wrong.
    public func read(_ bytes: [UInt8]) -> HTTPRequestText {
        let (text, whole) = Self.whole(bytes)
        var request = text.launches.first ?? text.otherRequests.first ?? Self.body(whole)
        request.redaction.add(Redaction(whole.bytes))
        return request
    }

    /// The requests of a whole file, without a check for files that aren't requests.
    package static func whole(_ bytes: [UInt8]) -> (text: PastedText, source: PastedSource) {
        let whole = PastedSource(bytes)
        return (text(in: whole, foreign: nil), whole)
    }

    /// The requests in the value at a JSON pointer, or `nil` if there is no such value.
    package static func part(of whole: PastedSource, at pointer: String) -> PastedText? {
        let document = JSONDocument(
            whole.bytes,
            origin: TextOrigin(places: whole.places),
            JSONReading(warning: false)
        )
        guard let node = document.root?.node(at: pointer) else { return nil }
        switch node.kind {
        case .object, .array: return json(whole.part(node.range))
        case .string: return text(in: PastedSource(node.taken(from: whole), in: whole), foreign: nil)
        default: return nil
        }
    }

    private static func text(in whole: PastedSource, foreign: ForeignText?) -> PastedText {
        if let foreign { return PastedText(foreign) }
        if let plain = PastedMarkup.plain(whole) {
            var text = text(in: plain, foreign: nil)
            text.redact(Redaction(plain.bytes))
            return text
        }
        let start = whole.bytes.firstIndex { $0 > 0x20 && $0 < 0x80 }
        if let start, beginsJSON(whole.bytes, at: start) { return json(whole) }
        let blocks = TextBlocks(whole.bytes)
        guard blocks.blocks.isEmpty else { return BlockReader(whole, blocks).text() }
        return plain(whole)
    }

    /// Whether a text begins like JSON.
    ///
    /// A prompt such as `[user@host ~]$`, a time in a chat, and the tag of a code block also begin with a bracket, but
    /// aren't JSON.
    package static func beginsJSON(_ bytes: [UInt8], at start: Int) -> Bool {
        if TextBlocks.opensTag(bytes, at: start) { return false }
        if bytes[start] == UInt8(ascii: "{") { return true }
        guard bytes[start] == UInt8(ascii: "[") else { return false }
        let line = bytes[start...].prefix { $0 != 0x0A }
        guard let close = line.firstIndex(of: UInt8(ascii: "]")) else { return true }
        let isList = line[..<close].contains { "{\"'".utf8.contains($0) }
        let rest = line[(close + 1)...].first { $0 > 0x20 }
        return isList || rest.map { ",]};".utf8.contains($0) } ?? true
    }

    /// Whether a text contains ```, which opens a code block.
    package static func holdsFence(_ bytes: [UInt8]) -> Bool { bytes.holds(Array("```".utf8)) }

    package static func json(_ source: PastedSource) -> PastedText {
        if DataActionReader.mayBeConfiguration(source.bytes) {
            let document = JSONDocument(
                source.bytes,
                origin: TextOrigin(places: source.places),
                JSONReading()
            )
            if let request = DataActionReader(source: source, document: document).request() {
                return PastedText([request])
            }
        }
        if CollectionReader.mayBeCollection(source.bytes), let text = CollectionReader(source: source).text() {
            return text
        }
        if let bodies = JSONLinesReader(source: source).bodies() { return PastedText(bodies) }
        if let foreign = ForeignForm.json(source) { return PastedText(foreign) }
        // Prose or an answer may follow a body.
        let end = HTTPMessageReader.endOfObject(source.bytes, from: 0, until: source.bytes.count)
        return PastedText([body(end.map { source.part(0..<$0) } ?? source)])
    }

    /// Reads a text without code blocks; the text may contain prose, commands or requests.
    package static func plain(_ source: PastedSource) -> PastedText {
        let reader = HTTPMessageReader(source: source)
        let messages = PastedText(reader.requests())
        if reader.beginsWithRequest, !messages.launches.isEmpty { return messages }
        let commands = PastedText(ShellReader.requests(in: source))
        for found in [commands, messages] where !found.launches.isEmpty { return found }
        let others = messages.isEmpty ? commands : messages
        if others.isEmpty, beginsWithMember(source.bytes) { return PastedText([body(source)]) }
        // The requests that start no flow are only the result if nothing else in the text can start a flow.
        let namesLaunch = HTTPMessageReader.holdsLaunch(source.bytes[...])
        if let foreign = ForeignForm.text(source, isRest: !others.isEmpty && !namesLaunch) {
            return reader.beginsWithRequest && !namesLaunch ? others : PastedText(foreign)
        }
        let objects = objects(in: source, besides: others.otherRequests)
        // A `<` begins a line of a chat if the text also has objects; otherwise a placeholder may be the whole body.
        let isName = source.bytes.first { $0 > 0x20 } == UInt8(ascii: "<") && !objects.isEmpty
        if others.isEmpty, !isName, isLikeBody(source.bytes) { return PastedText([body(source)]) }
        if !objects.isEmpty { return PastedText(objects) }
        return others.isEmpty || namesLaunch ? PastedText(ForeignForm.unknown) : others
    }

    package static func body(_ source: PastedSource) -> HTTPRequestText {
        var text = TakenText()
        text.append(0..<source.bytes.count, of: source.bytes, .none)
        var faults = RequestFaults(origin: TextOrigin(places: source.places))
        source.reportEncoding(to: &faults)
        return HTTPRequestText(
            form: .body,
            body: .text(RequestBody(text, places: source.places)),
            faults: faults.sorted()
        )
    }

    /// The body of a launch inside other text; `taken` has its bytes and places.
    package static func body(_ taken: TakenText, in source: PastedSource) -> HTTPRequestText {
        HTTPRequestText(form: .body, body: .text(RequestBody(taken, places: source.places)))
    }

    /// The launch bodies among the words of a text, without the bodies of requests that were already read.
    private static func objects(in source: PastedSource, besides others: [HTTPRequestText]) -> [HTTPRequestText] {
        let (bytes, scan) = (source.bytes, BracketScan(source.bytes))
        guard holdsLaunchMember(bytes[...]) else { return [] }
        var bodies: [HTTPRequestText] = []
        var index = 0
        var triesLeft = 256
        while triesLeft > 0, let open = bytes[index...].firstIndex(of: UInt8(ascii: "{")) {
            triesLeft -= 1
            // A block in a file of Bruno has braces of its own around the braces of the object.
            let inner = bytes[(open + 1)...].firstIndex { $0 > 0x20 } ?? bytes.count - 1
            let isBlock = inner > open + 1 && bytes[inner] == UInt8(ascii: "{")
            guard !isBlock, let end = scan.end(at: open), holdsLaunchMember(bytes[open..<end]) else {
                index = open + 1
                continue
            }
            index = end
            let part = source.part(open..<end)
            let position = part.places.position(of: 0)
            let isRead = others.contains { other in
                other.bodyText.map { $0.position <= position && position < $0.end } ?? false
            }
            if !isRead { bodies.append(body(part)) }
        }
        return bodies
    }

    package static func holdsLaunchMember(_ bytes: ArraySlice<UInt8>) -> Bool {
        ["flowId", "inputData", "Flow."].contains { bytes.holds(Array($0.utf8)) }
    }

    /// Whether a text begins with a member of a body whose braces are missing.
    private static func beginsWithMember(_ bytes: [UInt8]) -> Bool {
        guard let start = bytes.firstIndex(where: { $0 > 0x20 }) else { return false }
        let quote = bytes[start] == UInt8(ascii: "\"") ? 1 : JSONQuotes.opening(in: bytes, at: start)?.length
        guard let quote else { return false }
        let line = bytes[(start + quote)...].prefix { $0 != 0x0A }
        guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { return false }
        let name = line[..<colon].filter { $0.isASCIILetterOrDigit || $0 == UInt8(ascii: ".") }
        let isName =
            ["flowId", "flowVersion", "name", "inputData", "inputs"].contains { name.elementsEqual($0.utf8) }
            || name.starts(with: "Flow.".utf8)
        // YAML has neither commas nor braces.
        return isName && holdsLaunchMember(bytes[...])
            && bytes.contains { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "{") }
    }

    /// Whether a text that doesn't begin as JSON is still most probably a body with mistakes.
    private static func isLikeBody(_ bytes: [UInt8]) -> Bool {
        guard let first = bytes.firstIndex(where: { $0 > 0x20 }) else { return true }
        // A letter or digit after `#` means a directive of a template; a heading of a page has a blank there.
        if bytes[first] == UInt8(ascii: "#") { return first + 1 < bytes.count && bytes[first + 1].isASCIILetterOrDigit }
        let hasCurlyQuote = ShellSigns.wide(bytes, at: first).map {
            ShellSigns.doubles.contains($0.scalar) || ShellSigns.singles.contains($0.scalar) || $0.scalar == "\u{FEFF}"
        }
        // Three quotes open a string in C#, Java or Python.
        if bytes[first...].starts(with: "\"\"\"".utf8) { return false }
        // A number alone is a body; a log begins with a date.
        if (0x30...0x39).contains(bytes[first]) {
            return bytes[first...].allSatisfy { $0 <= 0x20 || "0123456789.eE+-".utf8.contains($0) }
        }
        return hasCurlyQuote ?? "\"'/$%]}<".utf8.contains(bytes[first])
    }
}
