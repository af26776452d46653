import DriftCore

/// Reads the JSON Schemas that contracts name for all inputs of a launch, each once.
struct LaunchSchemaLoader {
    private let tree: any FileTree
    private var read: [Key: Result<DeclaredInputs, ReadingError>] = [:]

    private struct Key: Hashable {
        let file: String
        let pointer: String
        let isScoped: Bool
    }

    init(_ tree: any FileTree) {
        self.tree = tree
    }

    /// The contract with the inputs that its schema declares, and the error if the schema can't be read.
    ///
    /// A contract that lists no inputs gets those of the schema.
    mutating func filled(_ contract: Contract) -> (contract: Contract, problems: [ReadingError]) {
        guard let launch = contract.launch, let schema = launch.schema else { return (contract, []) }
        var contract = contract
        let file = tree.path(of: schema.reference.path, besides: contract.file)
        let key = Key(file: file, pointer: schema.reference.pointer, isScoped: launch.via == .flowExecution)
        switch declared(key) {
        case .success(let declared):
            contract.launch?.fill(from: declared)
            return (contract, [])
        case .failure(let problem):
            contract.launch?.lacksFiles = true
            contract.launch?.lacksInputs = launch.inputs.isEmpty
            let place = Place(file: contract.file, position: schema.reference.position)
            let fix = "generate the schema before `flowdrift check`, and write its path relative to the contract"
            // The error doesn't reveal whether a file outside the repository exists.
            let isAbsent = ClosedFile.refuses(problem) || !tree.exists(file)
            return (
                contract,
                [isAbsent ? problem.ofFile("schema", schema.reference.value, named: place, fix: fix) : problem]
            )
        }
    }

    private mutating func declared(_ key: Key) -> Result<DeclaredInputs, ReadingError> {
        if let known = read[key] { return known }
        let result = Result { () throws(ReadingError) in
            try LaunchSchemaReader().inputs(
                tree.bytes(of: key.file),
                file: key.file,
                pointer: key.pointer,
                scoped: key.isScoped
            )
        }
        read[key] = result
        return result
    }
}
