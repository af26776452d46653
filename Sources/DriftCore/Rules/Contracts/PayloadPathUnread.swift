extension Rules {
    static let payloadPathUnread = Rule<Comparison>(
        id: "payload-path-unread",
        severity: .note,
        isOn: false,
        summary: "The contract's JSON has a member that the flow never reads",
        explanation: """
            The code sends the member, but the flow never reads it. The rule is off by default; `severity: { \
            payload-path-unread: note }` in `flowdrift.yaml` switches it on. If it is unknown which paths the flow \
            reads, the rule reports nothing.

            Stop sending the member, or read it in the flow.
            """
    ) { comparison in
        comparison.payloads.flatMap { payload in
            guard payload.reads.isComplete, !payload.isRecorded else { return [Evidence]() }
            let read = Set(payload.reads.paths.compactMap(\.steps.first))
            return payload.names.filter { !read.contains(.member($0)) }.map { name in
                Evidence(
                    "The contract sends member '\(name)' of '\(payload.name)', but the flow never reads it",
                    at: payload.place,
                    on: "\(payload.name).\(name)",
                    fix: Fix("stop sending '\(name)', or read '\(name)' in the flow")
                )
            }
        }
    }
}
