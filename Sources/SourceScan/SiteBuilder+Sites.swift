import SourceText

/// Makes the launch sites from the groups of signs.
extension SiteBuilder {
    /// The launch sites of the unit.
    func sites(_ surroundings: Surroundings, as setting: LaunchSite.Setting?) -> [LaunchSite] {
        guard !groups.isEmpty else { return [] }
        let mocks = Surroundings.mocks(in: unit)
        let taken = Taken(self)
        return groups.map { group in
            let main = group.main
            let body = group.body.map { objects.list[$0] }
            let inputs = Inputs(self, group, body, taken)
            return LaunchSite(
                sign: main.sign,
                setting: setting ?? self.setting(of: main, surroundings, mocks),
                position: unit.position(main.start),
                end: unit.position(main.end),
                flow: flow(of: group, body, taken),
                inputs: inputs.list,
                mayMentionMore: inputs.mayBeMore,
                body: body.map { LiteralBody(node: $0.node, form: $0.form) }
            )
        }
    }

    private func setting(of sign: FoundSign, _ surroundings: Surroundings, _ mocks: Set<String>) -> LaunchSite.Setting {
        let around = surroundings.setting(of: sign, in: unit, scopes, mocks: mocks)
        return around == .code ? sign.setting ?? around : around
    }

    // MARK: Flows

    private func flow(of group: Group, _ body: LaunchObjects.Body?, _ taken: Taken) -> LaunchedFlow {
        let function = body?.function ?? group.function
        if let body, let flow = flows.flow(of: body, in: function) {
            guard case .unknown = flow else { return flow }
            return named(group) ?? flow
        }
        if let only = onlyID(of: group, taken) { return .id(only) }
        if let named = named(group) { return named }
        return .unknown(reason: reasonWithoutID(group, body))
    }

    private func reasonWithoutID(_ group: Group, _ body: LaunchObjects.Body?) -> String {
        if case .call("gc flows executions create") = group.main.sign {
            return "the request's body is in a file that the command names"
        }
        guard body == nil else { return "the request's body has no flow id" }
        if unit.dialect.isData { return "no request body is near the launch" }
        let call = group.main.token
        if unit.token(call + 1)?.opens(UInt8(ascii: "(")) ?? false, group.function >= 0 {
            for name in unit.names(in: (call + 2)..<max(call + 2, unit.closer(call + 1)))
            where flows.isParameter(name.name, of: group.function) {
                return "the request's body is the parameter '\(name.name)'"
            }
        }
        if group.function >= 0 {
            for name in unit.names(in: unit.statement(around: call))
            where name.owner.isEmpty && Self.isBodyName(name.name) {
                if flows.isParameter(name.name, of: group.function) {
                    return "the request's body is the parameter '\(name.name)'"
                }
            }
        }
        return "the code builds the request's body"
    }

    private static func isBodyName(_ name: String) -> Bool {
        let name = name.lowercased()
        return ["body", "payload", "request", "data", "launch", "json", "params"].contains { name.hasSuffix($0) }
    }

    /// The only literal id in a launch's function, or `nil` if there is none or more than one.
    private func onlyID(of group: Group, _ taken: Taken) -> Written<String>? {
        guard !unit.dialect.isData else { return nil }
        let range = scopes.range(of: group.function)
        let near = ids(in: range).filter { scopes.function(of: $0.token) == group.function && isFlowLike($0.token) }
        return near.count == 1 && taken.functions[group.function] == 1 ? near[0].id : nil
    }

    private func ids(in range: Range<Int>) -> ArraySlice<(token: Int, id: Written<String>)> {
        let start = flows.ids.partitioningIndex { $0.token >= range.lowerBound }
        let end = flows.ids.partitioningIndex { $0.token >= range.upperBound }
        return flows.ids[start..<max(start, min(end, start + 8))]
    }

    /// Whether an id may be that of a flow: no word before it names something else, such as a queue.
    private func isFlowLike(_ token: Int) -> Bool {
        for place in max(0, token - 4)..<token {
            let name = (unit.tokens[place].kind == .string || unit.tokens[place].kind == .word ? unit.raw(place) : "")
                .lowercased()
            if name.contains("flow") { return true }
            if Self.otherKinds.contains(where: name.contains) { return false }
        }
        return true
    }

    private static let otherKinds = [
        "queue", "user", "conversation", "division", "org", "client", "agent", "wrapup", "group", "deployment",
        "tenant", "contact", "token", "secret", "customer", "execution", "correlation", "trace", "request",
    ]

    // MARK: Names

    /// The literal that the function or the file assigns as the flow's name, or `nil` if there isn't exactly one.
    private func named(_ group: Group) -> LaunchedFlow? {
        for name in [
            "flowName", "flow_name", "FlowName", "FLOW_NAME", "workflowName", "workflow_name", "WORKFLOW_NAME",
        ] {
            let found = definitions.visible(name, in: group.function).filter {
                unit.isString($0.value) && isWhole($0.value)
            }
            guard found.count == 1, let value = found.first?.value, !unit.value(value).isEmpty else { continue }
            return .name(written(value))
        }
        return nil
    }

    private func isWhole(_ value: Int) -> Bool {
        guard let next = unit.token(value + 1) else { return true }
        return next.isFirstOnLine || next.isSymbol(UInt8(ascii: ";")) || next.isSymbol(UInt8(ascii: ","))
            || next.kind == .close
    }

    private func written(_ token: Int) -> Written<String> {
        let content = unit.tokens[token].content
        return Written(
            unit.value(token),
            from: unit.position(content.lowerBound),
            to: unit.position(content.upperBound)
        )
    }
}

extension Array {
    /// The first index whose element satisfies a condition that all later elements satisfy too.
    func partitioningIndex(_ isLater: (Element) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if isLater(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
