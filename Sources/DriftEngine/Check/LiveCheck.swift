package import DriftCore
package import GenesysCloud

/// What a live check does in addition to its verdict.
package struct LiveTerms: Sendable {
    /// Whether to show drafts that are newer than their published version.
    package var showsDrafts: Bool

    /// The options of the user that apply to one org only, such as `--region`.
    package var optionsOfOneOrg: [String]

    /// The requests for earlier versions of changed flows, or `nil` to search no version that made a change.
    package var versions: VersionAllowance?

    /// Rewrites the snapshots, or `nil` to leave them unchanged.
    package var write: (@Sendable (LiveUpdate) throws -> Void)?

    package init(
        showsDrafts: Bool = false,
        optionsOfOneOrg: [String] = [],
        versions: VersionAllowance? = nil
    ) {
        self.showsDrafts = showsDrafts
        self.optionsOfOneOrg = optionsOfOneOrg
        self.versions = versions
    }
}

/// The content of an org, to be written as its snapshots.
package struct LiveUpdate: Sendable {
    package let snapshots: SnapshotSource
    package let set: FlowSet

    /// The flows that contracts name, which get a snapshot whatever the filter says.
    package let named: Set<FlowKey>

    /// The event topics of the org, or `nil` if they weren't requested.
    package let topics: EventCatalogue?
}

/// One environment of a live check: the org is read once, and compared with the contracts and with its snapshots.
struct LiveCheck {
    let environment: EnvironmentName
    let workspace: Workspace
    let session: any OrgSession
    let terms: LiveTerms

    /// The base revision, or `nil` if none is given.
    let base: BaseRevision?

    private var snapshots: SnapshotSource { workspace.snapshots(of: environment) }

    /// Reads the org, and adds the results to a check.
    func checked(_ check: Check) async throws -> Check {
        var check = check
        let contracts = check.contracts(in: environment)
        let named = Set(contracts.compactMap { $0.flowKey(in: environment) })
        let (known, reading) = try await session.read(
            beside: snapshots,
            workspace.settings.flows,
            named: named,
            readsDrafts: terms.showsDrafts,
            writesSnapshots: terms.write != nil
        )
        for problem in known.problems { check.add(problem) }
        check.add(reading.flows)
        if !known.flows.isEmpty, !known.knowsTriggers, let triggers = reading.flows.placedTriggers, !triggers.isEmpty {
            check.add(
                Remark(
                    "the snapshots of environment '\(environment)' were made without triggers, so it is unknown which "
                        + "of the org's triggers are new; take a snapshot of the live org"
                )
            )
        }
        let topics = TopicRefresh(source: snapshots, rereading: session.rereading)
        var events = try topics.known()
        var learned: EventCatalogue?
        let touched = topics.problem
        if topics.isNeeded(for: reading.flows, known: events) {
            do throws(PlatformError) {
                let catalogue = try await topics.catalogue(from: session, for: reading.flows)
                learned = catalogue
                events = events.overriding(with: catalogue)
            } catch {
                check.add(Remark("the org's event topics could not be read: \(error.problem)"))
            }
        }
        if let touched, terms.write == nil || learned == nil { check.add(touched) }
        var earlier = EarlierFlows()
        let before = known.flows.values.compactMap(\.flow)
        earlier.add(FlowSet(flows: before, entries: before.map(\.entry), strayTriggers: nil), name: "the snapshot")
        if let base, let old = try base.snapshots(of: environment) { earlier.add(old, name: base.name) }
        let live = LoadedSource(reading.seenFlows, name: environment.text, events: events)
        // The comparison with the snapshot reports what else changed in a renamed flow.
        await check.judge(in: environment, from: live, earlier: earlier, comparedElsewhere: Set(known.flows.keys))
        // The org's data actions as they were at the last snapshot; a live check doesn't read them again.
        if !known.flows.isEmpty {
            do throws(ReadingError) {
                check.judge(try snapshots.actions(), startingFlowsOf: live, in: environment, workspace.settings)
            } catch {
                check.add(error)
            }
        }
        if known.flows.isEmpty {
            check.add(
                Remark("environment '\(environment)' has no snapshots yet, so it is unknown what changed in Architect")
            )
        } else {
            let compared = comparisons(reading, known, contracts) { check.selects($0, in: environment) }
            check.judge(compared)
            // The requests are limited, so flows that something relies on come first.
            var origins: [FlowKey: [FlowChange: ChangeOrigin]] = [:]
            for comparison in compared.filter(\.isReliedOn) + compared.filter({ !$0.isReliedOn }) {
                let own = await self.origins(of: comparison, known)
                // A contract may already have the new name of a renamed flow.
                for key in [comparison.key, comparison.newKey ?? comparison.key] { origins[key] = own }
            }
            check.tell(origins, in: environment)
        }
        if !known.flows.isEmpty {
            await check.tellMovers(in: environment, from: snapshots, base: base?.contracts)
        }
        for remark in edits(reading, known) + drafts(reading) { check.add(remark) }
        // Findings count even if the snapshots can't be written.
        do {
            try terms.write?(LiveUpdate(snapshots: snapshots, set: reading.flows, named: named, topics: learned))
        } catch let problem as ReadingError {
            check.add(problem)
        }
        return check
    }

