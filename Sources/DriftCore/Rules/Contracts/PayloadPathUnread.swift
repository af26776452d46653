extension Rules {
    static let payloadPathUnread = Rule<Comparison>(
        id: "payload-path-unread",
        severity: .note,
        isOn: false,
        summary: "The contract's JSON has a member that the flow never reads",
        explanation: """
            The code sends the member, but nothing uses it. The rule is off unless `severity: { payload-path-unread: \
            note }` switches it on. It reports nothing if it is unknown which paths the flow reads.

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
