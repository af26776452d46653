import PastedRequests
public import StrictJSON

/// The form in which a corrected request is written.
public enum RequestForm: String, CaseIterable, Sendable {
    case json
    case curl
}

/// The corrected request; it has guesses where a mistake was, and a text such as `<flow id>` for an unknown value.
public struct CorrectedRequest: Sendable {
    private let comparison: RequestComparison

    /// Corrects a request, or returns `nil` if that isn't possible.
    ///
    /// It isn't possible in these cases:
    /// - The request goes to a gateway or a webhook.
    /// - The directives of a template decide what is sent.
    /// - The whole body is a placeholder, or a file that wasn't read.
    /// - It's unclear what was meant.
    public init?(_ comparison: RequestComparison) {
        let comparison = comparison.readingForm
        guard comparison.isLaunch, !(comparison.document?.hasDirectives ?? false) else { return nil }
        guard !(comparison.request.bodyText?.isFormatTemplate ?? false) else { return nil }
        let isText = comparison.root?.textualLaunch != nil
        guard isText || !(comparison.root?.isUnknownContent ?? false) else { return nil }
        if case .file? = comparison.request.body, comparison.document == nil { return nil }
        let read = comparison.readingText()
        // No finding is about the content of a text, so the correction must not drop a part of it.
        guard !read.isLost, !isText || read.isWholeLaunch && (comparison.root?.members.count ?? 0) <= 1 else {
            return nil
        }
        self.comparison = read
    }

    /// The request in its original form: its body, a curl command, or an HTTP request.
    ///
    /// For a data action, it's only the body, which is the action's template.
    public var text: String { text(as: nil) }

    /// The request in the given form, or in its original form if `form` is `nil`.
    public func text(as form: RequestForm?) -> String {
        switch (form, comparison.request.form) {
        case (.json, _), (nil, .body), (nil, .dataAction), (nil, .entry): JSONWriter().text(body) + "\n"
        case (.curl, _), (nil, .curl): curl
        case (nil, .http): http
        }
    }

    /// The body in the form that a launch requires.
    public var body: OrderedJSON {
        var members = [OrderedJSON.Member(name: "flowId", value: flowID)]
        if let version { members.append(OrderedJSON.Member(name: "flowVersion", value: version)) }
        if let name { members.append(OrderedJSON.Member(name: "name", value: name)) }
        let inputs = CorrectedInputs(comparison)
        if !inputs.isNone { members.append(OrderedJSON.Member(name: "inputData", value: inputs.value)) }
        for run in comparison.body?.root.memberRuns ?? [] {
            members.append(OrderedJSON.Member(name: nil, value: .placeholder(run.runText)))
        }
        return .object(members)
    }

    private var flowID: OrderedJSON {
        if case .unknown? = comparison.sentID, let node = comparison.body?.member(.flowID)?.value {
            return comparison.requoted(node, as: DataType(.string)) ?? OrderedJSON(node)
        }
        return .string(comparison.rightID?.text ?? comparison.placeholderInAddress ?? "<flow id>")
    }

    /// The execution's name as a string, or `nil` if the request sends no value that can be a name.
    private var name: OrderedJSON? {
        guard let node = comparison.body?.member(.name)?.value else { return nil }
        switch node.kind {
        case .string: return OrderedJSON(node)
        case .number, .boolean: return .string(node.text)
        case .placeholder: return comparison.requoted(node, as: DataType(.string)) ?? OrderedJSON(node)
        case .object, .array, .null: return nil
        }
    }

    /// The version, or `nil` if the request sends none, or sends one that a rule would report.
    private var version: OrderedJSON? {
        guard let node = comparison.body?.member(.flowVersion)?.value, node.kind != .null else { return nil }
        if node.isUnknownContent { return OrderedJSON(node) }
        return comparison.isPublished(node.text) ? .string(node.text) : nil
    }

    /// The address; it's unchanged if it is correct or may be correct.
    private var url: String {
        let path = RequestAddress.launchPath
        let unknown = "https://" + (comparison.surroundings.ownHost ?? "api.<region-domain>") + path
        guard let address = comparison.address else { return unknown }
        guard let host = address.host else { return comparison.request.form == .curl ? unknown : path }
        if comparison.isOtherRegion(host) { return unknown }
        let isUnknown = RequestAddress.isUnknown(host)
        let isKnown = comparison.knownHosts.contains(host) || address.isLoopback || isUnknown
        let isFine = address.scheme == "https" || address.isLoopback || isUnknown
        let isGateway = comparison.surroundings.hosts.contains(host)
        if address.isOneWord, isKnown, isFine, address.path == nil || address.isLaunch(behindGateway: isGateway) {
            return address.withoutQuery
        }
        if comparison.knownHosts.contains(host) { return "https://" + host + path }
        return "https://" + (comparison.hostMeant(by: host) ?? "api.<region-domain>") + path
    }

    private var curl: String {
        let url = url.contains("'") || url.contains("$") ? "\"\(url)\"" : "'\(url)'"
        return """
            curl -X POST \(url) \\
              -H "Authorization: Bearer $TOKEN" \\
              -H 'Content-Type: application/json' \\
              --data-raw '\(Self.quoted(JSONWriter().text(body)))'

            """
    }

    private var http: String {
        """
        POST \(url)
        Authorization: Bearer <token>
        Content-Type: application/json

        \(JSONWriter().text(body))

        """
    }

    /// A text in single quotes of a shell; the quotes end before each variable of the shell, so that it's expanded.
    private static func quoted(_ text: String) -> String {
        let bytes = Array(text.utf8)
        return PlaceholderScan(bytes).pieces(of: 0..<bytes.count).map { piece in
            let text = String(decoding: bytes[piece.range], as: UTF8.self)
            let isVariable = piece.isPlaceholder && ShellSigns.isVariable(text)
            return isVariable ? "'\"\(text)\"'" : text.replacing("'", with: #"'\''"#)
        }
        .joined()
    }
}

extension RequestComparison {
    /// The request with the fields of a form as JSON; the same request if the body isn't a form.
    fileprivate var readingForm: RequestComparison {
        guard case .form? = request.body, request.formBody != nil else { return self }
        let read = ReadRequest(request.withoutForm, file: file)
        return RequestComparison(read, answer: answer, contract: contract, in: surroundings)
    }

    /// The request with the launch that the body contains as text; the same request if the body isn't text.
    fileprivate func readingText() -> RequestComparison {
        guard let document = root?.textualLaunch else { return self }
        let read = ReadRequest(request, file: file, document: document, redaction: redaction)
        return RequestComparison(read, answer: answer, contract: contract, in: surroundings)
    }

    /// Whether the intended meaning of a part of the body is unclear.
    fileprivate var isLost: Bool {
        guard let body else {
            guard let root, root.kind != .null else { return false }
            return root.kind != .array || root.element(0) != nil
        }
        return body.sentInputs.contains { $0.isLost(in: flow) || $0.isDeep && !keeps([$0]) }
    }

    /// Whether each member of the body belongs to a launch.
    fileprivate var isWholeLaunch: Bool {
        guard let body, body.outerMembers.isEmpty else { return false }
        return keeps(body.sentInputs)
            && body.members.allSatisfy { member in
                member.part == .input
                    || member.part.name != nil && body.member(member.part)?.name.index == member.name.index
            }
    }

    /// Whether the corrected inputs keep all inputs, each with a name of its own.
    private func keeps(_ sent: [SentInputs]) -> Bool {
        let count = sent.map { $0.inputs.count + $0.textInputs(in: flow).count }.reduce(0, +)
        return CorrectedInputs(sent, in: self).count == count
    }
}
