/// Reads the requests of a JSON file in which a program stores them.
///
/// Such files are HAR files of browsers, collections of Postman, exports of Insomnia, Hoppscotch and Thunder Client,
/// workflows of n8n and Power Automate, and listings of data actions. An object in the file is a request if it has an
/// address, and a method, headers or a body.
///
/// Sources: HAR 1.2; schema.getpostman.com, collection 2.1.0; exports of the other programs.
package struct CollectionReader {
    package let source: PastedSource
    package let document: JSONDocument
    private let variables: TemplateVariables

    /// A value of the file that remains to be searched.
    private struct Visit {
        var node: JSONNode

        /// The authorization of the requests inside, unless they have their own.
        var authorization: HTTPRequestText.Authorization?

        /// The nearest object around the value, or `nil` for the root.
        var holder: JSONNode?
    }

    package init(source: PastedSource) {
        self.source = source
        document = JSONDocument(
            source.bytes,
            origin: TextOrigin(places: source.places),
            JSONReading(warning: false)
        )
        variables = document.root.map(TemplateVariables.init(of:)) ?? TemplateVariables()
    }

    /// Whether a text has a member name that these files use; a text without such a name may be a plain body.
    package static func mayBeCollection(_ bytes: [UInt8]) -> Bool {
        (RequestEntry.addressNames + ["entries", "info"]).contains { bytes.holds(Array("\"\($0)\"".utf8)) }
    }

    /// The requests of the file, or `nil` if it is another kind of file.
    package func text() -> PastedText? {
        guard let root = document.root, !Self.isLaunchBody(root) else { return nil }
        let program = Self.program(of: root)
        let requests = requests(in: root)
        guard program != nil || !requests.isEmpty else { return nil }
        guard document.isSound else {
            return PastedText(
                ForeignText(
                    "The \(program ?? "file") has invalid JSON here, so lint could not read all of its requests",
                    fix: "export the file again, or give lint only the request",
                    at: document.firstError?.position
                )
            )
        }
        if let program, requests.isEmpty {
            return PastedText(
                ForeignText(
                    "The \(program) contains no request",
                    fix: "export the file again with the request in it, or give lint only the request"
                )
            )
        }
        return PastedText(requests, judgesLoneRequest: false)
    }

    private func requests(in root: JSONNode) -> [HTTPRequestText] {
        var requests: [HTTPRequestText] = []
        var visits = [Visit(node: root)]
        while let visit = visits.popLast() {
            let node = visit.node
            switch node.kind {
            case .array:
                visits += node.elements.reversed().map {
                    Visit(node: $0, authorization: visit.authorization, holder: visit.holder)
                }
            case .object:
                let entry = RequestEntry(node: node, source: source, variables: variables)
                let authorization = entry.authorization ?? (entry.isOpen ? nil : visit.authorization)
                if var request = entry.request() {
                    request.authorization = request.authorization ?? authorization
                    request.answer = visit.holder.flatMap { RecordedAnswer(of: $0["response"], source).answer }
                    requests.append(request)
                    continue
                }
                let inner = node.members { member in
                    // Answers and saved examples contain copies of requests; the copies start nothing.
                    ["response", "responses", "originalRequest", "_initiator"].contains(member.name.text)
                        ? nil : Visit(node: member.value, authorization: authorization, holder: node)
                }
                visits += inner.reversed()
            default: break
            }
        }
        return requests
    }

    /// Whether the value is the body of a launch, which may have addresses among its inputs.
    private static func isLaunchBody(_ root: JSONNode) -> Bool {
        guard root.kind == .object else { return false }
        return ["flowId", "inputData", "inputdata", "flowid", "flow_id"].contains { root[$0] != nil }
    }

    /// The usual name of the file's format, such as `HAR file`, or `nil` if only its requests show what it is.
    private static func program(of root: JSONNode) -> String? {
        guard root.kind == .object else { return nil }
        if root.node(at: "/log/entries")?.kind == .array { return "HAR file" }
        let collection = root["collection"] ?? root
        if collection["info"] != nil, collection["item"]?.kind == .array { return "Postman collection" }
        if root["_type"]?.string == "export", root["resources"]?.kind == .array { return "Insomnia export" }
        if root["nodes"]?.kind == .array, root["connections"]?.kind == .object { return "n8n workflow" }
        return nil
    }
}

/// The answer that a HAR file records for a request.
private struct RecordedAnswer {
    let answer: ErrorAnswer?

    init(of response: JSONNode?, _ source: PastedSource) {
        guard let response, let status = response["status"], let code = Int(status.text), code > 0 else {
            answer = nil
            return
        }
        let headers = response["headers"]?.elements ?? []
        let id = headers.first { $0["name"]?.string?.lowercased() == "inin-correlation-id" }?["value"]
        let content = response["content"]
        let text = content?["encoding"] == nil ? content?["text"] : nil
        answer = ErrorAnswerReader().answer(
            in: PastedSource(text.map { $0.taken(from: source) } ?? TakenText(), in: source),
            from: 0,
            status: Written(code, from: status.position, to: status.end),
            contextId: id.flatMap { id in id.string.map { id.written($0) } }
        )
    }
}
