extension Rules {
    static let payloadPathAbsent = Rule<Comparison>(
        id: "payload-path-absent",
        severity: .error,
        summary: "A flow reads a path that the contract's JSON does not have",
        explanation: """
            The platform does not compare the JSON that the code sends with the paths that the flow reads. If a path \
            is missing, the flow gets an empty value and continues with it. If the code sends the input only \
            sometimes, this is a warning. A path in a webhook's body is a warning, because anybody may post to a \
            webhook, whatever the contract says. A path that only differs in letter case is a warning, because no \
            public source says whether letter case matters. A path that no recorded launch (`launch.recordings`) has \
            is also a warning, because the tests may not cover every case.

            Send the member and add it to the schema, or let the flow read a member that the code sends.
            """
    ) { comparison in
        comparison.payloads.flatMap { payload in
            payload.reads.paths.compactMap { path in
                guard payload.presence(path) == .absent else { return nil }
                if payload.isRecorded { return payload.evidence(ofRecorded: path) }
                if let respelled = payload.respelled(path) {
                    return Evidence(
                        "The flow reads '\(path)' of '\(payload.name)', but the contract's JSON spells it "
                            + "'\(respelled)'; the flow may get no value",
                        at: payload.place,
                        on: "\(payload.name).\(path)",
                        severity: .warning,
                        fix: Fix("send '\(path)' and add it to the contract, or read '\(respelled)' in the flow")
                    )
                }
                let near = path.firstName.flatMap { NearName.best(for: $0, among: payload.names) }
                return Evidence(
                    "The flow reads '\(path)' of '\(payload.name)', but the contract's JSON does not have this path"
                        + (near.map { "; did you mean '\($0)'?" } ?? ""),
                    at: payload.place,
                    on: "\(payload.name).\(path)",
                    severity: payload.isAlwaysSent && !payload.isInEnvelope ? nil : .warning,
                    fix: Fix(
                        "send '\(path)' and add it to the contract, or change the flow to read a path that the code sends"
                    )
                )
            }
        }
    }
}

extension PayloadComparison {
    /// The evidence on a path that no recorded launch has.
    fileprivate func evidence(ofRecorded path: MemberPath) -> Evidence {
        let respelled = respelled(path)
        let near = respelled == nil ? path.firstName.flatMap { NearName.best(for: $0, among: names) } : nil
        let hint =
            respelled.map { "sends it; the launches send '\($0)'" } ?? near.map { "sends it; did you mean '\($0)'?" }
            ?? (unkeptMembers == 0
                ? "sends it"
                : "shows that the code sends it; the recording leaves out the names of some members, and one of them "
                    + "may be '\(path)'")
        return Evidence(
            "The flow reads '\(path)' of '\(name)', but no recorded launch " + hint,
            at: place,
            on: "\(name).\(path)",
            severity: .warning,
            fix: Fix(
                "if the code sends '\(path)', record the launches again with a test that sends it; "
                    + "otherwise, send '\(path)' in the code"
            )
        )
    }
}

extension MemberPath {
    /// The name of the path's first member, or `nil` if it starts with an element.
    fileprivate var firstName: String? {
        guard case .member(let name)? = steps.first else { return nil }
        return name
    }
}
