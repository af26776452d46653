import DriftCore

extension LiveOrg {
    /// Requests by id the flows that triggers start but no list contains.
    func askForTargets(_ survey: inout Survey) async {
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

    /// Requests by id the flows that have snapshots but aren't listed; only 404 means that one was deleted.
    func askForMissing(_ survey: inout Survey) async {
        let left = survey.request.expected.filter { key, _ in survey.ids[key] == nil && !survey.gone.contains(key) }
            .sorted { $0.key < $1.key }
        var asked: [(key: FlowKey, id: FlowID)] = []
        for (key, snapshot) in left {
            guard let id = snapshot.id else {
                survey.hidden.insert(key)
                survey.problems.append(
                    notListed(key, "and the index has no id for it", "if it was deleted, remove its snapshot")
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
                    notListed(key, "but it still exists", "run again; does the role cover its division?")
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
            "'\(key)' has a snapshot and is not listed, \(problem)",
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
    fileprivate func notVisible(_ what: String) -> ReadingError {
        var error = readingError
        error.problem = "\(what) is not visible: \(error.problem)"
        error.fix = "does the role cover its division?"
        return error
    }
}
