/// Reads the configuration of a data action, as Genesys Cloud exports it in a `*.custom.json` file.
///
/// Sources: GenesysCloudBlueprints/automated-callback-blueprint; Request configuration for data actions,
/// help.mypurecloud.com.
package struct DataActionReader {
    /// The text of the file.
    package let source: PastedSource

    /// The file as JSON.
    package let document: JSONDocument

    /// Whether a text names what every configuration has; a body that does not is never read as one.
    package static func mayBeConfiguration(_ bytes: [UInt8]) -> Bool {
        bytes.holds(Array("requestTemplate".utf8)) || bytes.holds(Array("requestUrlTemplate".utf8))
    }

    /// The request's configuration: of an export, of a part of one, or alone.
    private var configuration: JSONNode? {
        ["/config/request", "/request", ""].lazy
            .compactMap { document.root?.node(at: $0) }
            .first { $0["requestTemplate"] != nil || $0["requestUrlTemplate"] != nil }
    }

    /// The request; nil where the file is no data action.
    package func request() -> HTTPRequestText? {
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
        request.body = configuration["requestTemplate"].map {
            .text(RequestBody($0.taken(from: source), places: source.places))
        }
        request.impliedContentType = "application/json"
        request.placeholderTypes = PlaceholderTypes(
            inputSchema: document.root?.node(at: "/contract/input/inputSchema")
        )
        if let authorization = request.authorization { request.fileFaults.hide(authorization) }
        return request
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
    package func written(_ text: String) -> Written<String> {
        Written(text, from: position, to: end)
    }
}
