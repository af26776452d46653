/// Folds the findings that have the same cause into one.
///
/// A flow that was renamed or deleted, or that can't be started, breaks each of its callers. That is one thing to put
/// right, so it is one finding, with the others in ``Finding/sameCause``.
struct Folding {
    private struct Group: Hashable {
        var environment: EnvironmentName?
        var kind: FlowCause.Kind
        var flow: FlowKey?
        var id: FlowID?

        init?(_ finding: Finding) {
            // Requests that send the same wrong id have nothing else in common.
            guard let cause = finding.flowCause,
                cause.flow != nil || finding.trigger != nil || finding.caller != nil
            else { return nil }
            (environment, kind, flow, id) = (finding.environment, cause.kind, cause.flow, cause.id)
        }
    }

    /// Folds findings.
    ///
    /// An accepted finding is folded into none, and if the finding on the flow itself is accepted, those on its callers
    /// stand alone: whoever accepts that a flow is gone doesn't accept that a caller breaks.
    ///
    /// - Parameters:
    ///   - findings: The findings that no other explains, in order; their acceptance must be set.
    ///   - explained: The findings that another one explains, each with that one.
    /// - Returns: The findings in the same order, without those that were folded into another, and the explained
    ///   findings that were folded into none.
    static func folded(
        _ findings: [Finding],
        explained: [(finding: Finding, cause: Finding?)]
    ) -> (findings: [Finding], explained: [Finding]) {
        var heads: [Group: Int] = [:]
        var accepted: Set<Group> = []
        for (index, finding) in findings.enumerated() {
            guard let group = Group(finding) else { continue }
            guard finding.acceptance == nil else {
                if finding.flowCause?.isOfFlow == true { accepted.insert(group) }
                continue
            }
            if let head = heads[group], !finding.isBetterHead(than: findings[head]) { continue }
            heads[group] = index
        }
        for group in accepted { heads[group] = nil }
        guard !heads.isEmpty else { return (findings, explained.map(\.finding)) }
        var folded: [Group: [Finding]] = [:]
        var kept: [(index: Int, finding: Finding)] = []
        for (index, finding) in findings.enumerated() {
            if let group = Group(finding), finding.acceptance == nil, let head = heads[group], head != index {
                folded[group, default: []].append(finding)
            } else {
                kept.append((index, finding))
            }
        }
        var others: [Finding] = []
        for (finding, cause) in explained {
            // What is wrong with a flow that can't be started doesn't follow from that; it doesn't matter until then.
            if let group = cause.flatMap(Group.init), group.kind == .missing, heads[group] != nil,
                finding.acceptance == nil
            {
                folded[group, default: []].append(finding)
            } else {
                others.append(finding)
            }
        }
        let result = kept.map { index, finding in
            guard let group = Group(finding), heads[group] == index else { return finding }
            var finding = finding
            finding.sameCause = (folded[group] ?? []).sorted()
            return finding
        }
        return (result, others)
    }
}

extension Finding {
    /// Whether the finding says better than another one what their common cause is: it's more severe, or else about the
    /// flow itself, or else about a contract.
    fileprivate func isBetterHead(than other: Finding) -> Bool {
        if severity != other.severity { return severity > other.severity }
        let (own, others) = (flowCause?.isOfFlow == true, other.flowCause?.isOfFlow == true)
        if own != others { return own }
        return contract != nil && other.contract == nil
    }
}
