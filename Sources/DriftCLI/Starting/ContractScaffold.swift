import DriftCore
import DriftEngine

/// Drafts a contract, and finds an unused file name for it.
struct ContractScaffold {
    let project: ProjectOptions

    /// The existing contracts.
    let present: [Contract]

    /// The owners in CODEOWNERS, or `nil` if there is no such file.
    let owners: CodeOwners?

    let context: Context

    struct File {
        let path: String
        let text: String
    }

    /// The existing contract of a flow, or `nil` if there is none.
    func contract(of key: FlowKey, in environments: some Collection<EnvironmentName>) -> Contract? {
        present.first { contract in environments.contains { contract.flowKey(in: $0) == key } }
    }

    /// Drafts the contract of a flow.
    ///
    /// - Parameters:
    ///   - found: The flow.
    ///   - known: The flows of every environment.
    ///   - path: The file that the user names, or `nil` for one in the contracts' folder.
    /// - Returns: The file and its text.
    /// - Throws: ``RunFailure`` if every name is taken.
    func file(
        for found: FlowFinder.Found,
        known: [EnvironmentName: Set<FlowKey>],
        at path: String? = nil
    ) throws -> File {
        let draft = ContractDraft(of: found.flow, in: found.environment, events: found.events, known: known)
        return try file(of: draft, from: found.file, at: path)
    }

    /// Writes a draft, with a name that no other contract has.
    ///
    /// - Parameters:
    ///   - draft: The draft.
    ///   - origin: Where the draft comes from, for the comment at the top.
    ///   - path: The file that the user names, or `nil` for one in the contracts' folder.
    ///   - evidence: Returns, for the contract's path, the recordings or source files to list in the contract.
    /// - Returns: The file and its text.
    /// - Throws: ``RunFailure`` if every name is taken.
    func file(
        of draft: ContractDraft,
        from origin: String,
        at path: String?,
        evidence: (String) -> [String] = { _ in [] }
    ) throws -> File {
        var draft = draft
        let hash = SnapshotPath(draft.flow.key).text.split(separator: "/").last.map { String($0.dropLast(5)) }
        let names = [draft.name, "\(draft.name)-\(draft.flow.key.type)", hash].compactMap(\.self)
        let taken = Set(present.map(\.name))
        guard let name = names.first(where: { !taken.contains($0) && (path != nil || isFree(file(named: $0))) }) else {
            throw RunFailure.couldNotCheck(
                "\(file(named: draft.name)): already exists; name another file with --output"
            )
        }
        draft.name = name
        let path = path ?? file(named: name)
        draft.hasOwner = hasOwner(path)
        if draft.mentioned == nil { draft.recordings = evidence(path) } else { draft.code = evidence(path) }
        let text = ContractWriter().text(of: draft, from: origin)
        // Verifies that the text can be read, whatever names the flow has, before it is written.
        _ = try ContractReader().contract(Array(text.utf8), file: path)
        return File(path: path, text: text)
    }

    private func file(named name: String) -> String { project.contractsPath(in: context) + "/" + name + ".yaml" }

    private func isFree(_ path: String) -> Bool { !FolderWalk(context: context).exists(path) }

    private func hasOwner(_ path: String) -> Bool {
        guard !path.hasPrefix("/"), let owners else { return false }
        return !owners.owners(of: context.pathFromTop(path)).isEmpty
    }
}
