package import DriftCore

/// How a run chooses the environments that it judges.
package enum EnvironmentChoice {
    case all
    case named([EnvironmentName])

    /// Those that the command line names, or all; one may be too new to have snapshots.
    case mayBeNew([EnvironmentName])

    package var names: [EnvironmentName] {
        switch self {
        case .all: []
        case .named(let names), .mayBeNew(let names): names
        }
    }
}

extension Check {
    /// Reports what silently keeps environments out of the run: waivers and contracts for unknown ones, and snapshots
    /// that the settings leave out.
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
                "`environments` doesn't list \(leftOut.joined(separator: ", ")), so nothing there is checked; list it, or "
                    + "remove the folder",
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
                        "The waiver names the environment '\(name)', which no settings, snapshots or contracts "
                            + "have",
                        at: waiver.environmentPlaces[name] ?? waiver.place,
                        fix: objection
                    )
                )
            }
        }
    }

    /// Reports the environments of contracts that no run checks, because a misspelt one would drop its contract.
    ///
    /// Names in other contracts don't count: two may share a mistake. A contract that also holds in a known environment
    /// may name one that has no snapshots yet.
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
        // If there is no environment at all, that's already reported.
        guard !known.isEmpty else { return }
        var new: [EnvironmentName: [String]] = [:]
        for index in contracts.indices where contracts[index].environments != nil {
            let contract = contracts[index]
            let own = contract.environments ?? [:]
            for (name, terms) in own.sorted(by: { $0.key < $1.key }) where !known.contains(name) {
                // A name that the contract has, too, isn't the one that was meant.
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
                    "\(list): the environment '\(name)' has no snapshots and isn't listed in \(file), so this run doesn't "
                        + "check the contract there"
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
        let lack = snapshots.contains(name) ? "which isn't listed in \(file)" : "and there is no such environment"
        let list = known.map(\.text).joined(separator: ", ")
        let way =
            snapshots.contains(name)
            ? "list it under `environments`, or remove it from the contract"
            : "there is \(list); correct the name, or list it under `environments` in \(file)"
        return ReadingError(
            "Contract '\(contract.name)' must hold in '\(name)', \(lack)",
            at: place,
            fix: near.flatMap { snapshots.contains(name) ? nil : "did you mean '\($0)'?" } ?? way
        )
    }
}

extension Check {
    /// The environments that exist, or `nil`, with a problem added, if they can't be listed.
    package mutating func environments(of workspace: Workspace) -> [EnvironmentName]? {
        do throws(ReadingError) {
            return try workspace.environments()
        } catch {
            add(error)
            return nil
        }
    }
}
