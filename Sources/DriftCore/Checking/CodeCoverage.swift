/// How far the code was compared with its contracts.
public struct CodeCoverage: Hashable, Sendable {
    /// The contracts that launch a flow, by name.
    public var contracts: Set<String> = []

    /// Those of them that were compared with a schema, with recorded launches or with sources.
    public var compared: Set<String> = []

    /// Those that were compared with a schema of the code.
    public var declared: Set<String> = []

    /// Those that were compared with recorded launches.
    public var observed: Set<String> = []

    /// Those that were compared with what sources mention.
    public var mentioned: Set<String> = []

    /// The inputs of the contracts; checked are those that the code shows to be sent.
    public var inputs = Coverage.Count()

    /// Whether any contract names a schema, recordings or sources, so that the comparison is worth a line.
    public var isWanted = false

    /// Makes an empty coverage.
    public init() {}

    mutating func add(_ contract: Contract, _ launch: Contract.Launch, _ comparison: CodeComparison?) {
        contracts.insert(contract.name)
        isWanted = isWanted || launch.schema != nil || !launch.recordings.isEmpty || !contract.code.isEmpty
        inputs.total += launch.inputs.count
        guard let comparison else { return }
        compared.insert(contract.name)
        if comparison.declared != nil { declared.insert(contract.name) }
        if !comparison.launches.isEmpty { observed.insert(contract.name) }
        if comparison.mentioned != nil { mentioned.insert(contract.name) }
        inputs.checked += comparison.comparedInputs
    }

    mutating func add(_ other: CodeCoverage) {
        contracts.formUnion(other.contracts)
        compared.formUnion(other.compared)
        declared.formUnion(other.declared)
        observed.formUnion(other.observed)
        mentioned.formUnion(other.mentioned)
        inputs.add(other.inputs)
        isWanted = isWanted || other.isWanted
    }
}
