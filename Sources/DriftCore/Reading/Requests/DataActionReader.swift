import YAML

/// Reads the configuration of a data action, as Genesys Cloud exports it in a `*.custom.json` file.
///
/// Sources: GenesysCloudBlueprints/automated-callback-blueprint; Request configuration for data actions,
/// help.mypurecloud.com.
struct DataActionReader {
    /// The text of the file.
    let source: SourceText

    /// The file as JSON.
    let document: JSONDocument

    /// Whether a text names what every configuration has; a body that does not is never read as one.
    static func mayBeConfiguration(_ bytes: [UInt8]) -> Bool {
        bytes.holds(Array("requestTemplate".utf8)) || bytes.holds(Array("requestUrlTemplate".utf8))
    }

    /// The request's configuration: of an export, of a part of one, or alone.
    private var configuration: JSONNode? {
        ["/config/request", "/request", ""].lazy
            .compactMap { document.root?.node(at: $0) }
            .first { $0["requestTemplate"] != nil || $0["requestUrlTemplate"] != nil }
    }

    /// The request; nil where the file is no data action.
    func request() -> HTTPRequestText? {
        guard let configuration else { return nil }
        var request = HTTPRequestText(form: .dataAction, fileFaults: document.faults)
        request.method = configuration["requestType"].flatMap { $0.string.map($0.written) }
        if let url = configuration["requestUrlTemplate"] {
            request.url = url.written(CurlCommand.withoutUser(url.text).address)
        }
        for header in configuration["headers"]?.members ?? [] {
            let value = header.value.written(header.value.text)
            if header.name.text.lowercased() == "authorization" {
                request.authorization = .init(header: value)
            } else {
                let name = header.name.written(header.name.text)
                request.headers.append(HTTPRequestText.Header(name: name, value: value))
            }
        }
        request.body = configuration["requestTemplate"].map { .text(RequestBody(taken($0), places: source.places)) }
        request.impliedContentType = "application/json"
        if let authorization = request.authorization { request.fileFaults.hide(authorization) }
        return request
    }

    /// The text of a template with its places; of one that is no string, the JSON that stands there.
    private func taken(_ template: JSONNode) -> TakenText {
        let range = Int(template.record.start)..<Int(template.record.end)
        var text = TakenText()
        guard template.record.kind == .string else {
            text.append(range, of: source.bytes, .none)
            return text
        }
        guard template.record.form != .rewritten else {
            text.append(template.text, for: range, .json)
            return text
        }
        var (start, index) = (range.lowerBound + 1, range.lowerBound + 1)
        let end = range.upperBound - 1
        while index < end {
            guard source.bytes[index] == UInt8(ascii: "\\") else {
                index += 1
                continue
            }
            let escape = JSONEscape(source.bytes[..<end], at: index)
            text.append(start..<index, of: source.bytes, .json)
            text.append(escape.text, for: index..<index + escape.length, .json)
            index += escape.length
            start = index
        }
        text.append(start..<max(start, end), of: source.bytes, .json)
        return text
    }
}

extension [JSONFault] {
    /// Takes what a message shows of credentials out of it.
    fileprivate mutating func hide(_ authorization: HTTPRequestText.Authorization) {
        for index in indices where self[index].position < authorization.end && authorization.position < self[index].end
        {
            self[index].problem = "the value of Authorization is not written as JSON has it"
            self[index].wayOut = "write it as a text in double quotes"
            self[index].edit = nil
        }
    }
}

extension JSONNode {
    /// A text at the node's place.
    func written(_ text: String) -> Written<String> {
        Written(text, from: position, to: end)
    }
}
