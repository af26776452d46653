/// A trigger that a contract relies on, and the environment's trigger with that name.
///
/// It's a class for the same reason as ``FlowComparison``.
final class TriggerComparison: Sendable {
    let promised: PromisedTrigger

    /// The trigger's name in this environment.
    let name: String

    let match: Match

    enum Match: Sendable {
        case found(Trigger)

        /// A trigger with that name starts another flow, given by its name in quotes or by its id.
        case startsOther(String, Trigger)

        /// There is no trigger with that name; `near` is the name of the flow's trigger that was probably meant.
        case none(near: String?)

        case undecided(reason: String, fix: String)
    }

    init(promised: PromisedTrigger, name: String, flow: Flow, free: [String], elsewhere: [PlacedTrigger]?) {
        self.promised = promised
        self.name = name
        // An org can have two triggers with the same name; the one with the contract's topic is preferred.
        let meant = flow.triggers.first { $0.name == name && $0.topic == promised.topic?.value }
        let trigger = meant ?? flow.triggers.first { $0.name == name }
        match =
            if let trigger, trigger.open.contains(.target) {
                .undecided(reason: Self.openTarget(name), fix: Trigger.OpenSettings.fix)
            } else if let trigger, !trigger.open.contains(.name) {
                .found(trigger)
            } else if let trigger = flow.triggers.first(where: { $0.open.contains(.name) }) {
                .undecided(
                    reason:
                        "trigger '\(name)' was not checked: it may be '\(trigger.name)', whose name is not known until "
                        + "apply",
                    fix: Trigger.OpenSettings.fix
                )
            } else {
                Self.match(elsewhere, name: name, flow: flow, free: free)
            }
    }

    private static func openTarget(_ name: String) -> String {
        "the flow that trigger '\(name)' starts is not known until apply"
    }

    private static func match(_ elsewhere: [PlacedTrigger]?, name: String, flow: Flow, free: [String]) -> Match {
        guard let elsewhere else {
            return .undecided(
                reason: "trigger '\(name)' was not checked: there is no list of triggers to compare with",
                fix: "take the snapshots from the live org, or put a listing of triggers into the folder of exports"
            )
        }
        let namesakes = elsewhere.filter { $0.trigger.name == name }
        if let own = namesakes.first(where: { $0.flow == flow.key }) { return .found(own.trigger) }
        // A trigger with an unknown target may start the contract's flow.
        guard let other = namesakes.first(where: { $0.flow == nil }) ?? namesakes.first else {
            return .none(near: NearName.best(for: name, among: free))
        }
        if other.trigger.open.contains(.target) {
            return .undecided(reason: openTarget(name), fix: Trigger.OpenSettings.fix)
        }
        if let key = other.flow { return .startsOther("'\(key)'", other.trigger) }
        if let own = flow.id, case .id(let id)? = other.trigger.target, id != own {
            return .startsOther("the flow with the id \(id)", other.trigger)
        }
        let target =
            if case .id(let id)? = other.trigger.target { "a flow with the id \(id)" } else { "an unnamed flow" }
        return .undecided(
            reason: "trigger '\(name)' starts \(target), which is not among the flows that were read",
            fix: "put a flow listing with ids into the folder of exports, or take the snapshot from the live org"
        )
    }

    /// The required settings that are unknown until a plan is applied, as phrases: `the criteria of trigger 'T'`.
    var openPromises: [String] {
        guard let open = trigger?.open, !open.isEmpty else { return [] }
        let promises: [(Trigger.OpenSettings, String, isMade: Bool)] = [
            (.topic, "the topic of", promised.topic != nil),
            (.dataFormat, "the data format of", promised.dataFormat != nil),
            (.isEnabled, "whether it enables", promised.isEnabled != nil),
            (.match, "the criteria of", promised.match != nil),
            (.eventTTLSeconds, "the time to live of", promised.eventTTLSeconds != nil),
            (.delayBySeconds, "the delay of", promised.delayBySeconds != nil),
        ]
        return promises.filter { $0.isMade && open.contains($0.0) }.map { "\($0.1) trigger '\(name)'" }
    }

    /// The environment's trigger, whichever flow it starts, or `nil` if there is none with its name.
    var trigger: Trigger? {
        switch match {
        case .found(let trigger), .startsOther(_, let trigger): trigger
        case .none, .undecided: nil
        }
    }

    /// The finding that explains all others on the trigger; empty if it starts the contract's flow.
    var causes: [Cause] {
        guard case .startsOther = match else { return [] }
        return [Cause(.triggerRetargeted, trigger: name, on: "target")]
    }

    static func all(
        of contract: Contract,
        in environment: EnvironmentName?,
        flow: Flow,
        elsewhere: [PlacedTrigger]?
    ) -> [TriggerComparison] {
        guard !contract.triggers.isEmpty else { return [] }
        let named = contract.triggers.map { (promised: $0, name: $0.name(in: environment)) }
        // A trigger that the contract names can't be the one that another, missing name was meant for.
        let free = flow.triggers.filter { !$0.open.contains(.name) }.map(\.name)
            .filter { name in !named.contains { $0.name == name } }
        return named.compactMap { promised, name in
            name.map { TriggerComparison(promised: promised, name: $0, flow: flow, free: free, elsewhere: elsewhere) }
        }
    }
}
