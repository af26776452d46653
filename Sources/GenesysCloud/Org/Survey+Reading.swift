import DriftCore

extension Survey {
    func reading(with definitions: Definitions) -> LiveReading {
        let triggers = placedTriggers()
        let publications = selected.compactMap { flow in flow.publication.map { (flow.entry.key, $0) } }
        return LiveReading(
            flows: flowSet(definitions, triggers),
            publications: Dictionary(publications) { first, _ in first },
            drafts: definitions.drafts.map { draft in
                LiveReading.Draft(flow: draft.flow.started(by: triggers[draft.flow.key] ?? []), version: draft.version)
            },
            unread: definitions.unread,
            gone: gone.sorted(),
            renamed: renamed,
            hidden: hidden.sorted(),
            isSuspiciouslyEmpty: isSuspiciouslyEmpty,
            hasTriggers: self.triggers != nil,
            configurationCount: definitions.configurationCount
        )
    }

    private func flowSet(_ definitions: Definitions, _ triggers: [FlowKey: [Trigger]]) -> FlowSet {
        let flows = definitions.flows.values.map { $0.started(by: triggers[$0.key] ?? []) }.sorted { $0.key < $1.key }
        let known = Set(flows.map(\.key))
        let others = self.flows.values.map(\.entry).filter { !known.contains($0.key) } + hiddenEntries
        return FlowSet(
            flows: flows,
            entries: (flows.map(\.entry) + others).sorted { $0.key < $1.key },
            strayTriggers: strayTriggers,
            notices: notices,
            problems: problems + definitions.problems
        )
    }

    /// The hidden flows as entries, so that nothing reports them as nonexistent.
    private var hiddenEntries: [FlowEntry] {
        hidden.map { FlowEntry(key: $0, id: request.known[$0]?.id, division: request.known[$0]?.flow?.division) }
    }

    /// The triggers by the flow that they start.
    ///
    /// If the org's triggers couldn't be read, these are the triggers in the snapshots.
    private func placedTriggers() -> [FlowKey: [Trigger]] {
        guard let triggers else { return request.known.compactMapValues { $0.flow?.triggers } }
        var placed: [FlowKey: [Trigger]] = [:]
        for var trigger in triggers {
            guard case .id(let id)? = trigger.target, let key = flows[id]?.entry.key else { continue }
            trigger.target = .flow(key)
            placed[key, default: []].append(trigger)
        }
        return placed
    }

    /// The triggers whose flow doesn't exist, or `nil` if that is unknown because no flow is visible.
    ///
    /// A flow that has a snapshot and isn't visible may exist, so its triggers aren't stray.
    private var strayTriggers: [Trigger]? {
        guard let triggers, !isSuspiciouslyEmpty else { return nil }
        let hiddenIDs = Set(hidden.compactMap { request.known[$0]?.id })
        return triggers.filter { trigger in
            guard case .id(let id)? = trigger.target else { return true }
            return flows[id] == nil && !hiddenIDs.contains(id)
        }
        .inOrder
    }
}
