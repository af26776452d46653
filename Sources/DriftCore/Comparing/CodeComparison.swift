/// A contract and the evidence of what its code sends: the inputs in the code's schema, in recorded launches, and in
/// source files.
public struct CodeComparison: Sendable {
    let contract: Contract

    /// The inputs that the contract says are sent, in its order.
    let promised: [Contract.Input]

    /// What the code's schema declares, or `nil` if the contract names no schema.
    let declared: DeclaredInputs?

    /// The recorded launches of the flow; empty if the contract names no recordings, or they have none.
    let launches: [PlacedLaunch]

    /// What the source files mention, or `nil` if the contract names no source files.
    let mentioned: MentionedInputs?

    /// The names in the schema, with the input of the contract that each one means.
    let declaredNames: [NameMatch]

    /// The names in the launches, with the input of the contract that each one means; in order of name.
    let sentNames: [NameMatch]

    /// The names in the source files, with the input of the contract that each one means; in order of place.
    let mentionedNames: [NameMatch]

    /// Compares a contract with its schema, its recorded launches and its source files, or returns `nil` if none of
    /// them were read.
    public init?(_ contract: Contract) {
        // If the contract takes its inputs from a schema that can't be read, it's unknown what the code must send.
        guard let launch = contract.launch, !launch.lacksInputs else { return nil }
        declared = launch.schema?.declared
        launches = launch.observed ?? []
        mentioned = contract.mentioned
        guard declared != nil || !launches.isEmpty || mentioned != nil else { return nil }
        self.contract = contract
        promised = launch.inputs
        let matcher = Matcher(launch)
        declaredNames = matcher.matches(declared?.inputs.map(\.name.value) ?? [])
        sentNames = matcher.matches(
            Set(launches.flatMap { $0.launch.inputs.filter { $0.value.type != .null }.keys }).sorted()
        )
        mentionedNames = matcher.matches(mentioned?.inputs.map(\.name) ?? [])
    }

    /// A name that the code uses, and the contract's input that it means.
    struct NameMatch: Sendable {
        let name: String
        let match: Match

        enum Match: Sendable {
            case exact(Contract.Input)

            /// An input that the contract spells in another letter case.
            case otherCase(Contract.Input)

            /// An input that the contract has with a scope.
            case scoped(Contract.Input)

            /// An input that the contract says is never sent.
            case omitted

            /// No input of the contract; `near` is the input that was probably meant.
            case none(near: String?)
        }

        /// The contract's input if the name reaches it, in any letter case, or `nil`.
        var input: Contract.Input? {
            switch match {
            case .exact(let input), .otherCase(let input): input
            case .scoped, .omitted, .none: nil
            }
        }

        /// The name of the contract's input that was probably meant although the name doesn't reach it, or `nil`.
        var meant: String? {
            switch match {
            case .scoped(let input): input.name.value
            case .none(let near): near
            case .exact, .otherCase, .omitted: nil
            }
        }
    }

    /// Matches the code's names with a contract's inputs.
    private struct Matcher {
        private let inputs: [Contract.Input]
        private let omitted: [String]

        init(_ launch: Contract.Launch) {
            inputs = launch.inputs
            omitted = launch.omittedInputs.map(\.value)
        }

        func matches(_ names: [String]) -> [NameMatch] {
            let variables = inputs.map { Variable(name: $0.name.value, type: $0.type.value) }
            return zip(names, VariableMatch.matches(for: names, in: variables)).map { name, match in
                NameMatch(name: name, match: self.match(name, match))
            }
        }

        private func match(_ name: String, _ match: VariableMatch) -> NameMatch.Match {
            if omitted.contains(where: { VariableName.areAlike($0, name) }) { return .omitted }
            func input(_ variable: Variable) -> Contract.Input? { inputs.first { $0.name.value == variable.name } }
            switch match {
            case .exact(let variable): return input(variable).map { .exact($0) } ?? .none(near: nil)
            case .otherCase(let variable): return input(variable).map { .otherCase($0) } ?? .none(near: nil)
            case .scoped(let variable): return input(variable).map { .scoped($0) } ?? .none(near: nil)
            case .none(let near): return .none(near: near?.name)
            }
        }
    }
}

