/// What launches add to an existing contract, and what they change in it.
///
/// Launches never change `sometimes` to `always`, and never remove an input: a few launches don't prove what the code
/// never does.
public struct ContractUpdate: Hashable, Sendable {
    /// The inputs that the contract lacks, in order of name; each has a type.
    public var added: [LaunchedInputs.Input] = []

    /// The inputs that the contract has with another type or `sent`, in the contract's order.
    public var changed: [InputChange] = []

    /// The recordings to list, relative to the contract, in order.
    public var recordings: [String]

    /// The contract's inputs that no launch sends, which stay as they are, in the contract's order.
    public var unsent: [Written<String>] = []

    /// Whether the contract needs no change.
    public var isEmpty: Bool { added.isEmpty && changed.isEmpty && recordings.isEmpty }

    /// A change of an input that the contract has.
    public struct InputChange: Hashable, Sendable {
        /// The name.
        public var name: String

        /// The type in the contract.
        public var oldType: DataType

        /// The type that the launches send, or `nil` if the contract's type stays.
        public var newType: DataType?

        /// Whether `sent` changes from `always` to `sometimes`.
        public var becomesSometimes: Bool
    }

    /// Compares a contract with the launches of its flow.
    ///
    /// - Parameters:
    ///   - contract: The contract.
    ///   - launched: The inputs that the launches send.
    ///   - recordings: The recordings that the contract doesn't list yet, relative to it.
    /// - Throws: ``ReadingError`` if the contract says that the code never sends an input that a launch sends, or if
    ///   the contract spells an input in another letter case.
    public init(
        of contract: Contract,
        by launched: LaunchedInputs,
        recordings: [String]
    ) throws(ReadingError) {
        self.recordings = recordings.sorted()
        for input in launched.inputs { try Self.requireNotOmitted(input, in: contract) }
        // The contract takes its inputs from the schema.
        guard contract.launch?.schema == nil else { return }
        let present = (contract.launch?.inputs ?? []).filter { $0.file == nil }
        for input in launched.inputs where !present.contains(where: { $0.name.value == input.name }) {
            if let other = present.first(where: { VariableName.areAlike($0.name.value, input.name) }) {
                throw Self.otherCase(input, other, in: contract)
            }
            if input.type != nil { added.append(input) }
        }
        for own in present {
            guard let input = launched.inputs.first(where: { $0.name == own.name.value }) else {
                unsent.append(own.name)
                continue
            }
            if let change = Self.change(of: own, to: input) { changed.append(change) }
        }
    }

    /// The change of an input, or `nil` if the contract says what the launches send.
    ///
    /// A JSON input accepts every value, so an input with a schema keeps its type.
    private static func change(of own: Contract.Input, to input: LaunchedInputs.Input) -> InputChange? {
        let breaks = input.valueTypes.contains { $0.fit(into: own.type.value) == .breaks }
        let type = breaks ? input.type : nil
        let becomesSometimes = own.sent == .always && input.sent == .sometimes
        guard type != nil || becomesSometimes else { return nil }
        return InputChange(
            name: input.name,
            oldType: own.type.value,
            newType: type,
            becomesSometimes: becomesSometimes
        )
    }

    private static func requireNotOmitted(
        _ input: LaunchedInputs.Input,
        in contract: Contract
    ) throws(ReadingError) {
        let omitted = contract.launch?.omittedInputs ?? []
        guard let own = omitted.first(where: { VariableName.areAlike($0.value, input.name) }) else { return }
        throw ReadingError(
            "The contract says `sent: never` for input '\(own.value)', but the launch at \(input.place) sends it",
            at: contract.place(own.position),
            fix: "remove `sent: never` from the contract, or stop sending the input"
        )
    }

    private static func otherCase(
        _ input: LaunchedInputs.Input,
        _ own: Contract.Input,
        in contract: Contract
    ) -> ReadingError {
        ReadingError(
            "The contract spells an input '\(own.name.value)', but the launch at \(input.place) sends '\(input.name)'",
            at: contract.place(own.name.position),
            fix: "spell the input as the flow does, in the code and in the contract"
        )
    }
}

extension ContractUpdate {
    /// The contract after the update; what is new has no real place.
    func applied(to contract: Contract) -> Contract {
        let start = Position(line: 1, column: 1)
        var contract = contract
        var launch = contract.launch ?? Contract.Launch(via: .flowExecution, inputs: [], outputs: [])
        for change in changed {
            for index in launch.inputs.indices where launch.inputs[index].name.value == change.name {
                if let type = change.newType { launch.inputs[index].type.value = type }
                if change.becomesSometimes { launch.inputs[index].sent = .sometimes }
            }
        }
        for input in added {
            guard let type = input.type else { continue }
            launch.inputs.append(
                Contract.Input(
                    name: Written(input.name, from: start, to: start),
                    type: Written(type, from: start, to: start),
                    sent: input.sent
                )
            )
        }
        launch.recordings += recordings.map { Written($0, from: start, to: start) }
        contract.launch = launch
        return contract
    }

    /// The changes, one phrase for each.
    public var summary: [String] {
        var phrases = changed.flatMap { change in
            [
                change.newType.map { "\(change.name): \($0), was \(change.oldType)" },
                change.becomesSometimes ? "\(change.name): sent sometimes, was always" : nil,
            ].compactMap(\.self)
        }
        phrases += added.compactMap { input in
            input.type.map { "added \(input.name): \($0), sent \(input.sent.rawValue)" }
        }
        return phrases + recordings.map { "added \($0) to recordings" }
    }

    /// The edits that a person would make to update the contract, one phrase for each.
    var instructions: [String] {
        var phrases = changed.flatMap { change in
            [
                change.newType.map { "write type \($0) for `\(change.name)`" },
                change.becomesSometimes ? "write `sent: sometimes` for `\(change.name)`" : nil,
            ].compactMap(\.self)
        }
        phrases += added.compactMap { input in
            input.type.map { "add `\(input.name): { type: \"\($0)\", sent: \(input.sent.rawValue) }` to `inputs`" }
        }
        return phrases + recordings.map { "add `\($0)` to `recordings`" }
    }
}
