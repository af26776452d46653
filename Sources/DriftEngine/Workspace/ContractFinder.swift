package import DriftCore

/// Finds one contract, by its name or its file.
package struct ContractFinder {
    private let workspace: Workspace

    package init(_ workspace: Workspace) {
        self.workspace = workspace
    }

    /// Finds the contract that a user names, and reads the schemas of the inputs that it sends.
    ///
    /// - Parameters:
    ///   - text: The contract's name, or its file.
    ///   - file: The same text as a normalized path.
    /// - Returns: The contract.
    /// - Throws: ``RunFailure`` if there is no such contract, or if a schema that it names can't be read;
    ///   `ReadingError` if the contract itself can't be read.
    package func contract(_ text: String, asFile file: String) async throws -> Contract {
        let isPath = text.isNamedAsYAML || text.contains("/")
        if isPath, workspace.files.exists(file) { return try await contract(inFile: file) }
        let reading = await workspace.contracts.read()
        if let contract = reading.contracts.first(where: { $0.name == text }) {
            if let other = reading.unread.heads.first(where: { $0.name == text && $0.file != contract.file }) {
                throw RunFailure.couldNotCheck(
                    "contract '\(text)' is in \(contract.file) and in \(other.file); name one of the files instead"
                )
            }
            return try complete(contract, reading.problems)
        }
        if workspace.files.exists(file) { return try await contract(inFile: file) }
        throw notFound(text, isPath: isPath, reading)
    }

    private func contract(inFile file: String) async throws -> Contract {
        guard !workspace.files.isFolder(file) else {
            throw RunFailure.badUsage("'\(file)' is a folder; name a single contract, or its file")
        }
        var workspace = workspace
        (workspace.contractsPaths, workspace.namesContracts) = ([file], true)
        let reading = await workspace.contracts.read()
        guard let contract = reading.contracts.first else {
            throw reading.problems.first ?? ContractFolder.nothing(in: file)
        }
        return try complete(contract, reading.problems)
    }

    /// The contract, if every schema that says what the contract sends was read.
    private func complete(_ contract: Contract, _ problems: [ReadingError]) throws -> Contract {
        guard let launch = contract.launch else { return contract }
        let isUnread = launch.lacksInputs || launch.inputs.contains { $0.schema != nil && $0.payload == nil }
        guard isUnread else { return contract }
        let paths = launch.inputs.compactMap(\.schema) + [launch.schema?.reference].compactMap(\.self)
        let names = paths.map { $0.path.split(separator: "/").last.map(String.init) ?? $0.path }
        let own = problems.filter { problem in
            problem.place.file == contract.file || names.contains { problem.place.file.hasSuffix($0) }
        }
        let reasons = (own.isEmpty ? problems : own).map(\.description).joined(separator: "; ")
        throw RunFailure.couldNotCheck("contract '\(contract.name)' has a schema that can't be read: \(reasons)")
    }

    private func notFound(_ text: String, isPath: Bool, _ reading: ContractFolder.Reading) -> RunFailure {
        let known = isPath ? reading.contracts.map(\.file) : reading.contracts.map(\.name)
        let near = NearName.best(for: text, among: known).map { "did you mean '\($0)'?" }
        let shown = known.prefix(10).map { "'\($0)'" }.joined(separator: ", ") + (known.count > 10 ? ", …" : "")
        let place = workspace.contracts.path
        let fix = near ?? (known.isEmpty ? "no contract was found in \(place)" : "name one of these: \(shown)")
        if let problem = reading.problems.first(where: { !ContractFolder.isNothing($0) }) {
            return .couldNotCheck(
                "contract '\(text)' was not found in \(place), and a file could not be read: \(problem.description)"
            )
        }
        if isPath { return .couldNotCheck("\(text): there is no such file; \(fix)") }
        return known.isEmpty
            ? .couldNotCheck("there is no contract '\(text)'; \(fix)")
            : .badUsage("there is no contract '\(text)'; \(fix)")
    }
}
