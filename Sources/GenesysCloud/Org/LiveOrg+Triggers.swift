import DriftCore

extension LiveOrg {
    /// Lists the triggers.
    ///
    /// If that fails, it is a problem of the survey, and the flows are still read.
    func listTriggers(into survey: inout Survey) async {
        let listing = CursoredListing(client: client)
        do throws(PlatformError) {
            let events = try await listing.triggers(.triggers(size: CursoredListing.pageSize), what: "triggers")
            let scheduled = try await scheduledTriggers(listing, &survey)
            survey.problems += events.problems + scheduled.problems
            let triggers = events.elements + scheduled.elements
            let doubts = await doubts(on: triggers, of: survey)
            survey.problems += doubts
            if doubts.isEmpty { survey.triggers = triggers }
        } catch {
            survey.problems.append(error.readingError)
        }
    }

    /// Lists the scheduled triggers; a host without that resource has none, unless a snapshot has one.
    private func scheduledTriggers(
        _ listing: CursoredListing,
        _ survey: inout Survey
    ) async throws(PlatformError) -> CursoredListing.Result<Trigger> {
        do throws(PlatformError) {
            return try await listing.triggers(
                .scheduledTriggers(size: CursoredListing.pageSize),
                what: "scheduled triggers"
            )
        } catch {
            let known = survey.request.known.values.compactMap(\.flow).flatMap(\.triggers)
            let ids = survey.request.knownTriggers.scheduled
            guard error.kind == .notFound, ids.isEmpty, known.allSatisfy({ $0.topic != nil }) else { throw error }
            survey.notices.append(
                FlowSet.Notice("scheduled triggers are left out: \(client.host.name) does not support them")
            )
            return CursoredListing.Result()
        }
    }

    /// The reasons to distrust a list of triggers that lacks some of those in snapshots.
    ///
    /// A list of triggers gives no total, so an incomplete one looks complete. Each missing trigger is requested by its
    /// id, and only 404 means that it was deleted.
    private func doubts(on triggers: [Trigger], of survey: Survey) async -> [ReadingError] {
        // A trigger that is in the list but couldn't be read is already a problem.
        guard survey.problems.isEmpty else { return [] }
        let listed = Set(triggers.compactMap(\.id))
        let known = survey.request.knownTriggers
        let missing = known.missing(from: listed)
        guard !known.isEmpty || !triggers.isEmpty || survey.request.allowsEmpty else {
            return noTriggers(survey).map { [$0] } ?? []
        }
        // If one trigger exists after all, the others needn't be requested.
        for group in [missing.prefix(1), missing.dropFirst()] {
            let doubts = await inParallel(Array(group), width: width) { await doubt(on: $0) }.compactMap(\.self)
            if let first = doubts.first { return [first] }
        }
        return []
    }

    /// A problem if the org lists no trigger although the snapshots have some, without ids; `nil` if they have none.
    private func noTriggers(_ survey: Survey) -> ReadingError? {
        let count = survey.request.known.values.reduce(0) { $0 + ($1.flow?.triggers.count ?? 0) }
        guard count > 0 else { return nil }
        return ReadingError(
            "The org's list of triggers is empty, but the snapshots have \(count) trigger\(count == 1 ? "" : "s")",
            at: Place(file: client.place(.triggers(size: CursoredListing.pageSize))),
            fix: "run the command again; if the org really has no trigger, use --allow-empty"
        )
    }

    private func doubt(on missing: MissingTrigger) async -> ReadingError? {
        do throws(PlatformError) {
            _ = try await client.json(missing.resource)
            return ReadingError(
                "The org's list of triggers lacks '\(missing.name)', which is in the snapshots; "
                    + "a request by its id shows that the trigger still exists",
                at: Place(file: client.place(missing.resource)),
                fix:
                    "run the command again; if the list lacks the trigger again, the gateway or the API may be at fault"
            )
        } catch {
            guard error.kind != .notFound else { return nil }
            var doubt = error.readingError
            doubt.problem =
                "The org's list of triggers lacks '\(missing.name)', which is in the snapshots, and a request by "
                + "its id failed: \(doubt.problem)"
            return doubt
        }
    }
}

/// A trigger in the index that the org doesn't list.
private struct MissingTrigger: Sendable {
    /// Its name in the index.
    let name: String

    let resource: PlatformResource
}

extension TriggerIDs {
    /// The triggers that aren't in a list, sorted by id.
    fileprivate func missing(from listed: Set<String>) -> [MissingTrigger] {
        func missing(_ names: [String: String], _ resource: (String) -> PlatformResource) -> [MissingTrigger] {
            names.filter { !listed.contains($0.key) }.sorted { $0.key < $1.key }
                .map { MissingTrigger(name: $0.value, resource: resource($0.key)) }
        }
        return missing(events, PlatformResource.trigger) + missing(scheduled, PlatformResource.scheduledTrigger)
    }
}
