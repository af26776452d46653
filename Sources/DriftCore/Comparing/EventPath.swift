/// Whether an event can have a path that a flow reads; a given event may lack it all the same.
enum EventPathPresence: Hashable, Sendable {
    /// It has.
    case present

    /// It has not; with the path that was probably meant, if there is one.
    case absent(near: String?)

    /// Unknown: the event is not known, or not below some attribute of it, or a key of the path can be any.
    case unknown
}

extension Feeding {
    /// The evidence of a rule that looks at each path that the flow reads of each event that arrives as Json.
    func evidenceOnEventPaths(
        _ evidence: (TriggerFeed, Variable, MemberPath, EventPathPresence) -> Evidence?
    ) -> [Evidence] {
        eventPaths.compactMap { evidence($0.feed, $0.input, $0.path, $0.presence) }
    }

    /// Each path that the flow reads of each event that arrives as Json.
    var eventPaths: [(feed: TriggerFeed, input: Variable, path: MemberPath, presence: EventPathPresence)] {
        triggers.flatMap { feed in
            guard
                feed.sends(.json),
                let input = flow.inputs.first(where: TriggerFeed.isJSONInput)
            else { return [(feed: TriggerFeed, input: Variable, path: MemberPath, presence: EventPathPresence)]() }
            return (input.reads?.paths ?? []).map { path in
                (feed, input, path, feed.event.map { $0.presence(of: path) } ?? .unknown)
            }
        }
    }

    /// What has a path of the JSON input besides a trigger's event; nil where nothing is known to.
    func giver(of path: MemberPath, in input: Variable, otherThan feed: TriggerFeed) -> String? {
        let others = eventPaths.filter { other in
            other.path == path && other.feed.trigger.isEnabled && other.feed.trigger != feed.trigger
        }
        if let sure = others.first(where: { $0.presence == .present }) {
            return "the event of trigger '\(sure.feed.trigger.name)' has it"
        }
        if let open = others.first(where: { $0.presence == .unknown }) {
            return "the event of trigger '\(open.feed.trigger.name)' may have it"
        }
        let contract = contracts.first { contract in
            contract.input(for: input).map { ($0.payload?.presence(of: path) ?? .open) != .absent } ?? false
        }
        return contract.map { "what contract '\($0.name)' sends may have it" }
    }

    /// Evidence on a path, whose subject is the input with the path: `Flow.jsonData.queueId`.
    func evidence(
        _ message: String,
        on feed: TriggerFeed,
        about input: Variable,
        path: MemberPath,
        severity: Severity? = nil,
        restsOnContracts: Bool = false,
        fix: String
    ) -> Evidence {
        var evidence = evidence(
            message,
            on: feed,
            about: input,
            severity: severity,
            restsOnContracts: restsOnContracts,
            fix: fix
        )
        evidence.subject = "\(input.name).\(path)"
        return evidence
    }
}
