import DriftCore
import DriftEngine

/// The changes to the contracts of the flows that some launches start.
struct ContractPlan {
    let finder: FlowFinder
    let reading: ContractFolder.Reading

    /// Whether the user named single contracts, so that no new contract is written.
    let isOfSingleFiles: Bool

    let launches: LaunchedContracts

    /// A contract to write, or to leave unchanged.
    struct Step {
        let path: String
        let text: String
        let isNew: Bool

        /// Whether the text of an existing contract changes.
        let isChange: Bool

        /// The changes in words, one per line.
        let summary: [String]
    }

    /// The launches that belong to one contract, which may be those of one flow in several environments.
    private struct Group {
        /// The contract, or `nil` if there is none yet.
        let contract: Contract?

        /// The first of the flows that has a snapshot, or `nil` if none has one.
        var found: FlowFinder.Found?

        let key: FlowKey
        var accepted: [PlacedLaunch] = []
        var recordings: Set<String> = []
    }

    private var context: Context { launches.context }

    /// The steps in order of flow, and the errors of contracts that can't be written.
    func steps(
        for flows: [FlowKey: LaunchedFlows.Launched]
    ) throws -> (steps: [Step], problems: [ReadingError]) {
        var (groups, steps, problems): ([Group], [Step], [ReadingError]) = ([], [], [])
        for (key, launched) in flows.sorted(by: { $0.key < $1.key }) where !launched.accepted.isEmpty {
            do {
                try add(launched, of: key, to: &groups)
            } catch let problem as ReadingError {
                problems.append(problem)
            }
        }
        // Two flows of different types may have one name.
        var made: [Contract] = []
        for group in groups {
            do {
                let inputs = try LaunchedInputs(merging: group.accepted, of: group.found?.flow)
                if inputs.otherInputs > 0 { launches.show(Self.notice(on: inputs, group.key)) }
                let step =
                    try group.contract.map { try update($0, group, inputs) } ?? make(group, inputs, besides: made)
                if step.isNew { made.append(try ContractReader().contract(Array(step.text.utf8), file: step.path)) }
                steps.append(step)
            } catch let problem as ReadingError {
                problems.append(problem)
            }
        }
        return (steps, problems)
    }

    private static func notice(on inputs: LaunchedInputs, _ key: FlowKey) -> FlowSet.Notice {
        let number = inputs.otherInputs
        let names =
            number == 1
            ? "an input whose name may be data, so it"
            : "\(number) inputs whose names may be data, so they"
        return FlowSet.Notice(
            "a launch of '\(key)' has \(names) can't be added to the contract; if the code sends such an input on "
                + "purpose, add it by hand"
        )
    }

    private func add(
        _ launched: LaunchedFlows.Launched,
        of key: FlowKey,
        to groups: inout [Group]
    ) throws {
        let contract = try contract(of: key, recordings: launched.recordings)
        guard contract != nil || !isOfSingleFiles else {
            return launches.show(
                FlowSet.Notice(
                    "the launches of '\(key)' are skipped, because --contracts names no contract of that flow"
                )
            )
        }
        let found = try finder.flow(key, inAny: launches.environment)
        var group = Group(contract: contract, found: found, key: key)
        // One contract may be about a flow that has another name in each environment.
        let index = groups.firstIndex { other in
            if let contract { return other.contract?.file == contract.file }
            return other.contract == nil && draft(other).isOfSameFlow(as: draft(group))
        }
        if let index { group = groups[index] }
        if group.found == nil { group.found = found }
        group.accepted += launched.accepted
        group.recordings.formUnion(launched.recordings)
        if let index { groups[index] = group } else { groups.append(group) }
    }

    // MARK: - Existing contracts

    /// The contract to update, or `nil` if the flow has no contract of launches by API.
    private func contract(of key: FlowKey, recordings: Set<String>) throws -> Contract? {
        let environments = launches.environment.map { [$0] } ?? Array(finder.known.keys)
        var own = reading.contracts.filter { contract in
            contract.mayBe(about: key, in: environments) && contract.launch?.via ?? .flowExecution == .flowExecution
        }
        let listing = own.filter { contract in
            !recordings.isEmpty && recordings.allSatisfy { RecordingPath($0, context).isListed(in: contract) }
        }
        if own.count > 1, !listing.isEmpty { own = listing }
        let launching = own.filter { $0.launch != nil }
        if own.count > 1, !launching.isEmpty { own = launching }
        if own.count > 1 {
            let names = own.map { "'\($0.name)' (\($0.file))" }.joined(separator: " and ")
            throw ReadingError(
                "\(names) are contracts of '\(key)', so the one to update is unknown",
                at: Place(file: own[0].file, position: own[0].position),
                fix: "name the contract to update with --contracts FILE"
            )
        }
        if own.isEmpty, let head = reading.unread.heads.first(where: { $0.mayBe(about: key, in: environments) }) {
            throw ReadingError(
                "This contract can't be read, and may be about '\(key)'",
                at: Place(file: head.file),
                fix: "correct the contract, and run the command again"
            )
        }
        if own.isEmpty, reading.unread.mayBeOfAnyFlow, reading.unread.reason == .unreadable {
            throw ReadingError(
                "A contract that can't be read may be about '\(key)'",
                at: Place(file: reading.problems.first?.place.file ?? launches.project.contractsPath(in: context)),
                fix: "correct the contract, and run the command again"
            )
        }
        return own.first
    }

