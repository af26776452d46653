import PastedRequests

extension RequestComparison {
    /// The flow's id in the body, or why there is none.
    enum SentID {
        case missing
        case unknown

        /// Not a valid id; `holding` is the id inside the text, if there is one.
        case malformed(JSONNode, holding: FlowID?)

        case id(FlowID, JSONNode)
    }

    /// The flow's id in the body, or `nil` if there is no body.
    var sentID: SentID? {
        guard isLaunch, let body else { return nil }
        guard let node = body.member(.flowID)?.value, node.kind != .null else {
            return body.root.memberRuns.isEmpty ? .missing : .unknown
        }
        if node.isUnknownContent { return .unknown }
        guard let text = node.string, let id = FlowID(text), id.isUUID else {
            return .malformed(node, holding: Self.uuid(in: node.text))
        }
        return .id(id, node)
    }

    /// The flow's id in the body, even inside a longer text, or else in the address; `nil` if there is none.
    public var flowIDSent: FlowID? {
        switch sentID {
        case .id(let id, _)?: id
        case .malformed(_, let id)?: id
        case .missing?, nil: idInAddress
        case .unknown?: nil
        }
    }

    /// The strings in the body besides the inputs, one of which may be a flow's name.
    private var namesSent: Set<String> { Set((isLaunch ? body?.members ?? [] : []).compactMap(\.value.string)) }

    /// Whether all flows' ids are known, so that an id without a match is wrong.
    var knowsEveryID: Bool { surroundings.entries.haveEveryID }

    /// The id of the flow that the request should start, or `nil` if it's unknown.
    var flowID: FlowID? {
        guard let flow else { return nil }
        return flow.id ?? surroundings.entries.first { $0.key == flow.key }?.id
    }

    /// The only flow of the environment whose name is in the body, or `nil` if there isn't exactly one.
    var namedFlow: FlowEntry? { namedFlow(among: surroundings.entries) }

    /// The only flow whose name is in the body, or `nil` if there isn't exactly one.
    public func namedFlow(among entries: [FlowEntry]) -> FlowEntry? {
        let names = namesSent
        let named = entries.filter { names.contains($0.key.name) }
        return named.count == 1 ? named.first : nil
    }

    /// The id that the request should send, or `nil` if it's unknown.
    var rightID: FlowID? {
        if let flowID { return flowID }
        switch sentID {
        case .id(let id, _)? where !knowsEveryID || isKnown(id): return id
        case .malformed(_, let id?)? where !knowsEveryID || isKnown(id): return id
        case .missing?, nil: return idInAddress.flatMap { !knowsEveryID || isKnown($0) ? $0 : nil } ?? namedFlow?.id
        default: return namedFlow?.id
        }
    }

    /// The flow's id in an address, where it doesn't belong: `/flows/{id}/executions`, `?flowId={id}`.
    private var idInAddress: FlowID? {
        guard isLaunch, let address else { return nil }
        if let id = address.path.flatMap(Self.uuid) { return id }
        let query = address.written.value.dropFirst(address.withoutQuery.count + 1).prefix { $0 != "#" }
        return query.split(separator: "&").lazy.compactMap { field in
            let parts = field.split(separator: "=", maxSplits: 1)
            let name = parts.first?.lowercased().filter(\.isLetter)
            return name == "flowid" || name == "id" ? parts.last.map(String.init).flatMap(Self.uuid) : nil
        }.first
    }

    /// The placeholder for the flow's id in an address such as `/flows/$FLOW/executions`, or `nil` if there is none.
    var placeholderInAddress: String? {
        guard isLaunch, let parts = address?.path?.split(separator: "/"),
            let flows = parts.firstIndex(of: "flows"), flows + 2 < parts.count, parts[flows + 2].hasPrefix("execution")
        else { return nil }
        let part = String(parts[flows + 1])
        return RequestAddress.isUnknown(part) || part.hasPrefix("$") || part.hasPrefix("{") ? part : nil
    }

    func isKnown(_ id: FlowID) -> Bool { surroundings.entries.contains { $0.id == id } }

    private static func uuid(in text: String) -> FlowID? {
        let pattern = /[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}/
        return text.firstMatch(of: pattern).flatMap { FlowID(String($0.output)) }
    }
}
