/// Reads a request in whatever form it is written; the form is recognised from the text.
///
/// A JSON body, a curl command, the configuration of a data action, or a request as it goes over the wire, each also
/// between the ``` of a chat or an issue. What is none of these is read as a body, whose faults say why it is none.
public struct RequestTextReader: Sendable {
    /// Makes a reader.
    public init() {}

    /// Reads one request.
    public func read(_ bytes: [UInt8]) -> HTTPRequestText {
        let whole = SourceText(bytes)
        var request = request(in: whole)
        request.redaction = Redaction(whole.bytes)
        return request
    }

    private func request(in whole: SourceText) -> HTTPRequestText {
        let range = Self.insideFence(whole.bytes)
        guard let first = whole.bytes[range].first(where: { $0 > 0x20 && $0 < 0x80 }) else { return body(whole, range) }
        if first == UInt8(ascii: "{") || first == UInt8(ascii: "[") {
            guard DataActionReader.mayBeConfiguration(whole.bytes) else { return body(whole, range) }
            let document = JSONDocument(reading: whole.bytes)
            if let request = DataActionReader(source: whole, document: document).request() { return request }
            return body(whole, range)
        }
        if let request = HTTPMessageReader(source: whole).request() { return request }
        if CurlReader.command(in: whole.bytes) != nil { return CurlReader().read(whole) }
        return body(whole, Self.fencedBody(whole.bytes) ?? range)
    }

    private func body(_ source: SourceText, _ range: Range<Int>) -> HTTPRequestText {
        var text = TakenText()
        text.append(range, of: source.bytes, .none)
        var faults = RequestFaults(places: source.places)
        source.reportEncoding(to: &faults)
        return HTTPRequestText(
            form: .body,
            body: .text(RequestBody(text, places: source.places)),
            faults: faults.sorted()
        )
    }

    /// Whether a text holds a command as browsers copy it for cmd.exe, with a caret before each quote; it is not read.
    public static func isForWindowsShell(_ bytes: [UInt8]) -> Bool {
        let bytes = TextEncoding.utf8(fromUTF16: bytes) ?? bytes
        return bytes.holds(Array(" ^\"".utf8)) && CurlReader.command(in: bytes) != nil
    }

    /// The first object or array between lines of ``` that stand below words; nil where there is none.
    private static func fencedBody(_ bytes: [UInt8]) -> Range<Int>? {
        let fence = Array("```".utf8)
        var (open, index): (Int?, Int) = (nil, 0)
        while index < bytes.count {
            let next = (bytes[index...].firstIndex(of: 0x0A) ?? bytes.count - 1) + 1
            if bytes[index...].starts(with: fence) {
                let first = open.flatMap { start in bytes[start..<index].first { $0 > 0x20 } }
                if let start = open, first == UInt8(ascii: "{") || first == UInt8(ascii: "[") { return start..<index }
                open = open == nil ? next : nil
            }
            index = next
        }
        return nil
    }

    /// What stands between the first two lines of ```, or else the whole text.
    private static func insideFence(_ bytes: [UInt8]) -> Range<Int> {
        let fence = Array("```".utf8)
        guard let first = bytes.firstIndex(where: { $0 > 0x20 }), bytes[first...].starts(with: fence),
            let start = bytes[first...].firstIndex(of: 0x0A)
        else { return 0..<bytes.count }
        var index = start + 1
        while index < bytes.count {
            if bytes[index...].starts(with: fence) { return start + 1..<index }
            index = (bytes[index...].firstIndex(of: 0x0A) ?? bytes.count - 1) + 1
        }
        return start + 1..<bytes.count
    }
}
