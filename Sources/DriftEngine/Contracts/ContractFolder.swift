package import DriftCore

/// The contracts in some folders and their subfolders, or single contract files.
package struct ContractFolder: Sendable {
    /// The paths as messages show them.
    package let paths: [String]

    /// Whether the user named the paths.
    ///
    /// A named path must exist; the default folder may be missing.
    package let isNamed: Bool

    /// The paths that together contain every contract of the project.
    package var whole = [defaultPath]

    package let tree: any FileTree

    /// Whether to read the launch recordings and source files that contracts list.
    ///
    /// A run that makes recordings, or that scans source files itself, needs neither.
    package var readsRecordings = true

    /// The contracts of other repositories, or `nil` if the run has none.
    package var repositories: RepositoryContracts?

    /// The flows of the snapshots, to find the flow of a launch that has only an id or only a name.
    package var known = KnownFlows()

    package static let defaultPath = "specs"

    /// Why a contract can't be read as a whole; `head` has its name, flow and environments, if these can be read.
    private struct Failure: Error {
        let problem: ReadingError
        var head: Contract?
    }

    package struct Reading: Sendable {
        package var contracts: [Contract] = []
        package var problems: [ReadingError] = []
        package var notices: [FlowSet.Notice] = []

        /// The owners in CODEOWNERS, for contracts that name no owner, or `nil` if there is no CODEOWNERS file.
        package var owners: CodeOwners?

        /// Whether the user named single files, so the run is about those contracts only.
        package var isOfOneFile = false

        package var unread = UnreadContracts()

        /// The revisions of other repositories that were read.
        package var repositories: [ContractSource] = []

        /// What the reports say about other repositories.
        package var remarks: [Remark] = []

        /// The flows without a contract that recorded launches or source files start, in order of place.
        package var uncovered: [UncoveredLaunch] = []

        /// The names that source files mention for flows without a contract, and that no flow has; in order of place.
        package var unknownNames: [UnknownName] = []

        /// The recorded launches whose contract is unknown.
        package var unclearLaunches: [Place] = []
    }

    /// Whether the user named single files and no folder.
    package var isOneFile: Bool {
        isNamed && !paths.contains { FilePattern($0, in: tree.root).hasWildcard || tree.isFolder($0) }
    }

    package var path: String { paths.joined(separator: ", ") }

    /// Whether the project may have other contracts: the user named single files, or only a part of the project's
    /// folders.
    private var isPart: Bool {
        guard !isOneFile else { return true }
        guard isNamed, !whole.allSatisfy(paths.contains) else { return false }
        let whole = whole.flatMap { path in (try? FilePattern(path, in: tree.root).folders(in: tree)) ?? [path] }
        return paths.contains { path in whole.contains { path == $0 && whole.count > 1 || path.hasPrefix($0 + "/") } }
    }

    /// Reads every contract, with the schemas, payloads, launch recordings and source files that it lists.
    package func read() async -> Reading {
        var reading = Reading()
        reading.isOfOneFile = isOneFile
        if isPart { (reading.unread.mayBeOfAnyFlow, reading.unread.reason) = (true, .notAskedFor) }
        var files: [String] = []
        var unread = UnreadFiles()
        var hasFailed = false
        for path in paths {
            do throws(ReadingError) {
                let found = try self.files(matching: path)
                if found.read.isEmpty, isNamed { reading.problems.append(Self.nothing(in: path)) }
                files += found.read
                unread.add(found.unread)
            } catch {
                reading.problems.append(error)
                reading.unread.mayBeOfAnyFlow = true
                hasFailed = true
            }
        }
        guard !hasFailed else { return reading }
        if paths.count > 1 || paths.contains(where: { FilePattern($0, in: tree.root).hasWildcard }) {
            files = Self.eachOnce(files)
        }
        let owners = tree.codeOwners()
        reading.owners = owners
        let results = await inParallel(files) { contract($0, owners) }
        var (schemas, launchSchemas) = (SchemaLoader(tree), LaunchSchemaLoader(tree))
        let payloads = PayloadLoader(tree)
        var contracts: [Contract] = []
        contracts.reserveCapacity(files.count)
        for result in results {
            switch result {
            case .success(let contract):
                let declared = launchSchemas.filled(contract)
                let filled = schemas.filled(declared.contract)
                let loaded = payloads.filled(filled.contract)
                contracts.append(loaded.contract)
                reading.problems += declared.problems + filled.problems + loaded.problems
                // The inputs that the contract sends are unknown, so it may send any input of its flow.
                if loaded.contract.launch?.lacksInputs ?? false { reading.unread.heads.append(loaded.contract) }
            case .failure(let failure):
                reading.problems.append(failure.problem)
                if let head = failure.head {
                    reading.unread.heads.append(head)
                } else {
                    reading.unread.mayBeOfAnyFlow = true
                }
            }
        }
        reading.notices += notices(on: unread, besides: contracts)
        let set = ContractSet(contracts)
        reading.unread.heads += set.leftOut
        reading.contracts = set.contracts
        reading.problems += set.problems
        if readsRecordings {
            readRecordings(&reading)
            await readCode(&reading)
        }
        if let repositories { await repositories.add(to: &reading) }
        if files.isEmpty, !isNamed, repositories == nil {
            let text = "no contract was found in \(path); docs/contract.md shows how to write a contract"
            reading.notices.append(FlowSet.Notice(text))
        }
        return reading
    }

    /// Adds the launches in the launch recordings that contracts list.
    private func readRecordings(_ reading: inout Reading) {
        var recordings = RecordingLoader(tree, known: known)
        let recorded = recordings.filled(reading.contracts)
        reading.contracts = recorded.contracts
        reading.uncovered = recorded.uncovered
        reading.unclearLaunches = recorded.unclear
        reading.problems += recorded.problems
    }

    /// Adds the inputs that the contracts' source files mention.
    private func readCode(_ reading: inout Reading) async {
        let read = await CodeLoader(tree, known: known).filled(reading.contracts)
        reading.contracts = read.contracts
        reading.uncovered += read.uncovered.filter { launch in
            !reading.uncovered.contains { $0.target == launch.target }
        }
        if !read.names.isEmpty { reading.unknownNames = known.unknown(read.names) }
        reading.problems += read.problems
    }

    /// The error for a path without a contract.
    package static func nothing(in path: String) -> ReadingError {
        ReadingError(
            "No contract was found at this path",
            at: Place(file: path),
            fix: "name the folder of contracts with --contracts; docs/contract.md shows how to write a contract"
        )
    }

    /// Whether a problem says that a path has no contract.
    ///
    /// A caller that needs no contract can ignore the problem.
    package static func isNothing(_ problem: ReadingError) -> Bool { problem == nothing(in: problem.place.file) }

    private func contract(_ file: String, _ owners: CodeOwners?) -> Result<Contract, Failure> {
        let bytes: [UInt8]
        do throws(ReadingError) {
            bytes = try tree.bytes(of: file)
        } catch {
            return .failure(Failure(problem: error))
        }
        do throws(ReadingError) {
            return .success(owned(try ContractReader().contract(bytes, file: file), by: owners))
        } catch {
            return .failure(Failure(problem: error, head: ContractReader().head(bytes, file: file)))
        }
    }

    /// The contract, with the owner from CODEOWNERS if the contract names no owner.
    private func owned(_ contract: Contract, by owners: CodeOwners?) -> Contract {
        guard contract.owner == nil, let owners, contract.file.utf8.first != UInt8(ascii: "/") else { return contract }
        var contract = contract
        let names = owners.owners(of: tree.pathFromTop(contract.file))
        contract.owner = names.isEmpty ? nil : names.joined(separator: ", ")
        return contract
    }

    /// The files in order, each once.
    ///
    /// Paths that differ only in `.` or in repeated slashes are the same file.
    private static func eachOnce(_ files: [String]) -> [String] {
        var seen: Set<[Substring]> = []
        return files.sorted().filter { file in
            seen.insert((file.hasPrefix("/") ? ["/"] : []) + file.split(separator: "/").filter { $0 != "." }).inserted
        }
    }

    /// The files of a path, which may have wildcards for folders.
    private func files(matching path: String) throws(ReadingError) -> (read: [String], unread: UnreadFiles) {
        let pattern = FilePattern(path, in: tree.root)
        guard pattern.hasWildcard else { return try files(below: path) }
        var all: (read: [String], unread: UnreadFiles) = ([], UnreadFiles())
        for folder in try pattern.folders(in: tree) {
            let found = try files(below: folder)
            all.read += found.read
            all.unread.add(found.unread)
        }
        return all
    }

    /// The files at a path or below it: those that are read as contracts, and those that aren't.
    private func files(below path: String) throws(ReadingError) -> (read: [String], unread: UnreadFiles) {
        guard tree.isFolder(path) else {
            if !isNamed, try tree.bytesIfPresent(of: path) == nil { return ([], UnreadFiles()) }
            return ([path], UnreadFiles())
        }
        let found = try tree.contents(below: path, without: [])
        if let problem = found.problems.first { throw problem }
        let (all, hidden) = (found.files, tree.filesInSight(below: found.hidden))
        let read = all.filter(\.isNamedAsYAML)
        let others = read.count == all.count ? [] : all.filter { !$0.isNamedAsYAML }
        return (read, UnreadFiles(ofOtherNames: others, hidden: hidden))
    }
}
