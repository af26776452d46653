import DriftCore

extension LiveOrg {
    /// Up to so many flows are asked for one by one; beyond, a list of all flows of their types costs less.
    private static let fewFlows = 8

    /// Up to so many names go into queries of their own; beyond, one list of all costs less.
    private static let fewNames = 4

    /// Lists the flows; the API filters by type and by name, divisions and patterns are ours to apply.
    func list(into survey: inout Survey) async throws(PlatformError) {
        let queries = Self.queries(for: survey.request.filter)
        let listing = FlowListing(client: client, width: width)
        for query in queries { survey.add(try await listing.flows(query)) }
        survey.isWhole = queries.contains(where: \.isOpen)
        let expected = survey.request.expected
        guard survey.flows.isEmpty, !expected.isEmpty else { return }
        if survey.request.allowsEmpty {
            survey.gone = Set(expected.keys)
            return
        }
        survey.isSuspiciouslyEmpty = true
        survey.problems.append(
            ReadingError(
                "The org lists no flow, but \(expected.count) have snapshots",
                at: Place(
                    file: client.place(.flows(page: 1, size: FlowListing.pageSize, query: queries.first ?? FlowQuery()))
                ),
                wayOut: "does the role cover their divisions? if the org is empty indeed, say so with --allow-empty"
            )
        )
    }

    /// The queries that find all flows that a filter lets through, and as few others as the API can do.
    static func queries(for filter: FlowFilter) -> [FlowQuery] {
        let types = Set(filter.types).sorted()
        let names = Set(filter.names).sorted()
        guard !names.isEmpty, names.count <= fewNames, names.allSatisfy(isPlain) else {
            return [FlowQuery(types: types)]
        }
        return names.map { FlowQuery(types: types, name: $0) }
    }

    /// Whether a name stands for itself alone, in our patterns and in whatever the API makes of it.
    private static func isPlain(_ name: String) -> Bool {
        !name.isEmpty
            && name.unicodeScalars.allSatisfy {
                $0.properties.isAlphabetic || $0.properties.numericType != nil || " -_.".unicodeScalars.contains($0)
            }
    }

    /// Lists the triggers; where that fails it is a problem, and the flows are read all the same.
    func listTriggers(into survey: inout Survey) async {
        let listing = TriggerListing(client: client)
        do throws(PlatformError) {
            let events = try await listing.triggers(.triggers(size: TriggerListing.pageSize), what: "triggers")
            let scheduled = try await scheduledTriggers(listing, &survey)
            survey.problems += events.problems + scheduled.problems
            survey.triggers = events.triggers + scheduled.triggers
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
            guard error.kind == .notFound, known.allSatisfy({ $0.topic != nil }) else { throw error }
            survey.notices.append(
                FlowSet.Notice("scheduled triggers are left out: \(client.host.name) does not know of them")
            )
            return TriggerListing.Result()
        }
    }

    /// Finds the flows that contracts and triggers name and that the lists so far do not have.
    func complete(_ survey: inout Survey) async throws(PlatformError) {
        let listing = FlowListing(client: client, width: width)
        if !survey.isWhole {
            let keys = survey.request.required.filter { survey.ids[$0] == nil }.sorted()
            let targets = survey.targets.filter { survey.flows[$0] == nil }
            let isMany = keys.count + targets.count > Self.fewFlows
            var types = isMany ? Set(keys.map(\.type)).union(targets.isEmpty ? [] : [.workflow]) : []
            for key in keys where !isMany {
                guard Self.isPlain(key.name) else {
                    types.insert(key.type)
                    continue
                }
                survey.add(try await listing.flows(FlowQuery(types: [key.type], name: key.name)))
            }
            if !types.isEmpty { survey.add(try await listing.flows(FlowQuery(types: types.sorted()))) }
        }
        await askForTargets(&survey)
    }

    /// Asks by id for the flows that triggers start and no list has.
    private func askForTargets(_ survey: inout Survey) async {
        let missing = survey.targets.filter { survey.flows[$0] == nil }.sorted { $0.text < $1.text }
        let known = Set(survey.request.expected.values.compactMap(\.id))
        let unknown = missing.filter { !known.contains($0) }
        for (id, sighting) in zip(unknown, await sightings(of: unknown)) {
            switch sighting {
            case .gone: break
            case .there(let flow): survey.add(flow)
            case .unclear(let error):
                survey.problems.append(error.notVisible("The flow that a trigger starts, id \(id),"))
            }
        }
    }

    /// Asks by id for the flows that have snapshots and left the list: only 404 means gone.
    func askForMissing(_ survey: inout Survey) async {
        let left = survey.request.expected.filter { key, _ in survey.ids[key] == nil && !survey.gone.contains(key) }
            .sorted { $0.key < $1.key }
        var asked: [(key: FlowKey, id: FlowID)] = []
        for (key, snapshot) in left {
            guard let id = snapshot.id else {
                survey.hidden.insert(key)
                survey.problems.append(
                    notListed(key, "and the index has no id to ask by", "if it is gone, remove its snapshot")
                )
                continue
            }
            guard let other = survey.flows[id] else {
                asked.append((key, id))
                continue
            }
            survey.gone.insert(key)
            survey.notices.append(FlowSet.Notice("'\(key)' is named '\(other.entry.key)' now"))
        }
        for ((key, _), sighting) in zip(asked, await sightings(of: asked.map(\.id))) {
            switch sighting {
            case .gone: survey.gone.insert(key)
            case .there(let flow)
            where flow.entry.key != key && !survey.request.filter.admits(flow.entry.key, division: flow.entry.division):
                survey.gone.insert(key)
                survey.notices.append(FlowSet.Notice("'\(key)' is named '\(flow.entry.key)' now, outside the filter"))
            case .there:
                survey.hidden.insert(key)
                survey.problems.append(
                    notListed(key, "but it is there", "run again; does the role cover its division?")
                )
            case .unclear(let error):
                survey.hidden.insert(key)
                survey.problems.append(error.notVisible("'\(key)'"))
            }
        }
    }

    private func notListed(_ key: FlowKey, _ problem: String, _ wayOut: String) -> ReadingError {
        let place = client.place(.flows(page: 1, size: FlowListing.pageSize))
        return ReadingError(
            "'\(key)' has a snapshot and is not listed, \(problem)",
            at: Place(file: place),
            wayOut: wayOut
        )
    }

    /// What asking for a flow by its id says of it.
    private enum Sighting: Sendable {
        case gone
        case there(ListedFlow)
        case unclear(PlatformError)
    }

    private func sightings(of ids: [FlowID]) async -> [Sighting] {
        await inParallel(ids, width: width) { id in
            do throws(PlatformError) {
                let json = try await client.json(.flow(id))
                do throws(ReadingError) {
                    let flow = try PlatformPageReader(source: client.place(.flow(id))).flow(json)
                    return flow.isDeleted ? .gone : .there(flow)
                } catch {
                    throw PlatformError(error)
                }
            } catch {
                return error.kind == .notFound ? .gone : .unclear(error)
            }
        }
    }
}

extension PlatformError {
    /// Says of a flow that it could not be seen, for this reason.
    fileprivate func notVisible(_ what: String) -> ReadingError {
        var error = readingError
        error.problem = "\(what) is not visible: \(error.problem)"
        error.wayOut = "does the role cover its division?"
        return error
    }
}