    /// Compares each flow's snapshot with the flow in the org.
    ///
    /// Leaves out the flows that couldn't be read: each is already a problem of the check.
    private func comparisons(
        _ reading: LiveReading,
        _ known: KnownSnapshots,
        _ contracts: [Contract],
        selects: (FlowKey) -> Bool
    ) -> [LiveComparison] {
        let byFlow = Dictionary(grouping: contracts) { $0.flowKey(in: environment) }
        let former = Dictionary(reading.renamed.map { ($1, $0) }) { first, _ in first }
        let live = reading.flows.flows.compactMap { flow -> LiveComparison? in
            let key = former[flow.key] ?? flow.key
            guard selects(key) || selects(flow.key) else { return nil }
            // If another flow has taken the name of a renamed one, the snapshot of that name isn't its own.
            let isOwn = former[flow.key] != nil || reading.renamed[flow.key] == nil
            var snapshot = isOwn ? known.flows[key]?.flow : nil
            // If only one side has data on triggers, the triggers aren't a difference.
            let isNews = known.knowsTriggers || snapshot?.triggers.isEmpty == false
            if !reading.hasTriggers || !isNews { snapshot?.triggers = flow.triggers }
            return LiveComparison(
                environment: environment,
                key: key,
                snapshot: snapshot,
                live: flow,
                newKey: key == flow.key ? nil : flow.key,
                publication: reading.publications[flow.key],
                contracts: (key == flow.key ? [key] : [key, flow.key]).flatMap { byFlow[$0] ?? [] }
            )
        }
        let read = Set(live.map(\.key))
        // Another flow may have taken the name of a flow that is gone.
        let takenOver = former.keys.filter { !read.contains($0) }
        let gone = Set(reading.gone + takenOver).sorted().filter { selects($0) && !read.contains($0) }
        return live
            + gone.compactMap { key in
                known.flows[key]?.flow.map { snapshot in
                    LiveComparison(
                        environment: environment,
                        key: key,
                        snapshot: snapshot,
                        live: nil,
                        newKey: reading.renamed[key],
                        contracts: byFlow[key] ?? []
                    )
                }
            }
    }

    /// Which version of the flow made each change of an input or output.
    private func origins(of comparison: LiveComparison, _ known: KnownSnapshots) async -> [FlowChange: ChangeOrigin] {
        guard let live = comparison.live, let current = comparison.publication else { return [:] }
        let changes = comparison.changes.filter(\.isOfPublishedInterface)
        guard !changes.isEmpty else { return [:] }
        let snapshot = known.flows[comparison.key]
        func all(_ origin: ChangeOrigin) -> [FlowChange: ChangeOrigin] {
            Dictionary(changes.map { ($0, origin) }) { first, _ in first }
        }
        guard let versions = terms.versions else { return all(ChangeOrigin(current)) }
        if let id = snapshot?.id, let now = live.id, id != now {
            return all(ChangeOrigin(current, gap: "the snapshot is of another flow of that name, with the id \(id)"))
        }
        let question = VersionQuestion(
            entry: live.entry,
            current: current,
            snapshotVersion: snapshot?.version,
            changes: changes
        )
        return await session.origins(of: question, within: versions)
    }

    /// Remarks on snapshots that differ from the flow version in their index entry.
    private func edits(_ reading: LiveReading, _ known: KnownSnapshots) -> [Remark] {
        reading.flows.flows.compactMap { live in
            guard let snapshot = known.flows[live.key], snapshot.isCurrent, var flow = snapshot.flow,
                let version = snapshot.version, version == live.publishedVersion, snapshot.id == live.id
            else { return nil }
            // Triggers, state and division change without a new version of the flow.
            (flow.triggers, flow.availability, flow.division) = (live.triggers, live.availability, live.division)
            guard !FlowChange.changes(from: flow, to: live).isEmpty else { return nil }
            return Remark(
                "the snapshot of '\(live.key)' in \(environment) differs from version \(version) of the flow, although "
                    + "its index entry has that version: the snapshot was edited, or made from another export; "
                    + "take a snapshot of the live org",
                kind: .editedSnapshot
            )
        }
    }

    /// Remarks on drafts that aren't published yet: they are pending, not drift.
    private func drafts(_ reading: LiveReading) -> [Remark] {
        reading.drafts.map { draft in
            let published = reading.flows.flows.first { $0.key == draft.flow.key && $0.availability != .unpublished }
            let changes = FlowChange.changes(from: published ?? Flow(key: draft.flow.key), to: draft.flow).filter {
                if case .triggerRemoved = $0 { false } else { true }
            }
            let effect =
                changes.isEmpty
                ? "would not change the flow's inputs or outputs"
                : "would make these changes: " + changes.map(\.phrase).joined(separator: "; ")
            return Remark(
                "version \(draft.version) of '\(draft.flow.key)' in \(environment) is saved but not published; "
                    + "publishing this version \(effect)",
                kind: .pendingDraft
            )
        }
    }
}
