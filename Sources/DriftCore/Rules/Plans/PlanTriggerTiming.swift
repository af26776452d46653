extension Rules {
    static let planTriggerTiming = Rule<PlannedStep>(
        id: "plan-trigger-timing",
        severity: .error,
        summary: "A plan gives a trigger a time to live or a delay that is out of range",
        explanation: """
            An event's time to live must be 10 seconds or more. A delay must be 60 to 900 seconds. A trigger may have \
            only one of the two. Terraform does not check these limits, so the apply fails half-way, with some \
            resources changed.

            Correct the seconds, or leave one of the two out.
            """
    ) { step in
        guard case .timing(ttl: let ttl, delay: let delay) = step.event else { return [] }
        var faults: [String] = []
        var fixes: [String] = []
        if let ttl, ttl < 10 {
            faults.append("a time to live of \(ttl) s, but the minimum is 10 s")
            fixes.append("set event_ttl_seconds to 10 or more")
        }
        if let delay, !(60...900).contains(delay) {
            faults.append("a delay of \(delay) s, but a delay must be 60 to 900 s")
            fixes.append("set delay_by_seconds to a number from 60 to 900")
        }
        if ttl != nil, delay != nil {
            faults.append("a time to live and a delay, but only one of the two is allowed")
            fixes.append("remove event_ttl_seconds or delay_by_seconds")
        }
        guard !faults.isEmpty else { return [] }
        return [
            step.evidence(
                "\(step.address) has \(faults.joined(separator: "; "))",
                fix: fixes.joined(separator: "; ")
            )
        ]
    }
}
