extension Judge {
    /// Checks whether the sources of a flow's inputs provide what the flow reads; this needs no contract.
    ///
    /// - Parameter inputSources: The flow with the sources of its inputs.
    /// - Returns: The findings in the order of a report, and what was checked.
    public func judge(_ inputSources: InputSources) -> Outcome {
        var coverage = Coverage()
        coverage.triggerEvents.total = inputSources.triggers.count
        coverage.triggerEvents.checked = inputSources.flow.hasInterface ? inputSources.triggers.count { $0.isKnown } : 0
        coverage.unknowns = inputSources.flow.unknowns(in: inputSources.environment) + inputSources.unknowns
        coverage.remarks = inputSources.remarks
        let owner = inputSources.owner
        if !inputSources.triggers.isEmpty {
            var cell = Cell(inputSources.flow.key, in: inputSources.environment, isJudged: true)
            cell.owner = owner
            coverage.cells = [cell]
        }
        let about = Circumstances(
            flow: inputSources.flow.key,
            environment: inputSources.environment,
            owner: owner
        )
        let findings = findings(about, rules.onInputSources, inputSources)
        let isStartable = inputSources.flow.availability.isStartable
        return Outcome(findings: isStartable ? findings : findings.map(\.followingFromTarget), coverage: coverage)
            .settled(on: inputSources.flow)
    }

    /// Checks the triggers that start no flow with known inputs.
    ///
    /// - Parameter stray: The triggers, and the existing flows.
    /// - Returns: The findings in the order of a report, and what was checked.
    public func judge(_ stray: StrayTriggers) -> Outcome {
        var coverage = Coverage()
        coverage.triggerEvents.total = stray.targets.count + stray.ofUnknownFlows.count
        coverage.triggerEvents.checked = stray.knowsEveryID ? stray.targets.count : 0
        coverage.unknowns = stray.unknowns
        var findings = findings(Circumstances(environment: stray.environment), rules.onStrayTriggers, stray)
        for flow in stray.unstartable {
            let judgement = judge(InputSources(flow, in: stray.environment, contracts: [], events: .unknown))
            findings += judgement.findings
            coverage.unknowns += judgement.coverage.unknowns
            coverage.triggerEvents.total += flow.triggers.count
            // A disabled trigger starts nothing, so the flow's inputs don't matter.
            coverage.triggerEvents.checked += flow.triggers.count { !$0.isEnabled }
        }
        return Outcome(findings: findings.sorted(), coverage: coverage)
    }
}

extension StrayTriggers {
    /// What is unknown because ids or inputs of flows are unknown; one unknown for all triggers with the same reason.
    fileprivate var unknowns: [Unknown] {
        let strangers = knowsEveryID ? [] : targets
        let unread = ofUnknownFlows
        let names = Set(unread.map(\.flowPhrase)).sorted().joined(separator: ", ")
        return [
            unknown(
                strangers.map(\.trigger),
                "start\(strangers.count == 1 ? "s a flow whose id is" : " flows whose ids are") "
                    + "not among the flows that were read",
                "put a flow listing with ids into the folder of exports, or take the snapshot from the live org"
            ),
            unknown(
                unread,
                "start\(unread.count == 1 ? "s" : "") \(names), whose inputs are unknown",
                "export these flows too, or take the snapshot from the live org"
            ),
        ].compactMap(\.self)
    }

    private func unknown(_ triggers: [Trigger], _ reason: String, _ fix: String) -> Unknown? {
        guard let first = triggers.first else { return nil }
        let names = triggers.map { "'\($0.name)'" }.sorted().joined(separator: ", ")
        return Unknown(
            reason: "\(triggers.count == 1 ? "trigger" : "triggers") \(names) \(reason)",
            fix: fix,
            environment: environment,
            place: file.map { Place(file: $0, position: triggers.count == 1 ? first.position : nil) }
        )
    }
}

extension Trigger {
    fileprivate var flowPhrase: String {
        if case .flow(let key)? = target { "'\(key)'" } else { "an unnamed flow" }
    }
}

extension TriggerSource {
    /// Whether the attributes of the trigger's event are known.
    fileprivate var isKnown: Bool { (trigger.topic == nil || event != nil) && !trigger.open.contains(.dataFormat) }
}

