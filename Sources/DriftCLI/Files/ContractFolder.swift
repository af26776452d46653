import DriftCore

/// The contracts below a folder, or one contract.
struct ContractFolder {
    /// The path as messages give it.
    let path: String

    /// Whether the user named the path; a folder that nobody named may be missing.
    let isNamed: Bool

    /// The world.
    let context: Context

    /// What was read.
    struct Reading {
        var contracts: [Contract] = []
        var problems: [ReadingError] = []
        var notices: [FlowSet.Notice] = []
    }

    /// Whether the path names one contract, so that the user asks about it alone.
    var isOneContract: Bool { isNamed && !FolderWalk(context: context).isFolder(path) }

    /// Reads every contract, with the schemas that it names.
    func read() async -> Reading {
        var reading = Reading()
        let files: [String]
        do throws(ReadingError) {
            files = try self.files()
        } catch {
            reading.problems.append(error)
            return reading
        }
        let reader = FileReader(context: context)
        let results = await inParallel(files) { file in
            Result { () throws(ReadingError) in try ContractReader().contract(reader.bytes(of: file), file: file) }
        }
        var schemas = SchemaLoader(context: context)
        let payloads = PayloadLoader(context: context)
        var contracts: [Contract] = []
        for result in results {
            switch result {
            case .success(let contract):
                let filled = schemas.filled(contract)
                let loaded = payloads.filled(filled.contract)
                contracts.append(loaded.contract)
                reading.problems += filled.problems + loaded.problems
            case .failure(let problem): reading.problems.append(problem)
            }
        }
        let set = ContractSet(contracts)
        reading.contracts = set.contracts
        reading.problems += set.problems
        if files.isEmpty {
            let text = "no contract was found in \(path); docs/contract.md shows how to write one"
            reading.notices.append(FlowSet.Notice(text))
        }
        return reading
    }

    private func files() throws(ReadingError) -> [String] {
        let walk = FolderWalk(context: context)
        guard walk.isFolder(path) else {
            if !isNamed, try FileReader(context: context).bytesIfPresent(of: path) == nil { return [] }
            return [path]
        }
        return try walk.files(below: path).filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".yml") }
    }
}

extension ProjectOptions {
    /// The contracts that the command line or the default names.
    func contractFolder(in context: Context) -> ContractFolder {
        ContractFolder(path: contractsPath, isNamed: contracts != nil, context: context)
    }
}
