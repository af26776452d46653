import PastedRequests

/// The requests in a file that a contract names.
struct PayloadText {
    /// The requests that the contract is about, in order; at least one.
    private(set) var requests: [HTTPRequestText]

    /// The JSON pointer to the body in each request's text; empty for the whole text.
    private(set) var pointer: String

    /// The number of other requests, which start no flow.
    private(set) var others: Int

    /// Reads a file.
    ///
    /// In a JSON file that contains requests, a pointer selects a request; in any other file, a value of the body.
    ///
    /// - Parameters:
    ///   - bytes: The file's text.
    ///   - pointer: The JSON pointer in the contract; empty for the whole file.
    ///   - way: How the code reaches the flow, since only `flowExecution` is a launch by API.
    init(_ bytes: [UInt8], pointer: String, via way: Contract.Way) {
        var (text, whole) = RequestTextReader.whole(bytes)
        self.pointer = pointer
        let holdsRequests = (text.launches + text.otherRequests).contains {
            $0.form == .entry || $0.form == .dataAction
        }
        if holdsRequests, !pointer.isEmpty, let part = RequestTextReader.part(of: whole, at: pointer) {
            text = part
            self.pointer = ""
        }
        let posts = way == .flowExecution ? [] : text.otherRequests.filter(\.mayReachGateway)
        requests = (text.launches + posts).sorted { $0.position < $1.position }
        others = text.others - posts.count
        if requests.isEmpty {
            others = max(0, text.others - 1)
            requests = [text.otherRequests.first ?? RequestTextReader.body(whole)]
        }
        // An entry of a large file already includes the credentials around it.
        guard requests.contains(where: { $0.form != .entry }) else { return }
        let redaction = Redaction(whole.bytes)
        for index in requests.indices { requests[index].redaction.add(redaction) }
    }
}

extension Contract.Payload {
    /// Whether the file contains several launches, some of which may start other flows.
    public static func holdsSeveral(_ bytes: [UInt8], pointer: String) -> Bool {
        PayloadText(bytes, pointer: pointer, via: .flowExecution).requests.count > 1
    }
}

extension HTTPRequestText {
    /// Whether the request may go to a webhook or a gateway.
    fileprivate var mayReachGateway: Bool {
        body != nil && methodName != "GET" && !(url?.value.lowercased().contains("/oauth/token") ?? false)
    }
}
