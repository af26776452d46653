import PastedRequests
import YAML

/// A flow beside everything that feeds its inputs in one environment: contracts that start it, triggers with their events.
public struct Feeding: Sendable {
    /// The environment; nil where the flows come from no named environment.
    let environment: EnvironmentName?

    /// The flow.
    public let flow: Flow

    /// The contracts that must hold for it there.
    let contracts: [Contract]

    /// Its triggers, each with what its event brings.
    let triggers: [TriggerFeed]

    /// The copies of common modules that are part of it, each beside the module as it is published now.
    let modules: [(copy: ModuleCopy, published: Flow?)]

    /// The flow as it was before; none where no earlier state is known.
    let earlier: [EarlierFlow]

    /// The inputs of which it is known that the flow never reads them, or more of them than can be followed.
    let oddInputs: [Variable]

    /// Puts a flow beside what feeds it.
    ///
    /// - Parameters:
    ///   - flow: The flow with its triggers.
    ///   - environment: The environment; nil where the flows come from no named environment.
    ///   - contracts: The contracts that must hold for the flow there.
    ///   - events: What is known of the attributes of events.
    ///   - modules: The flows of type `commonmodule` that it uses, by name, as they are published now.
    ///   - earlier: The flow as it was before; none where no earlier state is known.
    public init(
        _ flow: Flow,
        in environment: EnvironmentName?,
        contracts: [Contract],
        events: EventCatalogue,
        modules: [String: Flow] = [:],
        earlier: [EarlierFlow] = []
    ) {
        self.flow = flow
        self.earlier = earlier
        self.environment = environment
        self.contracts = contracts
        // A trigger of which nobody can tell what it starts may feed another flow.
        triggers = flow.triggers.filter { !$0.open.contains(.target) }.ordered(by: Feeding.areInOrder).map {
            TriggerFeed($0, inputs: flow.inputs, events: events)
        }
        self.modules = flow.modules.map { ($0, modules[$0.name]) }
        oddInputs = flow.inputs.indices.filter { flow.inputs[$0].reads?.extent ?? .read != .read }.map {
            flow.inputs[$0]
        }
    }
}

extension Feeding {
    /// Of two triggers that are the same, the one that stands first in the file comes first.
    private static func areInOrder(_ lhs: Trigger, _ rhs: Trigger) -> Bool {
        if Trigger.areInOrder(lhs, rhs) { return true }
        guard let left = lhs.position, let right = rhs.position, !Trigger.areInOrder(rhs, lhs) else { return false }
        return left < right
    }

    /// The contract that sends an input, as `contract 'a' sends it`, or `nil` if none does.
    func contractThatSends(_ input: Variable) -> String? {
        contracts.first { $0.sends(input) }.map { "contract '\($0.name)' sends it" }
    }

    /// The other trigger that fills an input, as `trigger 'b' fills it`, or `nil` if none is known to.
    func triggerThatFills(_ input: Variable, otherThan trigger: TriggerFeed) -> String? {
        let others = triggers.filter { $0.trigger.isEnabled && $0.trigger != trigger.trigger }
        if let sure = others.first(where: { $0.fill(of: input) == .value }) {
            return "trigger '\(sure.trigger.name)' fills it"
        }
        return others.first { $0.mayBring(input) }.map { "trigger '\($0.trigger.name)' may fill it" }
    }

    /// The place of a trigger, or of the input it is about where the source has no lines for triggers.
    func place(of trigger: Trigger, about input: Variable? = nil) -> Place? {
        flow.file.map { Place(file: $0, position: trigger.position ?? input?.position) }
    }

    /// Evidence on a trigger: a note where the trigger is disabled, because then nothing happens.
    ///
    /// It carries an event unless `showsEvent` is false, because no event explains it. Set `restsOnContracts` where a
    /// contract that feeds the input would make it less.
    func evidence(
        _ message: String,
        on feed: TriggerFeed,
        about input: Variable? = nil,
        subject: String? = nil,
        severity: Severity? = nil,
        showsEvent: Bool = true,
        restsOnContracts: Bool = false,
        fix: String
    ) -> Evidence {
        var evidence = Evidence(
            message + (feed.trigger.isEnabled ? "" : "; the trigger is disabled"),
            at: place(of: feed.trigger, about: input),
            on: input?.name ?? subject,
            trigger: feed.trigger.name,
            severity: feed.trigger.isEnabled ? severity : .note,
            fix: Fix(fix),
            event: showsEvent ? feed.example(about: input) : nil
        )
        evidence.restsOnContracts = restsOnContracts
        return evidence
    }
}

extension Contract {
    /// Whether the code sends an input, in whatever letter case, at launch; a name without its scope reaches none.
    func sends(_ input: Variable) -> Bool { self.input(for: input) != nil }

    /// What the code sends for an input, in whatever letter case, at launch; nil where it sends nothing.
    func input(for input: Variable) -> Input? {
        guard let launch, launch.via != .webhook else { return nil }
        return launch.inputs.first { VariableName.areAlike($0.name.value, input.name) }
    }
}
