import DriftCore

extension LiveOrg {
    /// Requests each flow that a trigger starts but no list contains, by its id.
    func askForTargets(_ survey: inout Survey) async {
        let missing = survey.targets.filter { survey.flows[$0] == nil }.sorted { $0.text < $1.text }
        let known = Set(survey.request.expected.values.compactMap(\.id))
        let unknown = missing.filter { !known.contains($0) }
        for (id, sighting) in zip(unknown, await sightings(of: unknown)) {
            switch sighting {
            case .gone: break
            case .there(let flow): survey.add(flow)
            case .unclear(let error):
                survey.problems.append(error.notVisible("The flow with the id \(id), which a trigger starts,"))
            }
        }
    }

    /// Requests each flow that has a snapshot but isn't in the org's list, by its id.
    ///
    /// Only 404 means that a flow was deleted.
    func askForMissing(_ survey: inout Survey) async {
        let left = survey.request.expected.filter { key, _ in survey.ids[key] == nil && !survey.gone.contains(key) }
            .sorted { $0.key < $1.key }
        // Another flow may have taken the name of a flow that was renamed.
        for (key, snapshot) in survey.request.expected {
            guard let id = snapshot.id, let listed = survey.ids[key], listed != id else { continue }
            survey.renamed[key] = survey.flows[id]?.entry.key
        }
        var asked: [(key: FlowKey, id: FlowID)] = []
        for (key, snapshot) in left {
            guard let id = snapshot.id else {
                survey.hidden.insert(key)
                survey.problems.append(
                    notListed(
                        key,
                        "the index has no id to request the flow by",
                        "if the flow was deleted in the org, delete its snapshot"
                    )
                )
                continue
            }
            guard let other = survey.flows[id] else {
                asked.append((key, id))
                continue
            }
            survey.gone.insert(key)
            survey.renamed[key] = other.entry.key
        }
        for ((key, _), sighting) in zip(asked, await sightings(of: asked.map(\.id))) {
            switch sighting {
            case .gone: survey.gone.insert(key)
            case .there(let flow)
            where flow.entry.key != key && !survey.request.filter.admits(flow.entry.key, division: flow.entry.division):
                survey.gone.insert(key)
                survey.renamed[key] = flow.entry.key
            case .there:
                survey.hidden.insert(key)
                survey.problems.append(
                    notListed(
                        key,
                        "a request by the flow's id shows that the flow still exists",
                        "run again, and check that the role of the OAuth client, or of the token's user, covers the "
                            + "flow's division"
                    )
                )
            case .unclear(let error):
                survey.hidden.insert(key)
                survey.problems.append(error.notVisible("'\(key)'"))
            }
        }
    }

    private func notListed(_ key: FlowKey, _ problem: String, _ fix: String) -> ReadingError {
        let place = client.place(.flows(page: 1, size: FlowListing.pageSize))
        return ReadingError(
            "The org's list of flows lacks '\(key)', which has a snapshot; \(problem)",
            at: Place(file: place),
            fix: fix
        )
    }

    private enum Sighting: Sendable {
        case gone
        case there(ListedFlow)
        case unclear(PlatformError)
    }

    private func sightings(of ids: [FlowID]) async -> [Sighting] {
        await inParallel(ids, width: width) { id in
            do throws(PlatformError) {
                let flow = try await client.read(.flow(id)) { (reader, bytes) throws(ReadingError) in
                    try reader.flow(bytes)
                }
                return flow.isDeleted ? .gone : .there(flow)
            } catch {
                return error.kind == .notFound ? .gone : .unclear(error)
            }
        }
    }
}

extension PlatformError {
    fileprivate func notVisible(_ what: String) -> ReadingError {
        var error = readingError
        error.problem = "\(what) is not visible: \(error.problem)"
        error.fix = "check that the role of the OAuth client, or of the token's user, covers the flow's division"
        return error
    }
}
