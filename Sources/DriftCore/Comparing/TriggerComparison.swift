/// A trigger that a contract relies on, beside what the environment has of that name.
///
/// It is a class because every rule takes hold of it, as of a ``FlowComparison``.
final class TriggerComparison: Sendable {
    /// What the contract says of it.
    let promised: PromisedTrigger

    /// Its name in this environment.
    let name: String

    /// What the environment has of that name.
    let match: Match

    /// What the environment has of a trigger's name.
    enum Match: Sendable {
        /// A trigger that starts the contract's flow.
        case found(Trigger)

        /// Only a trigger that starts another flow, told by its name in quotes or, where only that is known, by its id.
        case startsOther(String, Trigger)

        /// None; with the name of the flow's trigger that was probably meant.
        case none(near: String?)

        /// Nobody can tell, for a reason, and with what to do about it.
        case undecided(reason: String, wayOut: String)
    }

    init(promised: PromisedTrigger, name: String, flow: Flow, free: [String], elsewhere: [PlacedTrigger]?) {
        self.promised = promised
        self.name = name
        // Nothing keeps an org from two triggers of one name: the one that listens to the promised topic is meant.
        let meant = flow.triggers.first { $0.name == name && $0.topic == promised.topic?.value }
        let trigger = meant ?? flow.triggers.first { $0.name == name }
        match =
            if let trigger, trigger.open.contains(.target) {
                .undecided(reason: Self.openTarget(name), wayOut: Trigger.OpenSettings.wayOut)
            } else if let trigger, !trigger.open.contains(.name) {
                .found(trigger)
            } else if let trigger = flow.triggers.first(where: { $0.open.contains(.name) }) {
                .undecided(
                    reason: "trigger '\(name)' may be '\(trigger.name)', whose name is not known until apply",
                    wayOut: Trigger.OpenSettings.wayOut
                )
            } else {
                Self.match(elsewhere, name: name, flow: flow, free: free)
            }
    }

    private static func openTarget(_ name: String) -> String {
        "which flow trigger '\(name)' starts is not known until apply"
    }

    private static func match(_ elsewhere: [PlacedTrigger]?, name: String, flow: Flow, free: [String]) -> Match {
        guard let elsewhere else {
            return .undecided(
                reason: "no triggers are known, so not '\(name)' either",
                wayOut: "take the snapshot from the live org, or put a trigger listing into the folder of exports"
            )
        }
        let namesakes = elsewhere.filter { $0.trigger.name == name }
        if let own = namesakes.first(where: { $0.flow == flow.key }) { return .found(own.trigger) }
        // Where the target of one is not known, that one may be the contract's.
        guard let other = namesakes.first(where: { $0.flow == nil }) ?? namesakes.first else {
            return .none(near: NearName.best(for: name, among: free))
        }
        if other.trigger.open.contains(.target) {
            return .undecided(reason: openTarget(name), wayOut: Trigger.OpenSettings.wayOut)
        }
        if let key = other.flow { return .startsOther("'\(key)'", other.trigger) }
        if let own = flow.id, case .id(let id)? = other.trigger.target, id != own {
            return .startsOther("the flow of id \(id)", other.trigger)
        }
        let target =
            if case .id(let id)? = other.trigger.target { "a flow of id \(id)" } else { "a flow that is not named" }
        return .undecided(
            reason: "trigger '\(name)' starts \(target), which is none of the flows read",
            wayOut: "put a flow listing with ids into the folder of exports, or take the snapshot from the live org"
        )
    }

    /// What the contract promises and a plan doesn't tell, as phrases: `the criteria of trigger 'T'`.
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

    /// The trigger as the environment has it, whichever flow it starts; `nil` if there is none of its name.
    var trigger: Trigger? {
        switch match {
        case .found(let trigger), .startsOther(_, let trigger): trigger
        case .none, .undecided: nil
        }
    }

    /// The finding from which every other one on the trigger follows; none if it starts the contract's flow.
    var causes: [Cause] {
        guard case .startsOther = match else { return [] }
        return [Cause(.triggerRetargeted, trigger: name, on: "target")]
    }

    /// The triggers that a contract relies on in an environment, each beside what there is of it.
    static func all(
        of contract: Contract,
        in environment: EnvironmentName?,
        flow: Flow,
        elsewhere: [PlacedTrigger]?
    ) -> [TriggerComparison] {
        guard !contract.triggers.isEmpty else { return [] }
        let named = contract.triggers.map { (promised: $0, name: $0.name(in: environment)) }
        // What the contract names already is no other name for what it does not find.
        let free = flow.triggers.filter { !$0.open.contains(.name) }.map(\.name)
            .filter { name in !named.contains { $0.name == name } }
        return named.compactMap { promised, name in
            name.map { TriggerComparison(promised: promised, name: $0, flow: flow, free: free, elsewhere: elsewhere) }
        }
    }
}
