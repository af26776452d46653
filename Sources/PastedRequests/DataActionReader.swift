/// Reads the configuration of a data action, as Genesys Cloud exports it in a `*.custom.json` file.
///
/// Sources: GenesysCloudBlueprints/automated-callback-blueprint; Request configuration for data actions,
/// help.mypurecloud.com.
package struct DataActionReader {
    package let source: PastedSource
    package let document: JSONDocument

    /// Whether a text contains a name that every configuration has; a text without that name may be a plain body.
    package static func mayBeConfiguration(_ bytes: [UInt8]) -> Bool {
        bytes.holds(Array("requestTemplate".utf8)) || bytes.holds(Array("requestUrlTemplate".utf8))
    }

    /// The request's configuration, which may be inside an export or on its own.
    private var configuration: JSONNode? {
        ["/config/request", "/request", ""].lazy
            .compactMap { document.root?.node(at: $0) }
            .first { $0["requestTemplate"] != nil || $0["requestUrlTemplate"] != nil }
    }

    /// The request, or `nil` if the file isn't a data action.
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
    /// Rewrites the messages of faults in an Authorization header, so that they show no part of the credentials.
    fileprivate mutating func hide(_ authorization: HTTPRequestText.Authorization) {
        for index in indices where self[index].position < authorization.end && authorization.position < self[index].end
        {
            self[index].problem = "the value of Authorization is not a JSON string"
            self[index].fix = "write the value as a string in double quotes"
            self[index].edit = nil
        }
    }
}

extension JSONNode {
    package func written(_ text: String) -> Written<String> {
        Written(text, from: position, to: end)
    }
}
