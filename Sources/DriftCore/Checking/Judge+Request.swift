import PastedRequests

extension Judge {
    /// Checks a request against the flow that it should start.
    ///
    /// - Parameter request: The request.
    /// - Returns: The findings in the order of a report, and what was checked.
    public func judge(_ request: RequestComparison) -> Outcome {
        var coverage = Coverage()
        coverage.requests.add(1, checked: true)
        coverage.inputs.add(request.inputs.count, checked: request.flow != nil)
        coverage.unknowns = request.unknowns
        if request.contract == nil, let flow = request.flow {
            coverage.cells = [Cell(flow.key, in: request.surroundings.environment, isJudged: true)]
        }
        return Outcome(findings: findings(in: request), coverage: coverage).settled(on: request.flow)
    }

    /// Checks the launch of a data action.
    ///
    /// - Parameters:
    ///   - request: The action's request.
    ///   - name: What messages call the action: its name, or its address in a plan.
    ///   - place: The place of all findings, or `nil` for their places in the request's file.
    /// - Returns: The findings and unknowns, each with the action's name.
    public func judge(_ request: RequestComparison, ofAction name: String, at place: Place?) -> Outcome {
        var outcome = judge(request)
        for index in outcome.findings.indices {
            if let place { outcome.findings[index].place = place }
            outcome.findings[index].caller = name
            outcome.findings[index].message = "\(name): \(outcome.findings[index].message)"
        }
        for index in outcome.coverage.unknowns.indices {
            if let place { outcome.coverage.unknowns[index].place = place }
            outcome.coverage.unknowns[index].reason = "\(name): \(outcome.coverage.unknowns[index].reason)"
            // Nothing on the command line names the flow of an action.
            if request.flow == nil {
                outcome.coverage.unknowns[index].fix =
                    request.flowIDSent == nil
                    ? "write the flow's id into the template; if the id is an input of the action, check the action's callers"
                    : "take a snapshot of the live org, or put a flow listing next to the exports, so that ids are known"
            }
        }
        return outcome
    }

    func findings(in request: RequestComparison) -> [Finding] {
        let about = Circumstances(
            flow: request.flow?.key ?? request.contract?.flowKey(in: request.surroundings.environment),
            environment: request.surroundings.environment,
            contract: request.contract?.name,
            owner: request.contract?.owner
        )
        var request = request
        if request.answer != nil { request.firstErrors = firstErrors(in: request) }
        let isNamed = request.contract != nil
        return findings(about, rules.onRequests, request) { [redaction = request.redaction] in
            let evidence = $0.redacted(by: redaction)
            return isNamed ? evidence.clipped : evidence
        }
    }

    /// The place of the first error of each rule that is on, ignoring configured severities.
    private func firstErrors(in request: RequestComparison) -> [RuleID: Place] {
        let errors = rules.onRequests.compactMap { rule in
            rule.check(request).filter { $0.severity ?? rule.severity == .error }.compactMap(\.place).min()
                .map { (rule.id, $0) }
        }
        return Dictionary(errors) { first, _ in first }
    }
}

extension RequestComparison {
    var unknowns: [Unknown] {
        var unknowns: [Unknown] = []
        func add(_ reason: String, _ fix: String, _ place: Place) {
            unknowns.append(
                Unknown(
                    reason: reason,
                    fix: fix,
                    contract: contract?.name,
                    flow: flow?.key,
                    environment: surroundings.environment,
                    place: place
                )
            )
        }
        if flow == nil, body != nil {
            add(
                "the flow to start is unknown, so only the request's form was checked, not its inputs",
                "name the flow with --flow workflow/Name, or take snapshots from the live org, which have ids",
                startOfBody
            )
        }
        if contract == nil, let flow, case .id(let id, let node)? = sentID, flowID == nil, !isKnown(id) {
            add(
                "'flowId' \(id) was not verified: the id of '\(flow.key)' is unknown",
                "take the snapshot from the live org, or put a flow listing into the folder of exports",
                place(node)
            )
        }
        if case .file(let path)? = request.body, document == nil {
            let isInput = path.value == "-"
            add(
                isInput
                    ? "the body comes from the command's standard input, which was not read"
                    : "the body is in '\(path.value)', which was not read",
                isInput ? "lint the text that is piped into the command" : "lint that file",
                place(path.position)
            )
        }
        if contract == nil, let unseen = body?.placeOfUnseenInputs, let input = unseenInputs.first {
            let number = unseenInputs.count
            add(
                "a placeholder stands for inputs, so it is unknown whether "
                    + (number == 1 ? "'\(input.name)' is sent" : "\(number) inputs that the flow reads are sent"),
                "replace the placeholder, and lint the result",
                place(unseen)
            )
        }
        if let unseen = body?.placeOfUnseenInputs, let contract, let reason = reason(unseenBy: contract) {
            add(reason, "list a file whose body shows all inputs", place(unseen))
        }
        if let root, root.isUnknownContent, root.textualLaunch == nil {
            add(
                "a placeholder stands for the whole body, so the body was not checked",
                "replace the placeholder, and lint the result",
                place(root)
            )
        }
        return unknowns
    }

    /// Why it's unknown whether a body matches its contract, or `nil` if the body shows all inputs that matter.
    private func reason(unseenBy contract: Contract) -> String? {
        let seen = Set(inputs.lazy.filter { !$0.sent.isNull }.map { $0.sent.name.text.lowercased() })
        let promised = (contract.launch?.inputs ?? []).filter { $0.sent == .always }.map(\.name.value)
        let open = (promised + unseenInputs.map(\.name)).filter { !seen.contains($0.lowercased()) }
        if inputs.isEmpty {
            return "a placeholder stands for the inputs, so it is unknown whether they match the contract"
        }
        let names = Set(open).sorted()
        guard let name = names.first else { return nil }
        return "a placeholder stands for inputs, so it is unknown whether "
            + (names.count == 1 ? "'\(name)' is sent" : "\(names.count) inputs are sent")
    }
}
