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
    public init(
        _ flow: Flow,
        in environment: EnvironmentName?,
        contracts: [Contract],
        events: EventCatalogue,
        modules: [String: Flow] = [:]
    ) {
        self.flow = flow
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

    /// What brings an input its value besides a trigger: `contract 'a' sends it`; nil where nothing is known to.
    func feeder(of input: Variable, otherThan trigger: TriggerFeed) -> String? {
        if let contract = contracts.first(where: { $0.sends(input) }) { return "contract '\(contract.name)' sends it" }
        let others = triggers.filter { $0.trigger.isEnabled && $0.trigger != trigger.trigger }
        if let sure = others.first(where: { $0.fill(of: input) == .value }) {
            return "trigger '\(sure.trigger.name)' fills it"
        }
        return others.first { $0.mayBring(input) }.map { "trigger '\($0.trigger.name)' may fill it" }
    }

    /// The names of the inputs that something else than a contract feeds: an enabled trigger, or another contract.
    func namesFed(otherThanBy contract: Contract) -> Set<String> {
        let others = contracts.filter { $0.name != contract.name }
        return Set(
            flow.inputs.filter { input in
                others.contains { $0.sends(input) }
                    || triggers.contains { $0.trigger.isEnabled && $0.mayBring(input) }
            }.map(\.name)
        )
    }

    /// The place of a trigger, or of the input it is about where the source has no lines for triggers.
    func place(of trigger: Trigger, about input: Variable? = nil) -> Place? {
        flow.file.map { Place(file: $0, position: trigger.position ?? input?.position) }
    }

    /// Evidence on a trigger: a note where the trigger is disabled, because then nothing happens.
    ///
    /// It carries an event unless `showsEvent` is false, because no event explains it.
    func evidence(
        _ message: String,
        on feed: TriggerFeed,
        about input: Variable? = nil,
        subject: String? = nil,
        severity: Severity? = nil,
        showsEvent: Bool = true,
        fix: String
    ) -> Evidence {
        Evidence(
            message + (feed.trigger.isEnabled ? "" : "; the trigger is disabled"),
            at: place(of: feed.trigger, about: input),
            on: input?.name ?? subject,
            trigger: feed.trigger.name,
            severity: feed.trigger.isEnabled ? severity : .note,
            fix: Fix(fix),
            event: showsEvent ? feed.example(about: input) : nil
        )
    }
}

extension Contract {
    /// Whether the code sends an input, in whatever letter case, at launch.
    func sends(_ input: Variable) -> Bool { self.input(for: input) != nil }

    /// What the code sends for an input, in whatever letter case, at launch; nil where it sends nothing.
    func input(for input: Variable) -> Input? {
        guard let launch, launch.via != .webhook else { return nil }
        let folded = input.name.lowercased()
        let own = VariableName.own(input.name).lowercased()
        return launch.inputs.first {
            let name = $0.name.value.lowercased()
            return name == folded || name == own
        }
    }
}