extension Finding {
    /// The finding, with the cause that nothing can start the trigger's flow, which explains all other findings.
    fileprivate var followingFromTarget: Finding {
        guard let trigger, rule != CausingRule.triggerTargetUnpublished.rawValue else { return self }
        var copy = self
        copy.causes.append(Cause(.triggerTargetUnpublished, trigger: trigger))
        return copy
    }
}

extension InputSources {
    /// The owner that the contracts name, or `nil` if they name none or several.
    fileprivate var owner: String? {
        guard contracts.count != 1 else { return contracts[0].owner }
        let owners = Set(contracts.compactMap(\.owner))
        return owners.count == 1 ? owners.first : nil
    }

    /// What is unknown because events are unknown, or because it's unknown what the flow reads.
    fileprivate var unknowns: [Unknown] {
        guard !triggers.isEmpty else { return [] }
        guard flow.availability.isStartable else { return unknownsOfUnstartable }
        return unknowns(of: triggers)
    }

    /// One unknown for each enabled trigger, because each trigger has its own finding, which explains its unknown.
    private var unknownsOfUnstartable: [Unknown] {
        triggers.filter(\.trigger.isEnabled).flatMap { source in
            let name = source.trigger.name
            var unknowns = flow.hasInterface ? unknowns(of: [source]) : []
            if !flow.hasInterface {
                unknowns = [
                    unknown(
                        "the inputs that trigger '\(name)' leaves empty are unknown: "
                            + "those of '\(flow.key)' are, because \(flow.reasonForUnknownInterface)",
                        "put the flow's export next to the listing, or publish and activate the flow",
                        at: source.trigger
                    )
                ]
            }
            return unknowns.map { unknown in
                var unknown = unknown
                unknown.causes = [Cause(.triggerTargetUnpublished, trigger: name)]
                return unknown
            }
        }
    }

    private func unknowns(of triggers: [TriggerSource]) -> [Unknown] {
        // What the plan leaves unknown is already reported with the plan.
        let unnamed = triggers.filter { !$0.isKnown && $0.trigger.open.isDisjoint(with: [.topic, .dataFormat]) }
        var unknowns = unnamed.map { source in
            unknown(
                "the event of trigger '\(source.trigger.name)' is unknown: "
                    + "no description of topic '\(source.trigger.topic ?? "")' was found",
                "take the snapshot from the live org, which describes its topics",
                at: source.trigger
            )
        }
        if flow.inputs.contains(where: { $0.reads == nil }) {
            unknowns.append(
                unknown(
                    "the inputs that '\(flow.key)' reads are unknown",
                    "take the flow's snapshot again, with a value for each {{placeholder}}",
                    at: nil
                )
            )
        }
        for source in triggers where source.event != nil {
            let open = eventPaths.filter {
                $0.source.trigger == source.trigger && $0.presence == .unknown && !isPromisedByWebhook($0.path)
            }.map { "'\($0.path)'" }
            guard !open.isEmpty else { continue }
            unknowns.append(
                unknown(
                    "the event of trigger '\(source.trigger.name)' may lack \(open.joined(separator: ", "))",
                    "check whether a real event has them; they are not documented, or any name is possible",
                    at: source.trigger
                )
            )
        }
        return unknowns
    }

    private func unknown(_ reason: String, _ fix: String, at trigger: Trigger?) -> Unknown {
        Unknown(
            reason: reason,
            fix: fix,
            flow: flow.key,
            environment: environment,
            place: trigger.flatMap { place(of: $0) } ?? flow.file.map { Place(file: $0) }
        )
    }

    /// Remarks on inputs that nothing reads, and on reads that can't be followed.
    fileprivate var remarks: [Remark] {
        guard !oddInputs.isEmpty else { return [] }
        let unread = oddInputs.filter { $0.reads?.extent == .unread }.map { "'\($0.name)'" }
        let partly = oddInputs.filter { $0.reads?.extent == .partly }.map { "'\($0.name)'" }
        let flow = "'\(flow.key)'" + (environment.map { " in \($0)" } ?? "")
        var remarks: [Remark] = []
        if !unread.isEmpty {
            let text = "\(flow) declares, but never reads, \(unread.joined(separator: ", "))"
            remarks.append(Remark(text, kind: .unreadInput, count: unread.count))
        }
        if !partly.isEmpty {
            let text = "\(flow) reads \(partly.joined(separator: ", ")) in ways that cannot be fully traced"
            remarks.append(Remark(text, kind: .untracedInput, count: partly.count))
        }
        return remarks
    }
}
