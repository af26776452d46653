extension Outcome {
    /// The prefixes of rules whose subject is the name of an input or output.
    private static let kinds = ["input-", "output-", "payload-input-", "trigger-input-", "trigger-json-input-"]

    /// Replaces each finding on a name or type that depends on a placeholder with an unknown.
    ///
    /// - Parameter flow: The flow that was checked.
    /// - Returns: The remaining findings, and the unknowns.
    func settled(on flow: Flow?) -> Outcome {
        guard let flow, !flow.openVariables.isEmpty else { return self }
        var settled = self
        var unknowns: [Unknown] = []
        settled.findings = findings.filter { finding in
            guard let subject = finding.subject, Self.kinds.contains(where: finding.rule.hasPrefix),
                let open = flow.openVariable(for: subject)
            else { return true }
            let unknown = Unknown(open, inPlaceOf: finding, on: subject)
            guard !unknowns.contains(unknown) else { return false }
            unknowns.append(unknown)
            if finding.rule.hasPrefix("input-") { settled.coverage.inputs.checked -= 1 }
            if finding.rule.hasPrefix("output-") { settled.coverage.outputs.checked -= 1 }
            return false
        }
        settled.coverage.unknowns += unknowns
        return settled
    }
}

extension Unknown {
    fileprivate init(_ open: OpenVariable, inPlaceOf finding: Finding, on subject: String) {
        let reason = open.keys.isEmpty ? "the plan does not show the name" : open.lack
        self.init(
            reason:
                "'\(subject)' was not checked: the flow's variable '\(open.name.text)' may have this name, but "
                + reason,
            fix: open.fix,
            contract: finding.contract,
            flow: finding.flow,
            environment: finding.environment,
            place: finding.place
        )
    }
}

extension Flow {
    /// What is unknown about the flow because its placeholders have no values.
    func unknowns(in environment: EnvironmentName?) -> [Unknown] {
        openVariables.filter { !$0.keys.isEmpty }.map { open in
            Unknown(
                reason: "the name or type of variable '\(open.name.text)' in '\(key)' is unknown: \(open.lack)",
                fix: open.fix,
                flow: key,
                environment: environment,
                place: file.map { Place(file: $0, position: open.position) }
            )
        }
    }
}
