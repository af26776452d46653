extension Rules {
    static let payloadPathAbsent = Rule<Comparison>(
        id: "payload-path-absent",
        severity: .error,
        summary: "A flow reads a path that the contract's JSON does not have",
        explanation: """
            A JSON input hides its structure: the platform does not compare the members that the code sends with those \
            that the flow reads. A missing path gives an empty value, and the flow continues with it. If the code \
            sends the input only sometimes, this is a warning. So is a path in a webhook's body, because anybody may \
            post to a webhook, whatever the contract says. A name that only differs in letter case is a warning as \
            well, because no public source says whether letter case matters. So is a path that no recorded launch \
            (`launch.recordings`) has, because the tests may not cover every case.

            Send the member and add it to the schema, or read a member that is sent.
            """
    ) { comparison in
        comparison.payloads.flatMap { payload in
            payload.reads.paths.compactMap { path in
                guard payload.presence(path) == .absent else { return nil }
                if payload.isRecorded { return payload.evidence(ofRecorded: path) }
                if let respelled = payload.respelled(path) {
                    return Evidence(
                        "Path '\(path)' of '\(payload.name)' is spelled '\(respelled)' in the contract's JSON; the flow "
                            + "may read nothing",
                        at: payload.place,
                        on: "\(payload.name).\(path)",
                        severity: .warning,
                        fix: Fix("send '\(path)' and put it into the contract, or read '\(respelled)' in the flow")
                    )
                }
                let near = path.firstName.flatMap { NearName.best(for: $0, among: payload.names) }
                return Evidence(
                    "Path '\(path)' of '\(payload.name)' is read by the flow, but missing from the contract's JSON"
                        + (near.map { "; did you mean '\($0)'?" } ?? ""),
                    at: payload.place,
                    on: "\(payload.name).\(path)",
                    severity: payload.isAlwaysSent && !payload.isInEnvelope ? nil : .warning,
                    fix: Fix("send '\(path)' and put it into the contract, or read a name that is sent")
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
            respelled.map { "; they send '\($0)'" } ?? near.map { "; did you mean '\($0)'?" }
            ?? (unkeptMembers == 0 ? "" : "; they have members whose names recordings do not keep")
        return Evidence(
            "Path '\(path)' of '\(name)' is read by the flow, but no recorded launch sends it" + hint,
            at: place,
            on: "\(name).\(path)",
            severity: .warning,
            fix: Fix("send '\(path)', add a test that sends it, or record the launches again if the code does")
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
