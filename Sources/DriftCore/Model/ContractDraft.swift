/// A contract to begin with: everything that a flow takes and gives, for a person to cut down to what the code does.
public struct ContractDraft: Sendable {
    /// The contract's name.
    public var name: String

    /// The flow, as one environment has it.
    public let flow: Flow

    /// The flow's name, with `{environment}` where it holds the environment's name.
    public let flowName: String

    /// The environments where the contract must hold; nil for all of them.
    public let environments: [EnvironmentName]?

    /// Whether something else than the contract says who answers for it.
    public var hasOwner: Bool

    /// The name of the environment that the flow is of.
    let environment: EnvironmentName?

    /// What is known of the attributes of events there.
    let events: EventCatalogue

    /// Makes a draft; its name is the flow's, in lower case with hyphens.
    ///
    /// - Parameters:
    ///   - flow: The flow.
    ///   - environment: The environment that it is of.
    ///   - events: What is known of the attributes of events there.
    ///   - known: The flows of every environment, so that the draft holds where the flow is.
    public init(
        of flow: Flow,
        in environment: EnvironmentName,
        events: EventCatalogue,
        known: [EnvironmentName: Set<FlowKey>]
    ) {
        self.flow = flow
        self.environment = environment
        self.events = events
        hasOwner = false
        let names = [flow.key.name] + [Self.template(flow.key.name, environment)].compactMap(\.self)
        let places = names.map { name in
            known.keys.filter { other in
                FlowTemplate.fill(name, with: other).map { FlowKey(type: flow.key.type, name: $0) }
                    .map { known[other]?.contains($0) ?? false } ?? false
            }
        }
        let isTemplate = places.count > 1 && places[1].count > places[0].count
        flowName = isTemplate ? names[1] : names[0]
        let own = Set(places[isTemplate ? 1 : 0]).union([environment])
        environments = own.isSuperset(of: known.keys) ? nil : own.sorted()
        let slug = SnapshotPath.slug(flowName.replacing(FlowTemplate.placeholder, with: ""))
        name = slug.isEmpty ? flow.key.type.name : slug
    }

    /// A name with `{environment}` where the environment's name stands as a word of its own; nil where it does not.
    static func template(_ name: String, _ environment: EnvironmentName) -> String? {
        let ranges = name.ranges(of: environment.text).filter { range in
            let before = name[..<range.lowerBound].last, after = name[range.upperBound...].first
            return ![before, after].contains { $0.map { $0.isLetter || $0.isNumber } ?? false }
        }
        guard let last = ranges.last, last != name.startIndex..<name.endIndex else { return nil }
        return name.replacingCharacters(in: last, with: FlowTemplate.placeholder)
    }

    /// A trigger's name as the contract gives it.
    func triggerName(_ name: String) -> String {
        guard flowName != flow.key.name, let environment else { return name }
        return Self.template(name, environment) ?? name
    }
}

extension String {
    /// The text with a part of it replaced.
    fileprivate func replacingCharacters(in range: Range<String.Index>, with text: String) -> String {
        self[..<range.lowerBound] + text + self[range.upperBound...]
    }
}
