extension Rules {
    static let payloadPathUnread = Rule<Comparison>(
        id: "payload-path-unread",
        severity: .note,
        isOn: false,
        summary: "The contract's JSON has a member that the flow never reads",
        explanation: """
            The code sends the member for nothing. The rule is off unless `severity: { payload-path-unread: note }` \
            switches it on, and silent where not all that the flow reads is known.

            Stop sending the member, or read it in the flow.
            """
    ) { comparison in
        comparison.payloads.flatMap { payload in
            guard payload.reads.isComplete, !payload.isRecorded else { return [Evidence]() }
            let read = Set(payload.reads.paths.compactMap(\.steps.first))
            return payload.names.filter { !read.contains(.member($0)) }.map { name in
                Evidence(
                    "Member '\(name)' of '\(payload.name)' is sent by the contract, but never read by the flow",
                    at: payload.place,
                    on: "\(payload.name).\(name)",
                    fix: Fix("stop sending '\(name)', or read it in the flow")
                )
            }
        }
    }
}
