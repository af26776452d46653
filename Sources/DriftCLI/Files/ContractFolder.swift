import DriftCore

/// The contracts below a folder, or one contract.
struct ContractFolder {
    /// The path as messages give it.
    let path: String

    /// Whether the user named the path; a folder that nobody named may be missing.
    let isNamed: Bool

    /// The files that it is among.
    let tree: any FileTree

    /// What the paths of the tree begin with, such as `main:`.
    var root = ""

    /// What was read.
    struct Reading {
        var contracts: [Contract] = []
        var problems: [ReadingError] = []
        var notices: [FlowSet.Notice] = []
    }

    /// Whether the path names one contract, so that the user asks about it alone.
    var isOneContract: Bool { isNamed && !tree.isFolder(path) }

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
        let tree = tree
        let results = await inParallel(files) { file in
            Result { () throws(ReadingError) in try ContractReader().contract(tree.bytes(of: file), file: file) }
        }
        var schemas = SchemaLoader(tree)
        let payloads = PayloadLoader(tree, root: root)
        let owners = codeOwners()
        var contracts: [Contract] = []
        for result in results {
            switch result {
            case .success(let contract):
                let filled = schemas.filled(contract)
                let loaded = payloads.filled(filled.contract)
                contracts.append(owned(loaded.contract, by: owners))
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

    /// The owners that a CODEOWNERS file names; nil where there is none that can be read.
    private func codeOwners() -> CodeOwners? {
        for place in CodeOwners.places {
            guard let bytes = try? tree.bytesIfPresent(of: root + place) else { continue }
            return CodeOwners(String(decoding: bytes, as: UTF8.self))
        }
        return nil
    }

    /// The contract with the owner that CODEOWNERS gives it, where it names none itself.
    private func owned(_ contract: Contract, by owners: CodeOwners?) -> Contract {
        guard contract.owner == nil, let owners, !contract.file.hasPrefix("/") else { return contract }
        var contract = contract
        let names = owners.owners(of: String(contract.file.dropFirst(root.count)))
        contract.owner = names.isEmpty ? nil : names.joined(separator: ", ")
        return contract
    }

    private func files() throws(ReadingError) -> [String] {
        guard tree.isFolder(path) else {
            if !isNamed, try tree.bytesIfPresent(of: path) == nil { return [] }
            return [path]
        }
        return try tree.files(below: path).filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".yml") }
    }
}

extension ProjectOptions {
    /// The contracts that the command line or the default names.
    func contractFolder(in context: Context) -> ContractFolder {
        ContractFolder(path: contractsPath, isNamed: contracts != nil, tree: DiskFiles(context: context))
    }
}
