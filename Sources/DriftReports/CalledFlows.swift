import DriftCore

/// The picture of who calls which flow, for the page.
struct CalledFlows {
    /// The flows with their callers, those with a finding first.
    let flows: [CalledFlow]

    /// A line about the flows that are left out, or `nil` if all are there.
    let rest: HTMLText?

    /// The maximum number of flows in the picture; a page of thousands helps nobody.
    private static let most = 40

    /// Draws the flows that have callers.
    ///
    /// - Parameters:
    ///   - graphs: The callers in each environment.
    ///   - findings: The findings, to mark the callers that break.
    init(_ graphs: [CallerGraph], _ findings: [Finding]) {
        var callers: [FlowKey: [Caller]] = [:]
        for graph in graphs {
            for flow in graph.flows {
                let known = callers[flow] ?? []
                let new = graph.callers(of: flow).filter { caller in
                    !known.contains { ($0.kind, $0.name) == (caller.kind, caller.name) }
                }
                if !new.isEmpty { callers[flow] = known + new }
            }
        }
        let errors = findings.filter { $0.severity == .error && $0.acceptance == nil }
        let all = callers.map { CalledFlow($0.key, $0.value, errors) }
            .sorted { ($1.breaks ? 1 : 0, $0.key) < ($0.breaks ? 1 : 0, $1.key) }
        flows = Array(all.prefix(Self.most))
        let left = all.count - flows.count
        rest = left > 0 ? HTMLText("\(left) more flows have callers; `flowdrift callers` lists them.") : nil
    }

    /// A flow with its callers.
    struct CalledFlow {
        let key: FlowKey

        /// Whether a caller breaks.
        let breaks: Bool
        let calledFlow: HTMLText
        let callerItems: [CallerItem]

        init(_ key: FlowKey, _ callers: [Caller], _ errors: [Finding]) {
            self.key = key
            calledFlow = HTMLText(key.description)
            let own = errors.filter { $0.flow == key }
            callerItems = callers.map { caller in CallerItem(caller, breaks: own.contains { $0.concerns(caller) }) }
            breaks = callerItems.contains(where: \.callerBreaks)
        }
    }

    /// A caller of a flow.
    struct CallerItem {
        let callerKind: HTMLText
        let callerName: HTMLText
        let callerOwner: HTMLText?
        let callerBreaks: Bool

        init(_ caller: Caller, breaks: Bool) {
            callerKind = HTMLText(caller.kind.rawValue)
            callerName = HTMLText(caller.label)
            callerOwner = caller.owner.map { HTMLText($0) }
            callerBreaks = breaks
        }
    }
}
