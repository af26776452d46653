extension Rules {
    static let payloadPathAbsent = Rule<Comparison>(
        id: "payload-path-absent",
        severity: .error,
        summary: "A flow reads a path that the contract's JSON does not have",
        explanation: """
            A JSON input hides its structure: nothing compares what the code puts in with what the flow takes out. A \
            path that is not there gives an empty value, and the flow goes on with it. Where the code sends the input \
            only sometimes this is a warning, and for a webhook's body too, because anybody may post to a webhook, \
            whatever the contract says. A name that \
            differs in letter case alone is a warning as well: no public source tells whether it counts.

            Put the member into what the code sends and into its schema, or read the name that is there.
            """
    ) { comparison in
        comparison.payloads.flatMap { payload in
            payload.reads.paths.compactMap { path in
                guard payload.presence(path) == .absent else { return nil }
                if let respelled = payload.respelled(path) {
                    return Evidence(
                        "Path '\(path)' of '\(payload.name)' is spelled '\(respelled)' in what the contract sends; the flow "
                            + "may read nothing",
                        at: payload.place,
                        on: "\(payload.name).\(path)",
                        severity: .warning,
                        fix: Fix("send '\(path)' and put it into the contract, or read '\(respelled)' in the flow")
                    )
                }
                let near = path.firstName.flatMap { NearName.best(for: $0, among: payload.names) }
                return Evidence(
                    "Path '\(path)' of '\(payload.name)' is read by the flow, and not in what the contract sends"
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

extension MemberPath {
    /// The name of the path's first member, or `nil` if it starts with an element.
    fileprivate var firstName: String? {
        guard case .member(let name)? = steps.first else { return nil }
        return name
    }
}