    private func update(_ contract: Contract, _ group: Group, _ inputs: LaunchedInputs) throws -> Step {
        let unlisted = group.recordings.filter { !RecordingPath($0, context).isListed(in: contract) }
        let update = try ContractUpdate(
            of: contract,
            by: inputs,
            recordings: relative(unlisted, to: contract.file)
        )
        let bytes = try FileReader(context: context).bytes(of: contract.file)
        let text = try ContractEdit(file: contract.file).text(bytes, after: update)
        for notice in notices(on: contract, update, inputs) { launches.show(notice) }
        let number = Self.number(of: inputs)
        return Step(
            path: contract.file,
            text: text,
            isNew: false,
            isChange: !update.isEmpty,
            summary: update.isEmpty
                ? ["\(contract.file): unchanged"]
                : ["\(contract.file): updated, from \(number)"] + update.summary.map { "  " + $0 }
        )
    }

    /// The notices about what a person should review in an updated contract.
    private func notices(
        on contract: Contract,
        _ update: ContractUpdate,
        _ inputs: LaunchedInputs
    ) -> [FlowSet.Notice] {
        var notices = update.unsent.map { name in
            FlowSet.Notice(
                inputs.mayHaveMore
                    ? "no launch sends '\(name.value)' by name, but it stays in the contract, because a "
                        + "placeholder may stand for it"
                    : "no launch sends '\(name.value)', but it stays in the contract; remove it if the code no longer "
                        + "sends it",
                file: Place(file: contract.file, position: name.position).description
            )
        }
        if let schema = contract.launch?.schema {
            let text =
                "the contract's inputs are in the schema '\(schema.reference.value)', so only recordings are added"
            notices.append(FlowSet.Notice(text, file: contract.file))
        }
        return notices
            + inputs.inputs.filter { input in
                input.type == nil && !(contract.launch?.inputs.contains { $0.name.value == input.name } ?? false)
            }
            .map {
                FlowSet.Notice(
                    "the type of '\($0.name)' is unknown, because launches only send a placeholder; "
                        + "add the type by hand"
                )
            }
    }

    // MARK: - New contracts

    private func draft(_ group: Group) -> ContractDraft {
        ContractDraft(
            of: group.found?.flow ?? Flow(key: group.key),
            in: group.found?.environment,
            events: group.found?.events ?? .embedded,
            known: finder.known
        )
    }

    private func make(_ group: Group, _ inputs: LaunchedInputs, besides made: [Contract]) throws -> Step {
        if group.found == nil {
            launches.show(
                FlowSet.Notice(
                    "there is no snapshot of '\(group.key)', so the contract has the JSON types of the launches"
                )
            )
        }
        var draft = draft(group)
        draft.launched = inputs
        let isPrinted = launches.output == "-"
        let scaffold = ContractScaffold(
            project: launches.project,
            present: made + (isPrinted ? [] : reading.contracts),
            owners: reading.owners,
            context: context
        )
        let file = try scaffold.file(
            of: draft,
            from: group.found.map { "recorded launches and \($0.file)" } ?? "recorded launches",
            at: isPrinted ? nil : launches.output
        ) { relative(group.recordings, to: $0) }
        let number = Self.number(of: inputs)
        return Step(
            path: file.path,
            text: file.text,
            isNew: true,
            isChange: false,
            summary: ["\(file.path): written, from \(number)" + (group.found.map { " and \($0.file)" } ?? "")]
        )
    }

    private static func number(of inputs: LaunchedInputs) -> String {
        inputs.launchCount == 1 ? "1 launch" : "\(inputs.launchCount) launches"
    }

    /// The recordings as a contract lists them; those outside the repository aren't listed.
    private func relative(_ recordings: some Collection<String>, to contract: String) -> [String] {
        recordings.sorted().compactMap { file in
            let path = RecordingPath(file, context)
            if let reason = path.obstacle {
                launches.show(
                    FlowSet.Notice("not listed under `recordings` of the contract, because \(reason)", file: file)
                )
                return nil
            }
            return path.relative(to: contract)
        }
    }
}

extension ContractDraft {
    /// Whether two drafts are of the same flow, perhaps in two environments.
    fileprivate func isOfSameFlow(as other: ContractDraft) -> Bool {
        flow.key.type == other.flow.key.type && flowName == other.flowName
    }
}
