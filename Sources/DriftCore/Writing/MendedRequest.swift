import PastedRequests
public import StrictJSON

/// The form in which a mended request is written.
public enum MendedForm: String, CaseIterable, Sendable {
    /// The body alone.
    case json
    /// A curl command.
    case curl
}

/// The request as it should be sent: what could be guessed is filled in, what could not is marked as `<what goes here>`.
public struct MendedRequest: Sendable {
    private let comparison: RequestComparison

    /// Mends a request.
    ///
    /// Nil where it goes to a gateway or a webhook, where a template's directives decide what of it is sent, where a
    /// placeholder or a file that was not read stands for the whole body, and where nobody can tell what was meant.
    public init?(_ comparison: RequestComparison) {
        let comparison = comparison.readingForm
        guard comparison.isLaunch, !(comparison.document?.hasDirectives ?? false) else { return nil }
        guard !(comparison.request.bodyText?.isFormatTemplate ?? false) else { return nil }
        let isText = comparison.root?.textualLaunch != nil
        guard isText || !(comparison.root?.isUnknownContent ?? false) else { return nil }
        if case .file? = comparison.request.body, comparison.document == nil { return nil }
        let read = comparison.readingText()
        // No finding is about what stands inside a text, so nothing of it may be left out.
        guard !read.isLost, !isText || read.isWholeLaunch && (comparison.root?.members.count ?? 0) <= 1 else {
            return nil
        }
        self.comparison = read
    }

    /// The request in the form in which it came: its body, a curl command, or what goes over the wire.
    ///
    /// The body alone for a data action, whose template it is.
    public var text: String { text(as: nil) }

    /// The request in a form; in the one in which it came where that is nil.
    public func text(as form: MendedForm?) -> String {
        switch (form, comparison.request.form) {
        case (.json, _), (nil, .body), (nil, .dataAction), (nil, .entry): JSONWriter().text(body) + "\n"
        case (.curl, _), (nil, .curl): curl
        case (nil, .http): http
        }
    }

    /// The body as a launch takes it.
    public var body: OrderedJSON {
        var members = [OrderedJSON.Member(name: "flowId", value: flowID)]
        if let version { members.append(OrderedJSON.Member(name: "flowVersion", value: version)) }
        if let name { members.append(OrderedJSON.Member(name: "name", value: name)) }
        let inputs = MendedInputs(comparison)
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

    /// The execution's name as a string; nil where none is sent that can be one.
    private var name: OrderedJSON? {
        guard let node = comparison.body?.member(.name)?.value else { return nil }
        switch node.kind {
        case .string: return OrderedJSON(node)
        case .number, .boolean: return .string(node.text)
        case .placeholder: return comparison.requoted(node, as: DataType(.string)) ?? OrderedJSON(node)
        case .object, .array, .null: return nil
        }
    }

    /// The version where it is one that a rule does not object to.
    private var version: OrderedJSON? {
        guard let node = comparison.body?.member(.flowVersion)?.value, node.kind != .null else { return nil }
        if node.isUnknownContent { return OrderedJSON(node) }
        return comparison.isPublished(node.text) ? .string(node.text) : nil
    }

    /// The address: the one that was written, where it is right or may be.
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

    /// A text inside a shell's single quotes, out of which the shell's variables are taken, so that it fills them in.
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
    /// The same with the fields of a form as the JSON that they stand for; itself where the body is no form.
    fileprivate var readingForm: RequestComparison {
        guard case .form? = request.body, request.formBody != nil else { return self }
        let read = ReadRequest(request.withoutForm, file: file)
        return RequestComparison(read, answer: answer, contract: contract, in: surroundings)
    }

    /// The same beside the launch that the body holds as text; itself where the body is no text.
    fileprivate func readingText() -> RequestComparison {
        guard let document = root?.textualLaunch else { return self }
        let read = ReadRequest(request, file: file, document: document, redaction: redaction)
        return RequestComparison(read, answer: answer, contract: contract, in: surroundings)
    }

    /// Whether the body holds something of which nobody can tell what it was meant as.
    fileprivate var isLost: Bool {
        guard let body else {
            guard let root, root.kind != .null else { return false }
            return root.kind != .array || root.element(0) != nil
        }
        return body.sentInputs.contains { $0.isLost(in: flow) || $0.isDeep && !keeps([$0]) }
    }

    /// Whether each member of the body has its place in a launch.
    fileprivate var isWholeLaunch: Bool {
        guard let body, body.outerMembers.isEmpty else { return false }
        return keeps(body.sentInputs)
            && body.members.allSatisfy { member in
                member.part == .input
                    || member.part.name != nil && body.member(member.part)?.name.index == member.name.index
            }
    }

    /// Whether each input has a name of its own among the mended ones.
    private func keeps(_ sent: [SentInputs]) -> Bool {
        let count = sent.map { $0.inputs.count + $0.textInputs(in: flow).count }.reduce(0, +)
        return MendedInputs(sent, in: self).count == count
    }
}
