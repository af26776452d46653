import DriftCore

extension LiveOrg {
    /// The maximum number of flows that are requested one by one.
    ///
    /// For more flows, a list of all flows of their types is cheaper.
    private static let fewFlows = 8

    /// The maximum number of names that get a query each.
    ///
    /// For more names, one list of all flows is cheaper.
    private static let fewNames = 4

    /// Lists the flows.
    ///
    /// The API filters by type and name; divisions and patterns are filtered later.
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
        survey.hidden = survey.request.required.union(expected.keys)
        survey.problems.append(
            ReadingError(
                "The org's list of flows is empty, but \(expected.count) flows have snapshots",
                at: Place(
                    file: client.place(.flows(page: 1, size: FlowListing.pageSize, query: queries.first ?? FlowQuery()))
                ),
                fix: "check that the role of the OAuth client, or of the token's user, covers the divisions of these "
                    + "flows; if the org really has no flow, use --allow-empty"
            )
        )
    }

    /// The queries that find all flows that match a filter, and as few others as possible.
    static func queries(for filter: FlowFilter) -> [FlowQuery] {
        let types = Set(filter.types).sorted()
        let names = Set(filter.names).sorted()
        guard !names.isEmpty, names.count <= fewNames, names.allSatisfy(isPlain) else {
            return [FlowQuery(types: types)]
        }
        return names.map { FlowQuery(types: types, name: $0) }
    }

    /// Whether a name has only characters with no special meaning in patterns, ours or the API's.
    private static func isPlain(_ name: String) -> Bool {
        !name.isEmpty
            && name.unicodeScalars.allSatisfy {
                $0.properties.isAlphabetic || $0.properties.numericType != nil || " -_.".unicodeScalars.contains($0)
            }
    }

    /// Finds the flows that contracts and triggers name but the lists so far don't contain.
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
}
