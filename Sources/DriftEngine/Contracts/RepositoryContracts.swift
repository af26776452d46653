package import DriftCore

/// Opens revisions of other repositories; the program around the engine decides how.
package protocol RepositoryOpener: Sendable {
    /// Opens each revision, in the same order.
    func open(_ revisions: [RepositoryRevision]) async -> [OpenedRevision]
}

/// A revision of another repository, whose contracts are for some environments.
package struct RepositoryRevision: Sendable {
    package var contracts: RemoteContracts

    /// The branch, tag or commit.
    package var ref: String

    /// The environments that the revision is for, or `nil` for all.
    package var environments: [EnvironmentName]?

    /// The revision in messages: `git.example.org/web-shop@main`.
    package var name: String { "\(contracts.repository.name)@\(ref)" }
}

/// A revision that was opened, or why it couldn't be.
package struct OpenedRevision: Sendable {
    /// The revision's files, or `nil` if it couldn't be opened.
    package var tree: (any FileTree)?

    /// The commit and its date.
    package var source: ContractSource?

    /// How long ago the revision was fetched, as a phrase, or `nil` if this run fetched it.
    package var age: String?

    /// Why the revision couldn't be opened or brought up to date, or `nil` if nothing failed.
    package var problem: ReadingError?

    package init(
        tree: (any FileTree)? = nil,
        source: ContractSource? = nil,
        age: String? = nil,
        problem: ReadingError? = nil
    ) {
        self.tree = tree
        self.source = source
        self.age = age
        self.problem = problem
    }
}

