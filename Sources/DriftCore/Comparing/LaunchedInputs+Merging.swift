extension LaunchedInputs {
    /// Merges the accepted launches of one flow; refused ones don't count.
    ///
    /// The result doesn't depend on the order of the launches, nor on how often one was made.
    ///
    /// - Parameters:
    ///   - launches: The launches.
    ///   - flow: The flow, whose types say more than JSON's, or `nil` if it's unknown.
    /// - Throws: ``ReadingError`` if two launches send an input with types that don't fit each other, or in two
    ///   letter cases.
    public init(merging launches: [PlacedLaunch], of flow: Flow?) throws(ReadingError) {
        self.init()
        let accepted = launches.filter { !$0.launch.isRefused }.sorted { $0.place < $1.place }
        launchCount = accepted.count
        otherInputs = accepted.map(\.launch.otherInputs).max() ?? 0
        mayHaveMore = accepted.contains { $0.launch.mayHaveMore }
        let sightings = Self.sightings(in: accepted)
        try Self.requireOneSpelling(of: sightings.filter(\.hasValue))
        let matches = VariableMatch.matches(for: sightings.map(\.name), in: flow?.inputs ?? [])
        for (sighting, match) in zip(sightings, matches) {
            guard let place = sighting.place else {
                nullNames.append(sighting.name)
                continue
            }
            let isMissing = accepted.contains { $0.launch.lacks(sighting.name) }
            inputs.append(
                Input(
                    name: sighting.name,
                    type: try sighting.type(declared: match.variable?.type),
                    valueTypes: Set(sighting.types.map(\.type)),
                    sent: isMissing ? .sometimes : .always,
                    place: place
                )
            )
        }
    }

    /// What the launches send under each name, in order of name.
    private static func sightings(in launches: [PlacedLaunch]) -> [Sighting] {
        var sightings: [String: Sighting] = [:]
        for placed in launches {
            for (name, shape) in placed.launch.inputs {
                sightings[name, default: Sighting(name: name)].add(shape.type, at: placed.place)
            }
        }
        return sightings.values.sorted { $0.name < $1.name }
    }

    /// Requires that no two names differ only in letter case, because a contract can't list both.
    private static func requireOneSpelling(of sightings: [Sighting]) throws(ReadingError) {
        var spellings: [String: Sighting] = [:]
        for sighting in sightings {
            guard let other = spellings.updateValue(sighting, forKey: sighting.name.lowercased()),
                let place = other.place, let second = sighting.place
            else { continue }
            throw ReadingError(
                "This launch sends input '\(other.name)', but the launch at \(second) spells it '\(sighting.name)'",
                at: place,
                fix: "spell the input as the flow does, everywhere in the code"
            )
        }
    }
}

extension RecordedLaunch {
    /// Whether the launch is known to send no value for an input.
    fileprivate func lacks(_ name: String) -> Bool {
        inputs[name].map { $0.type == .null } ?? !mayHaveMore
    }
}

/// What launches send under one name.
private struct Sighting {
    let name: String

    /// The JSON types of the values, each with the first launch that sends it; without null.
    private(set) var types: [(type: ValueType, place: Place)] = []

    init(name: String) {
        self.name = name
    }

    var hasValue: Bool { !types.isEmpty }

    /// The first launch that sends a value, or `nil` if all send null.
    var place: Place? { types.first?.place }

    /// Adds the type that a launch sends; launches come in order of place.
    mutating func add(_ type: ValueType, at place: Place) {
        guard type != .null, !types.contains(where: { $0.type == type }) else { return }
        types.append((type, place))
    }

    /// The Architect type of the values, or `nil` if they are all unknown.
    func type(declared: DataType?) throws(ReadingError) -> DataType? {
        if let declared, declared.isWritable, types.allSatisfy({ $0.type.isMeant(as: declared) }) { return declared }
        if let joined = ValueType.joined(ofLaunches: types.map(\.type)) { return joined.dataType }
        let known = types.filter { $0.type != .unknown }
        // An object and a list are both JSON.
        let dataTypes = Set(known.map(\.type.dataType))
        if dataTypes.count == 1, let only = dataTypes.first { return only }
        throw conflict(known, declared: declared)
    }

    private func conflict(_ known: [(type: ValueType, place: Place)], declared: DataType?) -> ReadingError {
        for (index, first) in known.enumerated() {
            for second in known[(index + 1)...] where !Self.meet(first.type, second.type) {
                return conflict(first, second, declared)
            }
        }
        return conflict(known[0], known[known.count - 1], declared)
    }

    private func conflict(
        _ first: (type: ValueType, place: Place),
        _ second: (type: ValueType, place: Place),
        _ declared: DataType?
    ) -> ReadingError {
        ReadingError(
            "Input '\(name)' is sent as \(first.type.shown) in this launch, but as \(second.type.shown) "
                + "in the launch at \(second.place)"
                + (declared.map { "; the flow declares \($0)" } ?? ""),
            at: first.place,
            fix: "send one type in all launches, or don't name the file whose launch has the wrong type"
        )
    }

    private static func meet(_ first: ValueType, _ second: ValueType) -> Bool {
        ValueType.joined(ofLaunches: [first, second]) != nil || first.dataType == second.dataType
    }
}

extension ValueType {
    /// The type in messages.
    fileprivate var shown: String {
        switch self {
        case .emptyArray: "an empty list"
        case .mixedArray: "a list of different types"
        default: description
        }
    }
}
