import DriftCore

extension LiveOrg {
    /// Lists the triggers; where that fails it is a problem, and the flows are read all the same.
    func listTriggers(into survey: inout Survey) async {
        let listing = TriggerListing(client: client)
        do throws(PlatformError) {
            let events = try await listing.triggers(.triggers(size: TriggerListing.pageSize), what: "triggers")
            let scheduled = try await scheduledTriggers(listing, &survey)
            survey.problems += events.problems + scheduled.problems
            let triggers = events.triggers + scheduled.triggers
            let doubts = await doubts(on: triggers, of: survey)
            survey.problems += doubts
            if doubts.isEmpty { survey.triggers = triggers }
        } catch {
            survey.problems.append(error.readingError)
        }
    }

    /// Lists what a schedule fires; a host that does not know of schedules has none, unless a snapshot has one.
    private func scheduledTriggers(
        _ listing: TriggerListing,
        _ survey: inout Survey
    ) async throws(PlatformError) -> TriggerListing.Result {
        do throws(PlatformError) {
            return try await listing.triggers(
                .scheduledTriggers(size: TriggerListing.pageSize),
                what: "scheduled triggers"
            )
        } catch {
            let known = survey.request.known.values.compactMap(\.flow).flatMap(\.triggers)
            let ids = survey.request.knownTriggers.scheduled
            guard error.kind == .notFound, ids.isEmpty, known.allSatisfy({ $0.topic != nil }) else { throw error }
            survey.notices.append(
                FlowSet.Notice("scheduled triggers are left out: \(client.host.name) does not know of them")
            )
            return TriggerListing.Result()
        }
    }

    /// What speaks against a list of triggers that lacks some which snapshots have.
    ///
    /// A list of triggers does not tell how many there are, so that a cut one looks whole. Each trigger that left it is
    /// asked for by its id: only 404 means gone.
    private func doubts(on triggers: [Trigger], of survey: Survey) async -> [ReadingError] {
        // What could not be read is listed all the same, and a problem already.
        guard survey.problems.isEmpty else { return [] }
        let listed = Set(triggers.compactMap(\.id))
        let known = survey.request.knownTriggers
        let missing = known.missing(from: listed)
        guard !known.isEmpty || !triggers.isEmpty || survey.request.allowsEmpty else {
            return noTriggers(survey).map { [$0] } ?? []
        }
        // One that is there after all settles it for the others.
        for group in [missing.prefix(1), missing.dropFirst()] {
            let doubts = await inParallel(Array(group), width: width) { await doubt(on: $0) }.compactMap(\.self)
            if let first = doubts.first { return [first] }
        }
        return []
    }

    /// What there is to say where no trigger is listed, though snapshots have some and nobody knows their ids.
    private func noTriggers(_ survey: Survey) -> ReadingError? {
        let count = survey.request.known.values.reduce(0) { $0 + ($1.flow?.triggers.count ?? 0) }
        guard count > 0 else { return nil }
        return ReadingError(
            "The org lists no trigger, but snapshots have \(count)",
            at: Place(file: client.place(.triggers(size: TriggerListing.pageSize))),
            wayOut: "run again; if the org has no trigger indeed, say so with --allow-empty"
        )
    }

    private func doubt(on missing: MissingTrigger) async -> ReadingError? {
        do throws(PlatformError) {
            _ = try await client.json(missing.resource)
            return ReadingError(
                "Trigger '\(missing.name)' has a snapshot and is not listed, but it is there",
                at: Place(file: client.place(missing.resource)),
                wayOut: "run again; if it stays so, the gateway in between, or the API, is at fault"
            )
        } catch {
            guard error.kind != .notFound else { return nil }
            var doubt = error.readingError
            doubt.problem = "Trigger '\(missing.name)' has a snapshot and is not listed: \(doubt.problem)"
            return doubt
        }
    }
}

/// A trigger that the index knows and the org does not list.
private struct MissingTrigger: Sendable {
    /// Its name, as the index has it.
    let name: String

    /// Where to ask for it.
    let resource: PlatformResource
}

extension TriggerIDs {
    /// The triggers that are none of those listed, in order of id.
    fileprivate func missing(from listed: Set<String>) -> [MissingTrigger] {
        func missing(_ names: [String: String], _ resource: (String) -> PlatformResource) -> [MissingTrigger] {
            names.filter { !listed.contains($0.key) }.sorted { $0.key < $1.key }
                .map { MissingTrigger(name: $0.value, resource: resource($0.key)) }
        }
        return missing(events, PlatformResource.trigger) + missing(scheduled, PlatformResource.scheduledTrigger)
    }
}
