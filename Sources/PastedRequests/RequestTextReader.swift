/// Reads the requests of a text in whatever form it is written; the form is recognised from the text.
///
/// A JSON body, commands, the configuration of a data action, requests as they go over the wire, and the files in
/// which programs keep requests, each also between the ``` of a chat or an issue.
public struct RequestTextReader: Sendable {
    /// Makes a reader.
    public init() {}

    /// Reads every request of a text.
    public func requests(in bytes: [UInt8]) -> PastedText {
        let whole = PastedSource(bytes)
        var text = Self.text(in: whole, foreign: ForeignForm.binary(bytes) ?? ForeignForm.empty(whole))
        // An entry of a large file knows the credentials around it already.
        if text.launches.contains(where: { $0.form != .entry }) {
            let redaction = Redaction(whole.bytes)
            for index in text.launches.indices { text.launches[index].redaction.add(redaction) }
        }
        return text
    }

    /// Reads a text as one request: the first that starts a flow, or else the first, or else a body, whose faults say
    /// why it is none.
    public func read(_ bytes: [UInt8]) -> HTTPRequestText {
        let (text, whole) = Self.whole(bytes)
        var request = text.launches.first ?? text.otherRequests.first ?? Self.body(whole)
        request.redaction.add(Redaction(whole.bytes))
        return request
    }

    /// What a whole file holds, whose text need not be a request.
    package static func whole(_ bytes: [UInt8]) -> (text: PastedText, source: PastedSource) {
        let whole = PastedSource(bytes)
        return (text(in: whole, foreign: nil), whole)
    }

    /// What the value at a JSON pointer holds; nil where nothing is there.
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

    /// Whether a text begins as JSON does; a prompt such as `[user@host ~]$`, the time of a chat's line and the mark of
    /// a block of code begin with a bracket too.
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

    /// Whether a line of ``` opens a block of code.
    package static func holdsFence(_ bytes: [UInt8]) -> Bool { bytes.holds(Array("```".utf8)) }

    /// Reads a text that begins as JSON does.
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
        // Words may follow a body, or the answer to it.
        let end = HTTPMessageReader.endOfObject(source.bytes, from: 0, until: source.bytes.count)
        return PastedText([body(end.map { source.part(0..<$0) } ?? source)])
    }

    /// Reads a text of words, commands or requests without blocks of code in it.
    package static func plain(_ source: PastedSource) -> PastedText {
        let reader = HTTPMessageReader(source: source)
        let messages = PastedText(reader.requests())
        if reader.beginsWithRequest, !messages.launches.isEmpty { return messages }
        let commands = PastedText(ShellReader.requests(in: source))
        for found in [commands, messages] where !found.launches.isEmpty { return found }
        let others = messages.isEmpty ? commands : messages
        if others.isEmpty, beginsWithMember(source.bytes) { return PastedText([body(source)]) }
        // What starts no flow can only be counted where nothing else in the text may start one.
        let namesLaunch = HTTPMessageReader.holdsLaunch(source.bytes[...])
        if let foreign = ForeignForm.text(source, isRest: !others.isEmpty && !namesLaunch) {
            return reader.beginsWithRequest && !namesLaunch ? others : PastedText(foreign)
        }
        let objects = objects(in: source, besides: others.otherRequests)
        // A name in such brackets begins a line of a chat, and a placeholder in them may stand for a whole body.
        let isName = source.bytes.first { $0 > 0x20 } == UInt8(ascii: "<") && !objects.isEmpty
        if others.isEmpty, !isName, isLikeBody(source.bytes) { return PastedText([body(source)]) }
        if !objects.isEmpty { return PastedText(objects) }
        return others.isEmpty || namesLaunch ? PastedText(ForeignForm.unknown) : others
    }

    /// The text as a body.
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

    /// The objects among words that are bodies of launches, and not those of requests that are read already.
    private static func objects(in source: PastedSource, besides others: [HTTPRequestText]) -> [HTTPRequestText] {
        let (bytes, scan) = (source.bytes, BracketScan(source.bytes))
        guard holdsLaunchMember(bytes[...]) else { return [] }
        var bodies: [HTTPRequestText] = []
        var index = 0
        var triesLeft = 256
        while triesLeft > 0, let open = bytes[index...].firstIndex(of: UInt8(ascii: "{")) {
            triesLeft -= 1
            // A block of Bruno has the object between braces of its own.
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

    /// Whether a member of a launch is named.
    package static func holdsLaunchMember(_ bytes: ArraySlice<UInt8>) -> Bool {
        ["flowId", "inputData", "Flow."].contains { bytes.holds(Array($0.utf8)) }
    }

    /// Whether a text begins with a member of a body that has lost its braces.
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
        // YAML needs neither commas nor braces.
        return isName && holdsLaunchMember(bytes[...])
            && bytes.contains { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "{") }
    }

    /// Whether a text that does not begin as JSON does is still most probably a body, badly written.
    private static func isLikeBody(_ bytes: [UInt8]) -> Bool {
        guard let first = bytes.firstIndex(where: { $0 > 0x20 }) else { return true }
        // A directive of a template, and no heading of a page.
        if bytes[first] == UInt8(ascii: "#") { return first + 1 < bytes.count && bytes[first + 1].isASCIILetterOrDigit }
        let hasCurlyQuote = ShellSigns.wide(bytes, at: first).map {
            ShellSigns.doubles.contains($0.scalar) || ShellSigns.singles.contains($0.scalar) || $0.scalar == "\u{FEFF}"
        }
        // Three quotes open a text of C#, Java or Python.
        if bytes[first...].starts(with: "\"\"\"".utf8) { return false }
        // A number alone is a body; a log begins with a date.
        if (0x30...0x39).contains(bytes[first]) {
            return bytes[first...].allSatisfy { $0 <= 0x20 || "0123456789.eE+-".utf8.contains($0) }
        }
        return hasCurlyQuote ?? "\"'/$%]}<".utf8.contains(bytes[first])
    }
}