/// The contracts of other repositories that the settings name.
package struct RepositoryContracts: Sendable {
    private let remotes: [RemoteContracts]
    private let opener: any RepositoryOpener

    /// The environments of this project.
    private let environments: [EnvironmentName]

    package init(
        _ remotes: [RemoteContracts],
        in environments: [EnvironmentName] = [],
        opener: any RepositoryOpener
    ) {
        self.remotes = remotes
        self.environments = environments
        self.opener = opener
    }

    /// Adds the contracts of all repositories; a contract that can't be read is a problem, and may be about any flow.
    func add(to reading: inout ContractFolder.Reading) async {
        let revisions = remotes.flatMap { remote in
            remote.revisions.map { RepositoryRevision(contracts: remote, ref: $0.ref, environments: $0.environments) }
        }
        let opened = await opener.open(revisions)
        var seen: [Seen: String] = [:]
        for (revision, opened) in zip(revisions, opened) {
            if let problem = opened.problem { reading.problems.append(problem) }
            guard let tree = opened.tree, let source = opened.source else {
                reading.unread.mayBeOfAnyFlow = true
                continue
            }
            var folder = ContractFolder(
                paths: [tree.root + revision.contracts.path],
                isNamed: true,
                tree: tree
            )
            // Recordings and code of another repository are checked in that repository.
            folder.readsRecordings = false
            let own = await folder.read()
            let path = tree.root + revision.contracts.path
            // Listing a submodule throws, and then the problem of reading it says more.
            let isMissing = !tree.exists(path) && (try? tree.contents(below: path, without: [])) != nil
            if !isMissing { reading.problems += own.problems }
            reading.notices += own.notices
            if !own.problems.isEmpty { reading.unread.mayBeOfAnyFlow = true }
            if isMissing {
                reading.problems.append(Self.withoutFolder(revision))
                continue
            }
            let contracts = own.contracts.map { $0.adopted(from: source, revision, in: environments) }
            for (contract, adopted) in zip(own.contracts, contracts) where adopted.environments?.isEmpty ?? false {
                reading.problems.append(Self.ofNoEnvironment(contract, revision))
            }
            for contract in contracts {
                for environment in contract.environments.map({ $0.keys.map(Optional.some) }) ?? [nil] {
                    let place = Seen(name: contract.name, environment: environment)
                    guard let other = seen.updateValue(revision.ref, forKey: place), other != revision.ref else {
                        continue
                    }
                    reading.problems.append(Self.doubled(revision, and: other))
                }
            }
            reading.contracts += contracts
            reading.repositories.append(source)
            reading.remarks.append(Self.remark(on: revision, source, opened.age, contracts.count))
        }
        reading.problems = reading.problems.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
        reading.remarks = Self.short(reading.remarks)
    }

    private struct Seen: Hashable {
        var name: String
        var environment: EnvironmentName?
    }

    private static func withoutFolder(_ revision: RepositoryRevision) -> ReadingError {
        ReadingError(
            "\(revision.name) has no folder '\(revision.contracts.path)'",
            at: revision.contracts.place,
            fix: "name the folder of its contracts with `path`"
        )
    }

    /// The error of a contract that would never be checked.
    private static func ofNoEnvironment(_ contract: Contract, _ revision: RepositoryRevision) -> ReadingError {
        let names = (contract.environments ?? [:]).keys.sorted().map { "'\($0)'" }.joined(separator: ", ")
        return ReadingError(
            "Contract '\(contract.name)' of \(revision.name) is for \(names), but the entry is for none of these "
                + "environments",
            at: revision.contracts.place,
            fix: "map their names to yours, as in environments: { production: prod }"
        )
    }

    private static func doubled(_ revision: RepositoryRevision, and other: String) -> ReadingError {
        ReadingError(
            "The settings name \(revision.contracts.repository.name) for one environment at two revisions, "
                + "'\(other)' and '\(revision.ref)'",
            at: revision.contracts.place,
            fix: "name one revision for each environment, as in ref: { test: main, prod: v1.0.0 }"
        )
    }

    private static func remark(
        on revision: RepositoryRevision,
        _ source: ContractSource,
        _ age: String?,
        _ count: Int
    ) -> Remark {
        let date = source.date.map { " of \($0)" } ?? ""
        let contracts = count == 1 ? "1 contract was" : "\(count) contracts were"
        let when = age.map { "fetched \($0)" } ?? "fetched now"
        return Remark(
            "\(contracts) read from \(revision.name), commit \(source.commit.prefix(10))\(date), \(when)",
            kind: .repository
        )
    }

    /// The remarks, or a single one if there are many.
    private static func short(_ remarks: [Remark]) -> [Remark] {
        guard remarks.count > 5 else { return remarks }
        return Array(remarks.prefix(3)) + [
            Remark(
                "contracts were also read from \(remarks.count - 3) more revisions of other repositories",
                kind: .repository
            )
        ]
    }
}

extension Contract {
    /// The contract of another repository, with a name that is unique in this project, and this project's environments.
    fileprivate func adopted(
        from source: ContractSource,
        _ revision: RepositoryRevision,
        in all: [EnvironmentName]
    ) -> Contract {
        var contract = self
        contract.source = source
        contract.name = "\(source.repository):\(name)"
        contract.code = []
        contract.launch?.recordings = []
        let renamed = revision.contracts.environments
        // A contract without a list of environments must hold in all of them. It needs a list if the flow's name depends
        // on the environment, because the other repository may call the environment by another name.
        let needsNames = environments != nil || flow.needsEnvironment && !renamed.isEmpty
        guard needsNames && !renamed.isEmpty || revision.environments != nil else { return contract }
        var terms: [EnvironmentName: EnvironmentTerms] = [:]
        for own in revision.environments ?? environments.map({ $0.keys.map { renamed[$0] ?? $0 } }) ?? all {
            let theirs = renamed.first { $0.value == own }?.key ?? own
            guard holds(in: theirs) else { continue }
            var known = environments?[theirs] ?? EnvironmentTerms(position: flow.position)
            if theirs != own { known.name = flowKey(in: theirs)?.name }
            terms[own] = known
        }
        contract.environments = terms
        return contract
    }
}
