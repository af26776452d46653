import DriftCore
import DriftEngine

/// Makes the first text of a contract, and finds a file for it that nothing else has.
struct ContractScaffold {
    /// Where contracts are.
    let project: ProjectOptions

    /// The contracts that there are already.
    let present: [Contract]

    /// The owners that CODEOWNERS names; nil where there is no such file.
    let owners: CodeOwners?

    /// The world.
    let context: Context

    /// A contract to write.
    struct File {
        let path: String
        let text: String
    }

    /// The contract that is about a flow already; nil where there is none.
    func contract(of key: FlowKey, in environments: some Collection<EnvironmentName>) -> Contract? {
        present.first { contract in environments.contains { contract.flowKey(in: $0) == key } }
    }

    /// The contract of a flow.
    ///
    /// - Parameters:
    ///   - found: The flow.
    ///   - known: The flows of every environment.
    ///   - path: The file that the user names; nil for one under the contracts' folder.
    /// - Returns: The file and its text.
    /// - Throws: ``RunFailure`` where every name is taken.
    func file(
        for found: FlowFinder.Found,
        known: [EnvironmentName: Set<FlowKey>],
        at path: String? = nil
    ) throws -> File {
        var draft = ContractDraft(of: found.flow, in: found.environment, events: found.events, known: known)
        let hash = SnapshotPath(found.flow.key).text.split(separator: "/").last.map { String($0.dropLast(5)) }
        let names = [draft.name, "\(draft.name)-\(found.flow.key.type)", hash].compactMap(\.self)
        let taken = Set(present.map(\.name))
        guard let name = names.first(where: { !taken.contains($0) && (path != nil || isFree(file(named: $0))) }) else {
            throw RunFailure.couldNotCheck(
                "\(file(named: draft.name)): exists already; name another file with --output"
            )
        }
        draft.name = name
        let path = path ?? file(named: name)
        draft.hasOwner = hasOwner(path)
        let text = ContractWriter().text(of: draft, from: found.file)
        // Whatever names a flow has: what is written can be read, or nothing is written.
        _ = try ContractReader().contract(Array(text.utf8), file: path)
        return File(path: path, text: text)
    }

    private func file(named name: String) -> String { project.contractsPath + "/" + name + ".yaml" }

    private func isFree(_ path: String) -> Bool { !FolderWalk(context: context).exists(path) }

    private func hasOwner(_ path: String) -> Bool {
        guard !path.hasPrefix("/"), let owners else { return false }
        return !owners.owners(of: path).isEmpty
    }
}
