import StrictJSON

extension Rules {
    static let payloadJsonPathMissing = Rule<RequestComparison>(
        id: "payload-json-path-missing",
        severity: .warning,
        summary: "The flow reads a path that the JSON in the request does not have",
        explanation: """
            The API does not compare the members of a JSON input with the paths that the flow reads. The launch \
            succeeds, and the flow reads an empty value. A member whose value is null counts as not sent. So does a \
            name in another letter case, because no public source says whether it reaches the flow. This is a warning, \
            because the flow may expect that the member is sometimes missing.

            Send the member under the name that the flow reads.
            """
    ) { comparison in
        comparison.evidenceOnDeclaredInputs { sent, variable in
            // Only JSON has paths; an object in place of a collection is reported by another rule.
            let isWhole = sent.value.kind == .object && !variable.type.isCollection
            guard isWhole || sent.value.kind == .array else { return [] }
            let paths = variable.reads?.paths ?? []
            return comparison.evidence(onPathsOf: sent.value, paths, in: variable.name) { path in
                comparison.isOnContract(path, of: sent) ? "\(sent.name.text).\(path)" : nil
            }
        } + comparison.webhookEvidence
    }
}

extension RequestComparison {
    /// The evidence on paths that a sent value lacks.
    ///
    /// `ofContract` returns the subject of the contract's finding on the same path, or `nil` if there is none.
    fileprivate func evidence(
        onPathsOf value: JSONNode,
        _ paths: [MemberPath],
        in name: String,
        ofContract: (MemberPath) -> String?
    ) -> [Evidence] {
        paths.compactMap { path in
            guard !value.mayHave(path.steps[...]) else { return nil }
            let names = value.members.map(\.name.text)
            let near = path.steps.first.flatMap { step in
                if case .member(let name) = step, !names.contains(name) {
                    NearName.best(for: name, among: names)
                } else {
                    nil
                }
            }
            let evidence = Evidence(
                "\(flowPhrase) reads '\(path)' of '\(name)', but the request's JSON "
                    + (value.isNull(path.steps[...]) ? "has null at this path" : "does not have this path")
                    + (near.map { "; did you mean '\($0)'?" } ?? ""),
                at: place(value),
                on: "\(name).\(path)",
                fix: Fix("send '\(path)', or change the flow to read a path that the request has")
            )
            return ofContract(path).map { evidence.repeating([.payloadPathAbsent], on: $0) } ?? evidence
        }
    }

    /// The evidence on paths that the flow reads, but that a webhook's body lacks.
    fileprivate var webhookEvidence: [Evidence] {
        guard contract?.launch?.via == .webhook, let root,
            let input = flow?.inputs.first(where: TriggerSource.isJSONInput),
            let reads = input.reads?.below(PayloadComparison.envelope)
        else { return [] }
        let name = "\(input.name).\(PayloadComparison.envelope.joined(separator: "."))"
        return evidence(onPathsOf: root, reads.paths, in: name) { path in
            isOnContract(inBody: path) ? "\(name).\(path)" : nil
        }
    }
}

extension JSONNode {
    /// Whether the value has a path, or may have it because of a placeholder.
    fileprivate func mayHave(_ steps: ArraySlice<MemberPath.Step>) -> Bool {
        guard !isUnknownContent else { return true }
        guard let step = steps.first else { return kind != .null }
        switch step {
        case .member(let name):
            guard kind == .object else { return false }
            return self[name]?.mayHave(steps.dropFirst()) ?? !memberRuns.isEmpty
        case .element:
            guard kind == .array else { return false }
            return elements.isEmpty || elements.contains { $0.mayHave(steps.dropFirst()) }
        }
    }

    /// Whether a path of members leads to null, or through null.
    fileprivate func isNull(_ steps: ArraySlice<MemberPath.Step>) -> Bool {
        guard kind != .null else { return true }
        guard case .member(let name)? = steps.first else { return false }
        return self[name]?.isNull(steps.dropFirst()) ?? false
    }
}
