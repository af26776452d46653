import PastedRequests

/// The differences between two states of a repository's contracts.
public struct ContractSetDifference: Sendable {
    /// The contracts that differ, in order of name.
    public let contracts: [ContractDifference]

    /// The number of contracts on either side; a contract on both counts once.
    public let count: Int

    /// Compares two states; contracts are matched by name.
    public init(from old: [Contract], to new: [Contract]) {
        let left = Dictionary(old.map { ($0.name, $0) }) { first, _ in first }
        let right = Dictionary(new.map { ($0.name, $0) }) { first, _ in first }
        let names = Set(left.keys).union(right.keys)
        count = names.count
        contracts = names.sorted().map { ContractDifference(name: $0, from: left[$0], to: right[$0]) }
            .filter { !$0.changes.isEmpty }
    }

    /// Whether a contract requires more of its flow than before.
    public var isStricter: Bool { contracts.contains(where: \.isStricter) }
}

/// One contract that differs.
public struct ContractDifference: Sendable {
    /// The contract's name.
    public let name: String

    /// The contract on the first side, or `nil` if it's new.
    public let old: Contract?

    /// The contract on the second side, or `nil` if it was removed.
    public let new: Contract?

    /// The changes, in order of writing.
    public let changes: [ContractChange]

    /// Whether the contract requires more of its flow than before.
    public var isStricter: Bool { changes.contains { $0.demand == .stricter } }

    init(name: String, from old: Contract?, to new: Contract?) {
        self.name = name
        self.old = old
        self.new = new
        changes = ContractChange.changes(from: old, to: new)
    }
}

/// One difference between two states of a contract.
public struct ContractChange: Hashable, Sendable {
    /// The change, as one phrase.
    public var phrase: String

    /// Whether the flow must meet more or fewer requirements.
    public var demand: Demand

    /// How a change affects a contract's requirements of its flow.
    ///
    /// | difference | |
    /// |---|---|
    /// | a contract, an environment, an id, an input, an output or a trigger is added | stricter |
    /// | one of them is removed, except an input | looser |
    /// | an input that is no longer sent, or only sometimes: the flow must work without it | stricter |
    /// | another flow, type, schema, way, name, or setting of a trigger | stricter |
    /// | an input that is now always sent; a setting that is no longer required | looser |
    /// | an input whose name only changes its letter case | same |
    /// | an input that is now declared as never sent | same |
    /// | another owner | same |
    public enum Demand: String, Sendable {
        case stricter, looser, same
    }

    private init(_ demand: Demand, _ phrase: String) {
        self.phrase = phrase
        self.demand = demand
    }

    static func changes(from old: Contract?, to new: Contract?) -> [ContractChange] {
        switch (old, new) {
        case (nil, nil): []
        case (nil, let new?): [ContractChange(.stricter, "the contract of '\(new.flow.key)' is new")]
        case (let old?, nil): [ContractChange(.looser, "the contract of '\(old.flow.key)' is gone")]
        case (let old?, let new?):
            head(old, new) + environments(old.environments, new.environments) + launch(old.launch, new.launch)
                + triggers(old.triggers, new.triggers)
        }
    }

    private static func head(_ old: Contract, _ new: Contract) -> [ContractChange] {
        var changes: [ContractChange] = []
        if old.flow.key != new.flow.key {
            changes.append(Self(.stricter, "the flow changed from '\(old.flow.key)' to '\(new.flow.key)'"))
        }
        if old.owner != new.owner {
            changes.append(Self(.same, "the owner changed from \(old.owner ?? "nobody") to \(new.owner ?? "nobody")"))
        }
        return changes
    }

    private static func environments(
        _ old: [EnvironmentName: Contract.EnvironmentTerms]?,
        _ new: [EnvironmentName: Contract.EnvironmentTerms]?
    ) -> [ContractChange] {
        guard let old else {
            return new == nil ? [] : [Self(.looser, "the contract no longer has to hold in every environment")]
        }
        guard let new else { return [Self(.stricter, "the contract must now hold in every environment")] }
        return Set(old.keys).union(new.keys).sorted().flatMap { name -> [ContractChange] in
            guard let before = old[name] else { return [Self(.stricter, "the contract must now hold in \(name)")] }
            guard let after = new[name] else { return [Self(.looser, "the contract no longer has to hold in \(name)")] }
            return value("the id in \(name)", before.id?.value.text, after.id?.value.text)
                + value("the flow's name in \(name)", before.name, after.name)
        }
    }

    private static func launch(_ old: Contract.Launch?, _ new: Contract.Launch?) -> [ContractChange] {
        guard let new else { return old == nil ? [] : [Self(.looser, "the code no longer starts the flow")] }
        guard let old else { return [Self(.stricter, "the code now starts the flow")] }
        let via =
            old.via == new.via
            ? [] : [Self(.stricter, "the launch changed from via \(old.via.rawValue) to via \(new.via.rawValue)")]
        return via + inputs(old.inputs, new.inputs) + omissions(old, new) + outputs(old.outputs, new.outputs)
    }

