extension Rules {
    static let triggerCriteriaChanged = Rule<Comparison>(
        id: "trigger-criteria-changed",
        severity: .error,
        summary: "A trigger has other match criteria than the contract says",
        explanation: """
            Match criteria decide which events start the workflow. With one criterion more, expected events may no \
            longer start it. With one criterion fewer, the workflow may run for events that the code does not expect. \
            Criteria are compared as data: their order does not matter, and null is the same as absent. `any` in the \
            contract accepts any value.

            Set the criteria back, or put the new ones into the contract.
            """
    ) { comparison in
        comparison.evidenceOnTriggers { trigger, found in
            let promised = trigger.broken(trigger.promised.match, .match) { fits(found.match, $0) }
            guard let promised else { return nil }
            let difference = difference(found.match, promised.value)
            return Evidence(
                "Trigger '\(trigger.name)' " + phrase(difference),
                at: comparison.place(of: promised),
                on: "match",
                trigger: trigger.name,
                contrast: Contrast(
                    difference.missing.isEmpty ? nil : "match: \(list(difference.missing))",
                    difference.extra.isEmpty ? nil : "match: \(list(difference.extra))"
                ),
                fix: Fix("set the trigger's match criteria back, or put the new ones into the contract")
            )
        }
    }

    private static func fits(_ found: [Criterion], _ promised: [Criterion]) -> Bool {
        let (extra, missing) = difference(found, promised)
        return extra.isEmpty && missing.isEmpty
    }

    /// The criteria that only the trigger has, and those that only the contract has; exact values are paired before
    /// `any`.
    private static func difference(
        _ found: [Criterion],
        _ promised: [Criterion]
    ) -> (extra: [Criterion], missing: [Criterion]) {
        var extra = found
        let exactFirst = promised.filter { $0.operand != .any } + promised.filter { $0.operand == .any }
        let missing = exactFirst.filter { criterion in
            guard let index = extra.firstIndex(where: { $0.fits(criterion) }) else { return true }
            extra.remove(at: index)
            return false
        }
        return (extra, missing)
    }

    private static func phrase(_ difference: (extra: [Criterion], missing: [Criterion])) -> String {
        let (extra, missing) = (list(difference.extra), list(difference.missing))
        if missing.isEmpty { return "also matches on \(extra), which the contract does not list" }
        if extra.isEmpty { return "does not match on \(missing), which the contract lists" }
        return "matches on \(extra); the contract lists \(missing)"
    }

    private static func list(_ criteria: [Criterion]) -> String {
        criteria.map { "'\($0)'" }.sorted().joined(separator: ", ")
    }
}
