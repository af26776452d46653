/// A first version of a contract, with all inputs and outputs of a flow; the user deletes those that the code doesn't
/// use.
public struct ContractDraft: Sendable {
    /// The contract's name.
    public var name: String

    /// The flow, as it is in one environment.
    public let flow: Flow

    /// The flow's name, with `{environment}` in place of the environment's name.
    public let flowName: String

    /// The environments where the contract must hold, or `nil` for all of them.
    public let environments: [EnvironmentName]?

    /// Whether another file, such as CODEOWNERS, names the owner.
    public var hasOwner: Bool

    /// The inputs that recorded launches send, or `nil` if the draft isn't made from launches.
    public var launched: LaunchedInputs?

    /// The recordings of those launches, relative to the contract.
    public var recordings: [String] = []

    /// The inputs that source files mention, or `nil` if the draft isn't made from source files.
    public var mentioned: MentionedInputs?

    /// Those source files, relative to the contract.
    public var code: [String] = []

    let environment: EnvironmentName?
    let events: EventCatalogue

    /// Makes a draft named after the flow, in lower case with hyphens.
    ///
    /// - Parameters:
    ///   - flow: The flow.
    ///   - environment: The flow's environment, or `nil` if no environment is known to have it.
    ///   - events: The known attributes of that environment's events.
    ///   - known: The flows of every environment, which show where the contract must hold.
    public init(
        of flow: Flow,
        in environment: EnvironmentName?,
        events: EventCatalogue,
        known: [EnvironmentName: Set<FlowKey>]
    ) {
        self.flow = flow
        self.environment = environment
        self.events = events
        hasOwner = false
        let template = environment.flatMap { Self.template(flow.key.name, $0) }
        let names = [flow.key.name] + [template].compactMap(\.self)
        let places = names.map { name in
            known.keys.filter { other in
                FlowTemplate.fill(name, with: other).map { FlowKey(type: flow.key.type, name: $0) }
                    .map { known[other]?.contains($0) ?? false } ?? false
            }
        }
        let isTemplate = places.count > 1 && places[1].count > places[0].count
        flowName = isTemplate ? names[1] : names[0]
        let own = Set(places[isTemplate ? 1 : 0]).union([environment].compactMap(\.self))
        environments = own.isEmpty || own.isSuperset(of: known.keys) ? nil : own.sorted()
        let slug = SnapshotPath.slug(flowName.replacing(FlowTemplate.placeholder, with: ""))
        name = slug.isEmpty ? flow.key.type.name : slug
    }

    /// The name with `{environment}` in place of the environment's name.
    ///
    /// - Returns: The new name, or `nil` if the environment's name isn't a separate word of the name.
    static func template(_ name: String, _ environment: EnvironmentName) -> String? {
        let ranges = name.ranges(of: environment.text).filter { range in
            let before = name[..<range.lowerBound].last, after = name[range.upperBound...].first
            return ![before, after].contains { $0.map { $0.isLetter || $0.isNumber } ?? false }
        }
        guard let last = ranges.last, last != name.startIndex..<name.endIndex else { return nil }
        return name.replacingCharacters(in: last, with: FlowTemplate.placeholder)
    }

    /// The trigger's name as the contract writes it.
    func triggerName(_ name: String) -> String {
        guard flowName != flow.key.name, let environment else { return name }
        return Self.template(name, environment) ?? name
    }
}

extension String {
    fileprivate func replacingCharacters(in range: Range<String.Index>, with text: String) -> String {
        self[..<range.lowerBound] + text + self[range.upperBound...]
    }
}
