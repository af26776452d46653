import YAML

/// A flow's snapshot and the same flow in the live org.
public struct LiveComparison: Sendable {
    let environment: EnvironmentName?

    /// The flow's type and name, in the snapshot if it has one.
    public let key: FlowKey

    /// The flow in its snapshot, or `nil` if there is no snapshot.
    let snapshot: Flow?

    /// The flow in the live org, or `nil` if it no longer exists or wasn't read.
    public let live: Flow?

    /// The flow's type and name in the live org if it was renamed, or `nil` if it wasn't.
    public let newKey: FlowKey?

    /// The org's current version, or `nil` if the org doesn't say.
    public let publication: Publication?

    let contracts: [Contract]

    /// The changes from the snapshot to the live org; empty if one is missing.
    public let changes: [FlowChange]

    /// Compares two states of a flow, at least one of which isn't `nil`.
    ///
    /// A flow that was renamed has the key of its snapshot, by which contracts know it.
    public init(
        environment: EnvironmentName?,
        key: FlowKey,
        snapshot: Flow?,
        live: Flow?,
        newKey: FlowKey? = nil,
        publication: Publication? = nil,
        contracts: [Contract] = []
    ) {
        self.environment = environment
        self.key = key
        self.snapshot = snapshot
        self.live = live
        self.newKey = newKey
        self.publication = publication
        self.contracts = contracts
        guard let snapshot, var live else {
            changes = []
            return
        }
        if !live.withoutUnpublishedInterface.hasInterface { live.takeInterface(of: snapshot) }
        changes = FlowChange.changes(from: snapshot, to: live)
    }
}

extension LiveComparison {
    /// What relies on a part of the flow: `contract 'callback-request'`.
    enum Dependent: Sendable {
        case contract(String)
        case trigger(String)

        var phrase: String {
            switch self {
            case .contract(let name): "contract '\(name)'"
            case .trigger(let name): "trigger '\(name)'"
            }
        }
    }

    /// The contracts and the snapshot's enabled triggers, which rely on the flow as a whole.
    var dependents: [Dependent] {
        contracts.map { .contract($0.name) } + enabledTriggers.map { .trigger($0.name) }
    }

    /// Whether the org no longer has the flow; a renamed flow that wasn't read is still there.
    var isRemoved: Bool { live == nil && newKey == nil }

    /// The contracts that have the name of the snapshot.
    var contractsOfOldName: [Dependent] {
        contracts.filter { $0.flowKey(in: environment) == key }.map { .contract($0.name) }
    }

    /// Whether a contract or an enabled trigger relies on the flow.
    public var isReliedOn: Bool { !dependents.isEmpty }

    /// The contracts that send an input, and the enabled triggers that may fill it.
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

    func dependents(onOutput name: String) -> [Dependent] {
        let folded = name.lowercased()
        return contracts.filter { contract in
            contract.launch?.outputs.contains { $0.name.value.lowercased() == folded } ?? false
        }.map { .contract($0.name) }
    }

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
    /// Evidence of a change since the snapshot; it's an error if something relies on what changed.
    ///
    /// - Parameters:
    ///   - message: The change.
    ///   - subject: What changed.
    ///   - position: Its position in the snapshot.
    ///   - trigger: The trigger's name, if the change is about one.
    ///   - contrast: The snapshot's side and the live org's.
    ///   - dependents: What relies on it.
    ///   - isDoubtful: Whether the dependents may not be affected, so that it isn't an error.
    ///   - fix: A fix to replace the default one.
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
        let reliance =
            dependents.isEmpty
            ? ""
            : "; \(dependents.map(\.phrase).joined(separator: " and ")) "
                + (dependents.count == 1 ? "relies on it" : "rely on it")
        return Evidence(
            message + reliance,
            at: snapshot?.file.map { Place(file: $0, position: position) },
            on: subject,
            trigger: trigger,
            severity: dependents.isEmpty || isDoubtful ? nil : .error,
            contrast: contrast,
            fix: Fix(
                fix
                    ?? (dependents.isEmpty
                        ? "take a new snapshot if the change is wanted, or undo it in Architect"
                        : "change it back in Architect, or adapt what relies on it and take a new snapshot")
            )
        )
    }
}