    private static func inputs(_ old: [Contract.Input], _ new: [Contract.Input]) -> [ContractChange] {
        pairs(old, new) { $0.name.value }.flatMap { name, before, after -> [ContractChange] in
            guard let before else { return [Self(.stricter, "input '\(name)' is now sent")] }
            guard let after else { return [Self(.stricter, "input '\(name)' is no longer sent")] }
            var changes = spelling("input", before.name.value, after.name.value)
            changes += type("input", name, before.type.value, after.type.value)
            if before.sent != after.sent {
                let demand: Demand = after.sent == .always ? .looser : .stricter
                changes.append(Self(demand, "input '\(name)' is now sent \(after.sent.rawValue)"))
            }
            if before.payload != after.payload {
                changes.append(Self(.stricter, "the schema of input '\(name)' has changed"))
            }
            return changes
        }
    }

    /// Inputs whose `sent: never` was added or removed; if the other side sends the input, only that is reported.
    private static func omissions(_ old: Contract.Launch, _ new: Contract.Launch) -> [ContractChange] {
        pairs(old.omittedInputs, new.omittedInputs, name: \.value).compactMap { name, before, after in
            let isSent = (before == nil ? old : new).inputs.contains { VariableName.areAlike($0.name.value, name) }
            guard !isSent, before == nil || after == nil else { return nil }
            return before == nil
                ? Self(.same, "input '\(name)' is now listed as never sent")
                : Self(.stricter, "input '\(name)' is no longer listed as never sent")
        }
    }

    private static func outputs(_ old: [Contract.Output], _ new: [Contract.Output]) -> [ContractChange] {
        pairs(old, new) { $0.name.value }.flatMap { name, before, after -> [ContractChange] in
            guard let before else { return [Self(.stricter, "output '\(name)' is now read")] }
            guard let after else { return [Self(.looser, "output '\(name)' is no longer read")] }
            return spelling("output", before.name.value, after.name.value)
                + type("output", name, before.type.value, after.type.value)
        }
    }

    private static func triggers(_ old: [PromisedTrigger], _ new: [PromisedTrigger]) -> [ContractChange] {
        names(old.map(\.name.value), new.map(\.name.value)).flatMap { name -> [ContractChange] in
            let (before, after) = (old.first { $0.name.value == name }, new.first { $0.name.value == name })
            guard let before else { return [Self(.stricter, "the contract now relies on trigger '\(name)'")] }
            guard let after else { return [Self(.looser, "the contract no longer relies on trigger '\(name)'")] }
            return value("topic of trigger '\(name)'", before.topic?.value, after.topic?.value)
                + value(
                    "dataFormat of trigger '\(name)'",
                    before.dataFormat?.value.rawValue,
                    after.dataFormat?.value.rawValue
                )
                + value(
                    "enabled of trigger '\(name)'",
                    before.isEnabled.map { "\($0.value)" },
                    after.isEnabled.map { "\($0.value)" }
                )
                + value("match of trigger '\(name)'", list(before.match?.value), list(after.match?.value))
                + value(
                    "eventTTLSeconds of trigger '\(name)'",
                    before.eventTTLSeconds.map { "\($0.value)" },
                    after.eventTTLSeconds.map { "\($0.value)" }
                )
                + value(
                    "delayBySeconds of trigger '\(name)'",
                    before.delayBySeconds.map { "\($0.value)" },
                    after.delayBySeconds.map { "\($0.value)" }
                )
        }
    }

    private static func list(_ criteria: [Criterion]?) -> String? {
        criteria.map { "[" + $0.map(\.description).sorted().joined(separator: "; ") + "]" }
    }

    private static func type(_ kind: String, _ name: String, _ old: DataType, _ new: DataType) -> [ContractChange] {
        old == new ? [] : [Self(.stricter, "\(kind) '\(name)' changed from \(old) to \(new)")]
    }

    private static func value(_ what: String, _ old: String?, _ new: String?) -> [ContractChange] {
        guard old != new else { return [] }
        guard let new else { return [Self(.looser, "\(what) is no longer required")] }
        let change = old.map { "changed from '\($0)' to '\(new)'" } ?? "must now be '\(new)'"
        return [Self(.stricter, "\(what) \(change)")]
    }

    /// A name that only changes its letter case; the API doesn't document whether that matters.
    private static func spelling(_ kind: String, _ old: String, _ new: String) -> [ContractChange] {
        old == new ? [] : [Self(.same, "\(kind) '\(old)' is now spelled '\(new)'")]
    }

    /// Pairs the values with the same name in any letter case, in order of name.
    private static func pairs<Value>(
        _ old: [Value],
        _ new: [Value],
        name: (Value) -> String
    ) -> [(name: String, old: Value?, new: Value?)] {
        // No two names of a contract differ only in letter case.
        let left = Dictionary(old.map { (name($0).lowercased(), $0) }) { first, _ in first }
        let right = Dictionary(new.map { (name($0).lowercased(), $0) }) { first, _ in first }
        let pairs = Set(left.keys).union(right.keys).compactMap { key -> (String, Value?, Value?)? in
            (left[key] ?? right[key]).map { (name($0), left[key], right[key]) }
        }
        return pairs.sorted { $0.0 < $1.0 }
    }

    private static func names(_ old: [String], _ new: [String]) -> [String] {
        Set(old).union(new).sorted()
    }
}

extension FlowTemplate {
    fileprivate var key: FlowKey { FlowKey(type: type, name: name) }
}
