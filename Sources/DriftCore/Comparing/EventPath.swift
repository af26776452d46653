/// Whether an event has a path that a flow reads.
enum EventPathPresence: Hashable, Sendable {
    /// It has.
    case present

    /// It has not; with the attribute that was probably meant, if there is one.
    case absent(near: String?)

    /// Nobody can tell: the event is not known, or not below that attribute.
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
        guard flow.availability.isStartable else { return [] }
        return triggers.flatMap { feed in
            guard
                feed.trigger.topic != nil,
                feed.trigger.effectiveDataFormat == .json,
                let input = flow.inputs.first(where: TriggerFeed.isJSONInput)
            else { return [(feed: TriggerFeed, input: Variable, path: MemberPath, presence: EventPathPresence)]() }
            return (input.reads?.paths ?? []).map { path in
                (feed, input, path, feed.event.map { $0.presence(of: path) } ?? .unknown)
            }
        }
    }

    /// Evidence on a path, whose subject is the input with the path: `Flow.jsonData.queueId`.
    func evidence(
        _ message: String,
        on feed: TriggerFeed,
        about input: Variable,
        path: MemberPath,
        fix: String
    ) -> Evidence {
        var evidence = evidence(message, on: feed, about: input, fix: fix)
        evidence.subject = "\(input.name).\(path)"
        return evidence
    }
}

extension EventTopic {
    /// Whether the event has a path.
    func presence(of path: MemberPath) -> EventPathPresence {
        guard case .member(let name)? = path.steps.first else { return .unknown }
        guard let kind = attribute(name)?.kind else {
            return .absent(near: NearName.best(for: name, among: attributes.map(\.name)))
        }
        guard path.steps.count > 1 else { return .present }
        return kind.isPrimitive ?? false ? .absent(near: name) : .unknown
    }
}
