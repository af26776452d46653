/// Which contracts were compared with their code, and by what evidence.
public struct CodeCoverage: Hashable, Sendable {
    /// The contracts that launch a flow, by name.
    public var contracts: Set<String> = []

    /// The contracts that were compared with a schema, with recorded launches or with source files.
    public var compared: Set<String> = []

    /// The contracts that were compared with a schema of the code.
    public var declared: Set<String> = []

    /// The contracts that were compared with recorded launches.
    public var observed: Set<String> = []

    /// The contracts that were compared with the names in source files.
    public var mentioned: Set<String> = []

    /// The inputs of the contracts; an input counts as checked if the code's evidence contains it.
    public var inputs = Coverage.Count()

    /// Whether any contract names a schema, recordings or source files, so that reports show the comparison.
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