extension CodeComparison {
    /// The schema's input with a name.
    func declaration(_ name: String) -> DeclaredInputs.Input? { declared?.inputs.first { $0.name.value == name } }

    /// The schema's input that means an input of the contract, or `nil` if there is none.
    func declaration(of input: Contract.Input) -> DeclaredInputs.Input? {
        declaredNames.first { $0.input?.name == input.name }.flatMap { declaration($0.name) }
    }

    /// The names under which launches send an input of the contract.
    func sentNames(of input: Contract.Input) -> [String] {
        sentNames.filter { $0.input?.name == input.name }.map(\.name)
    }

    /// The launches that certainly don't send an input of the contract.
    func launches(without input: Contract.Input) -> [PlacedLaunch] {
        let names = sentNames(of: input)
        return launches.filter { placed in
            !placed.launch.mayHaveMore && !names.contains(where: placed.launch.sends)
        }
    }

    /// Whether it's unknown if the code sends an input of the contract: the schema allows inputs that it doesn't
    /// name, or launches may send more than they show.
    func isOpen(on input: Contract.Input) -> Bool {
        !isShown(input) && declared?.allowsOthers ?? true && launches.allSatisfy(\.launch.mayHaveMore)
            && mentioned?.mayMentionMore ?? true
    }

    /// Whether the schema declares an input of the contract, a launch sends it, or a source file mentions it.
    func isShown(_ input: Contract.Input) -> Bool {
        declaration(of: input) != nil || !sentNames(of: input).isEmpty || isMentioned(input)
    }

    /// Whether a source file mentions an input of the contract, in any letter case.
    func isMentioned(_ input: Contract.Input) -> Bool { mentionedNames.contains { $0.input?.name == input.name } }

    /// Whether certainly no source file mentions an input of the contract; a file that builds names might.
    func isUnmentioned(_ input: Contract.Input) -> Bool {
        mentioned.map { !$0.mayMentionMore && !isMentioned(input) } ?? false
    }

    /// The findings on wrong names that explain why an input of the contract isn't sent.
    func causes(of input: Contract.Input) -> [Cause] {
        (declaredNames + sentNames + mentionedNames).filter { $0.meant == input.name.value }
            .map { Cause(.codeInputUndeclared, on: $0.name) }
    }

    /// What lists the inputs: the contract, or the schema that the contract takes them from.
    var lister: String { takesInputsFromSchema ? "the code's schema" : "the contract" }

    /// The file that lists the inputs.
    var listingFile: String { takesInputsFromSchema ? declared?.file ?? contract.file : contract.file }

    private var takesInputsFromSchema: Bool { contract.launch?.takesInputsFromSchema ?? false }

    /// The number of the contract's inputs that the code's evidence contains.
    var comparedInputs: Int {
        promised.count(where: isShown)
    }
}

extension Contract {
    /// Whether the contract is about a flow, in any environment; a placeholder in the name matches any text.
    public func covers(_ key: FlowKey) -> Bool {
        guard key.type == flow.type else { return false }
        let names = (environments ?? [:]).compactMap { name, terms in
            terms.name.flatMap { FlowTemplate.fill($0, with: name) }
        }
        if names.contains(key.name) { return true }
        let parts = flow.name.split(separator: FlowTemplate.placeholder, omittingEmptySubsequences: false)
        guard parts.count > 1 else { return flow.name == key.name }
        let rest = key.name.count - parts.reduce(0) { $0 + $1.count }
        guard key.name.hasPrefix(parts[0]), rest > 0, rest % (parts.count - 1) == 0 else { return false }
        let text = key.name.dropFirst(parts[0].count).prefix(rest / (parts.count - 1))
        return FlowTemplate.fill(flow.name, with: EnvironmentName(String(text))) == key.name
    }
}
