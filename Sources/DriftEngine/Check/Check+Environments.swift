package import DriftCore

/// How a run chooses the environments that it checks.
package enum EnvironmentChoice {
    case all
    case named([EnvironmentName])

    /// The environments that the command line names, or all.
    ///
    /// An environment may be too new to have snapshots.
    case mayBeNew([EnvironmentName])

    package var names: [EnvironmentName] {
        switch self {
        case .all: []
        case .named(let names), .mayBeNew(let names): names
        }
    }
}

extension Check {
    /// Reports what no run would check: waivers and contracts for unknown environments, and snapshots of environments that
    /// the settings don't list.
    package mutating func reportEnvironments(of workspace: Workspace, _ choice: EnvironmentChoice) {
        let settings = workspace.settings
        let snapshots = (try? workspace.environmentsWithSnapshots()) ?? []
        reportWaivers(settings, KnownEnvironments(settings, snapshots: snapshots, contracts: contracts), choice.names)
        reportContracts(settings, snapshots, choice, file: workspace.settingsFile)
        guard choice.names.isEmpty, let listed = settings.environments else { return }
        let leftOut = snapshots.filter { !listed.contains($0) }.map { "\(workspace.snapshotsPath)/\($0)" }
        guard !leftOut.isEmpty else { return }
        add(
            FlowSet.Notice(
                "`environments` does not list \(leftOut.joined(separator: ", ")), so these snapshots are not checked; "
                    + "list the environment, or remove its folder",
                file: workspace.settingsFile
            )
        )
    }

    private mutating func reportWaivers(_ settings: Settings, _ known: KnownEnvironments, _ named: [EnvironmentName]) {
        for waiver in settings.waivers {
            for name in waiver.environments {
                guard let objection = known.objection(to: name, besides: named) else { continue }
                add(
                    ReadingError(
                        "The waiver names the environment '\(name)', which is in no settings, snapshots or contracts",
                        at: waiver.environmentPlaces[name] ?? waiver.place,
                        fix: objection
                    )
                )
            }
        }
    }

    /// Reports unknown environments in contracts, because no run checks a contract in a misspelt environment.
    ///
    /// An environment isn't known just because several contracts name it: all of them may have the same mistake. If a
    /// contract also names a known environment, the unknown one may be a new environment without snapshots.
    private mutating func reportContracts(
        _ settings: Settings,
        _ snapshots: [EnvironmentName],
        _ choice: EnvironmentChoice,
        file: String
    ) {
        var known = Set(settings.environments ?? snapshots)
        let mayBeNew: (Contract) -> Bool
        switch choice {
        case .all: mayBeNew = { _ in false }
        case .named(let names):
            known.formUnion(snapshots + names)
            mayBeNew = { [known] contract in contract.environments?.keys.contains(where: known.contains) ?? false }
        case .mayBeNew(let names):
            known.formUnion(snapshots + names)
            mayBeNew = { _ in true }
        }
        // If no environment is known at all, other code reports that.
        guard !known.isEmpty else { return }
        var new: [EnvironmentName: [String]] = [:]
        for index in contracts.indices where contracts[index].environments != nil {
            let contract = contracts[index]
            let own = contract.environments ?? [:]
            for (name, terms) in own.sorted(by: { $0.key < $1.key }) where !known.contains(name) {
                // If the contract also has a known name, the unknown name isn't a misspelling of that known name.
                let near = name.nearest(among: known.filter { own[$0] == nil }.sorted())
                if near == nil, mayBeNew(contract) {
                    new[name, default: []].append(contract.file)
                } else {
                    let place = Place(file: contract.file, position: terms.position)
                    add(Self.stranger(name, to: contract, at: place, near, known.sorted(), snapshots, file))
                }
            }
        }
        for (name, files) in new.sorted(by: { $0.key < $1.key }) {
            let list = files.count == 1 ? files[0] : "\(files[0]) and \(files.count - 1) more"
            add(
                FlowSet.Notice(
                    "\(list): the environment '\(name)' has no snapshots, and \(file) does not list it, so this run "
                        + "does not check the contract in '\(name)'"
                )
            )
        }
    }

    /// The error of an unknown environment in a contract.
    private static func stranger(
        _ name: EnvironmentName,
        to contract: Contract,
        at place: Place,
        _ near: EnvironmentName?,
        _ known: [EnvironmentName],
        _ snapshots: [EnvironmentName],
        _ file: String
    ) -> ReadingError {
        let lack = snapshots.contains(name) ? "which \(file) does not list" : "but there is no such environment"
        let list = known.map(\.text).joined(separator: ", ")
        let way =
            snapshots.contains(name)
            ? "list the environment under `environments`, or remove the environment from the contract"
            : "name one of these environments: \(list); or list '\(name)' under `environments` in \(file)"
        return ReadingError(
            "Contract '\(contract.name)' names the environment '\(name)', \(lack)",
            at: place,
            fix: near.flatMap { snapshots.contains(name) ? nil : "did you mean '\($0)'?" } ?? way
        )
    }
}

extension Check {
    /// The environments that exist.
    ///
    /// If the environments can't be listed, adds a problem and returns `nil`.
    package mutating func environments(of workspace: Workspace) -> [EnvironmentName]? {
        do throws(ReadingError) {
            return try workspace.environments()
        } catch {
            add(error)
            return nil
        }
    }
}
