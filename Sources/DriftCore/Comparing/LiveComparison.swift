import YAML

/// A flow as its snapshot has it, beside the same flow as the live org has it.
public struct LiveComparison: Sendable {
    /// The environment.
    let environment: EnvironmentName?

    /// The flow's type and name.
    let key: FlowKey

    /// The flow as its snapshot has it; nil where there is no snapshot.
    let snapshot: Flow?

    /// The flow as the live org has it; nil where it is gone.
    let live: Flow?

    /// Who published what the org has, and when; nil where the org does not tell.
    let publication: Publication?

    /// The contracts that must hold for this flow in this environment.
    let contracts: [Contract]

    /// The differences from the snapshot to the live org; none where one of them is missing.
    let changes: [FlowChange]

    /// Puts two states of a flow side by side, of which at least one is there.
    public init(
        environment: EnvironmentName?,
        key: FlowKey,
        snapshot: Flow?,
        live: Flow?,
        publication: Publication? = nil,
        contracts: [Contract] = []
    ) {
        self.environment = environment
        self.key = key
        self.snapshot = snapshot
        self.live = live
        self.publication = publication
        self.contracts = contracts
        changes = snapshot.flatMap { old in live.map { FlowChange.changes(from: old, to: $0) } } ?? []
    }
}

extension LiveComparison {
    /// What in the repository or the org relies on a part of the flow: `contract 'callback-request'`.
    enum Dependent: Sendable {
        case contract(String)
        case trigger(String)

        /// The dependent in words.
        var phrase: String {
            switch self {
            case .contract(let name): "contract '\(name)'"
            case .trigger(let name): "trigger '\(name)'"
            }
        }
    }

    /// The contracts, and the enabled triggers of the snapshot, that rely on the flow as a whole.
    var dependents: [Dependent] {
        contracts.map { .contract($0.name) } + enabledTriggers.map { .trigger($0.name) }
    }

    /// What relies on an input: contracts that send it, and enabled triggers that may fill it.
    func dependents(onInput name: String) -> [Dependent] {
        let folded = name.lowercased()
        let senders = contracts.filter { contract in
            contract.launch?.inputs.contains { $0.name.value.lowercased() == folded } ?? false
        }
        let triggers = enabledTriggers.filter { trigger in
            trigger.effectiveDataFormat == .topLevelPrimitives || folded == "flow.jsondata"
        }
        return senders.map { .contract($0.name) } + triggers.map { .trigger($0.name) }
    }

    /// The contracts that read an output.
    func dependents(onOutput name: String) -> [Dependent] {
        let folded = name.lowercased()
        return contracts.filter { contract in
            contract.launch?.outputs.contains { $0.name.value.lowercased() == folded } ?? false
        }.map { .contract($0.name) }
    }

    /// The contracts that rely on a trigger.
    func dependents(onTrigger name: String) -> [Dependent] {
        contracts.filter { contract in
            contract.triggers.contains { $0.name(in: environment) == name }
        }.map { .contract($0.name) }
    }

    private var enabledTriggers: [Trigger] {
        (snapshot ?? live)?.triggers.filter { $0.isEnabled && $0.topic != nil } ?? []
    }
}

extension LiveComparison {
    /// Evidence of a change since the snapshot, an error where something relies on what changed.
    ///
    /// - Parameters:
    ///   - message: What changed.
    ///   - subject: What it is about.
    ///   - position: Where the snapshot has it.
    ///   - trigger: The trigger's name, where it is about one.
    ///   - contrast: The snapshot's side and the live org's.
    ///   - dependents: What relies on it.
    ///   - isDoubtful: Whether it is unknown that what relies on it notices, so that it is no error.
    ///   - fix: How to put it right, where the usual words do not fit.
    /// - Returns: The evidence.
    func evidence(
        _ message: String,
        on subject: String?,
        at position: Position? = nil,
        trigger: String? = nil,
        contrast: Contrast? = nil,
        dependents: [Dependent] = [],
        isDoubtful: Bool = false,
        fix: String? = nil
    ) -> Evidence {
        // A trigger is no part of what is published with its flow.
        let isOfFlow = trigger == nil && live != nil && snapshot != nil
        let published = isOfFlow ? publication.map { "\($0)" }.flatMap { $0.isEmpty ? nil : "; \($0)" } ?? "" : ""
        let reliance =
            dependents.isEmpty
            ? ""
            : "; \(dependents.map(\.phrase).joined(separator: " and ")) "
                + (dependents.count == 1 ? "relies on it" : "rely on it")
        return Evidence(
            message + reliance + published,
            at: snapshot?.file.map { Place(file: $0, position: position) },
            on: subject,
            trigger: trigger,
            severity: dependents.isEmpty || isDoubtful ? nil : .error,
            contrast: contrast,
            fix: Fix(
                fix
                    ?? (dependents.isEmpty
                        ? "take a new snapshot if the change is wanted, or change it back in Architect"
                        : "change it back in Architect, or adapt what relies on it and take a new snapshot")
            )
        )
    }
}
