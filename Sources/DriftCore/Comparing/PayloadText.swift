import PastedRequests

/// The requests of a file that a contract names.
struct PayloadText {
    /// The requests that the contract is about, in order; at least one.
    private(set) var requests: [HTTPRequestText]

    /// The JSON pointer to the body in the text of each; empty for the whole of it.
    private(set) var pointer: String

    /// How many more requests there are, which start no flow.
    private(set) var others: Int

    /// Reads a file.
    ///
    /// A pointer selects one of the requests that a program keeps in a JSON file; in any other file it leads into the
    /// body.
    ///
    /// - Parameters:
    ///   - bytes: The text of the file.
    ///   - pointer: The JSON pointer that the contract gives; empty for the whole file.
    ///   - way: The way in which the code reaches the flow, as only one of them is a launch by API.
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
        // An entry of a large file knows the credentials around it already.
        guard requests.contains(where: { $0.form != .entry }) else { return }
        let redaction = Redaction(whole.bytes)
        for index in requests.indices { requests[index].redaction.add(redaction) }
    }
}

extension Contract.Payload {
    /// Whether the file holds several launches, of which some may start other flows.
    public static func holdsSeveral(_ bytes: [UInt8], pointer: String) -> Bool {
        PayloadText(bytes, pointer: pointer, via: .flowExecution).requests.count > 1
    }
}

extension HTTPRequestText {
    /// Whether a webhook or a gateway may be what the request is sent to.
    fileprivate var mayReachGateway: Bool {
        body != nil && methodName != "GET" && !(url?.value.lowercased().contains("/oauth/token") ?? false)
    }
}
