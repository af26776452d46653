import PastedRequests
import YAML

/// A flow with the sources of its inputs in one environment: contracts that start it, and triggers with their events.
public struct InputSources: Sendable {
    /// The environment, or `nil` if the flows come from no named environment.
    let environment: EnvironmentName?

    /// The flow.
    public let flow: Flow

    let contracts: [Contract]

    /// The flow's triggers, each with the effect of its event on the inputs.
    let triggers: [TriggerSource]

    /// The copies of common modules in the flow, each with the module's published version.
    let modules: [(copy: ModuleCopy, published: Flow?)]

    /// The bots and common modules that it calls, each with the called flow, or `nil` if that isn't known.
    let calls: [(call: FlowCall, called: Flow?)]

    /// The flow's earlier states; empty if none is known.
    let earlier: [EarlierFlow]

    /// The inputs that the flow never reads, or reads in a way that can't be followed completely.
    let oddInputs: [Variable]

    /// Combines a flow with the sources of its inputs.
    ///
    /// - Parameters:
    ///   - flow: The flow with its triggers.
    ///   - environment: The environment, or `nil` if the flows come from no named environment.
    ///   - contracts: The contracts that must hold for the flow in the environment.
    ///   - events: The known attributes of events.
    ///   - modules: The published common modules that it uses, by name.
    ///   - called: The flows that it calls, by type and name.
    ///   - earlier: The flow's earlier states; empty if none is known.
    public init(
        _ flow: Flow,
        in environment: EnvironmentName?,
        contracts: [Contract],
        events: EventCatalogue,
        modules: [String: Flow] = [:],
        called: [FlowKey: Flow] = [:],
        earlier: [EarlierFlow] = []
    ) {
        self.flow = flow
        self.earlier = earlier
        self.environment = environment
        self.contracts = contracts
        // A trigger with an unknown target may start another flow.
        triggers = flow.triggers.filter { !$0.open.contains(.target) }.ordered(by: InputSources.areInOrder).map {
            TriggerSource($0, inputs: flow.inputs, events: events)
        }
        self.modules = flow.modules.map { ($0, modules[$0.name]) }
        calls = flow.calls.filter { !$0.inputs.isEmpty }.map { call in
            (call, call.possibleKeys.lazy.compactMap { called[$0] }.first)
        }
        oddInputs = flow.inputs.indices.filter { flow.inputs[$0].reads?.extent ?? .read != .read }.map {
            flow.inputs[$0]
        }
    }
}

extension InputSources {
    /// Equal triggers are in order of their positions in the file.
    private static func areInOrder(_ lhs: Trigger, _ rhs: Trigger) -> Bool {
        if Trigger.areInOrder(lhs, rhs) { return true }
        guard let left = lhs.position, let right = rhs.position, !Trigger.areInOrder(rhs, lhs) else { return false }
        return left < right
    }

    /// The contract that sends an input, as `contract 'a' sends it`, or `nil` if none does.
    func contractThatSends(_ input: Variable) -> String? {
        contracts.first { $0.sends(input) }.map { "contract '\($0.name)' sends it" }
    }

    /// Another trigger that fills an input, as `trigger 'b' fills it`, or `nil` if none is known to.
    func triggerThatFills(_ input: Variable, otherThan trigger: TriggerSource) -> String? {
        let others = triggers.filter { $0.trigger.isEnabled && $0.trigger != trigger.trigger }
        if let sure = others.first(where: { $0.fill(of: input) == .value }) {
            return "trigger '\(sure.trigger.name)' fills it"
        }
        return others.first { $0.mayBring(input) }.map { "trigger '\($0.trigger.name)' may fill it" }
    }

    /// The place of a trigger, or of its input if the source has no lines for triggers.
    func place(of trigger: Trigger, about input: Variable? = nil) -> Place? {
        flow.file.map { Place(file: $0, position: trigger.position ?? input?.position) }
    }

    /// Evidence on a trigger; it's only a note if the trigger is disabled, since such a trigger starts nothing.
    ///
    /// Pass false as `showsEvent` if no event explains it, and true as `restsOnContracts` if a contract that sends the
    /// input would lower the severity.
    func evidence(
        _ message: String,
        on source: TriggerSource,
        about input: Variable? = nil,
        subject: String? = nil,
        severity: Severity? = nil,
        showsEvent: Bool = true,
        restsOnContracts: Bool = false,
        fix: String
    ) -> Evidence {
        var evidence = Evidence(
            message + (source.trigger.isEnabled ? "" : "; the trigger is disabled"),
            at: place(of: source.trigger, about: input),
            on: input?.name ?? subject,
            trigger: source.trigger.name,
            severity: source.trigger.isEnabled ? severity : .note,
            fix: Fix(fix),
            event: showsEvent ? source.example(about: input) : nil
        )
        evidence.restsOnContracts = restsOnContracts
        return evidence
    }
}

extension Contract {
    /// Whether the code sends an input at launch, in any letter case, with its scope.
    func sends(_ input: Variable) -> Bool { self.input(for: input) != nil }

    /// What the code sends for an input at launch, in any letter case, or `nil` if it sends nothing.
    func input(for input: Variable) -> Input? {
        guard let launch, launch.via != .webhook else { return nil }
        return launch.inputs.first { VariableName.areAlike($0.name.value, input.name) }
    }
}
