/// Whether events can have a path that a flow reads; a single event may still lack it.
enum EventPathPresence: Hashable, Sendable {
    case present

    /// No event has the path; `near` is the path that was probably meant.
    case absent(near: String?)

    /// The event or an attribute's content is unknown, or an object on the path can have any key.
    case unknown
}

extension InputSources {
    /// The evidence for each path that the flow reads from an event in the format Json.
    func evidenceOnEventPaths(
        _ evidence: (TriggerSource, Variable, MemberPath, EventPathPresence) -> Evidence?
    ) -> [Evidence] {
        eventPaths.compactMap { evidence($0.source, $0.input, $0.path, $0.presence) }
    }

    /// The paths that the flow reads from events in the format Json.
    var eventPaths: [(source: TriggerSource, input: Variable, path: MemberPath, presence: EventPathPresence)] {
        triggers.flatMap { source in
            guard
                source.sends(.json),
                let input = flow.inputs.first(where: TriggerSource.isJSONInput)
            else { return [(source: TriggerSource, input: Variable, path: MemberPath, presence: EventPathPresence)]() }
            return (input.reads?.paths ?? []).map { path in
                (source, input, path, source.event.map { $0.presence(of: path) } ?? .unknown)
            }
        }
    }

    /// Another source of a path of the JSON input, or `nil` if none is known.
    func otherSource(of path: MemberPath, in input: Variable, otherThan source: TriggerSource) -> String? {
        let others = eventPaths.filter { other in
            other.path == path && other.source.trigger.isEnabled && other.source.trigger != source.trigger
        }
        if let sure = others.first(where: { $0.presence == .present }) {
            return "the event of trigger '\(sure.source.trigger.name)' has it"
        }
        if let open = others.first(where: { $0.presence == .unknown }) {
            return "the event of trigger '\(open.source.trigger.name)' may have it"
        }
        let contract = contracts.first { contract in
            contract.input(for: input).map { ($0.payload?.presence(of: path) ?? .open) != .absent } ?? false
        }
        return contract.map { "the JSON that contract '\($0.name)' sends may have it" }
    }

    /// Evidence on a path; its subject is the input with the path: `Flow.jsonData.queueId`.
    func evidence(
        _ message: String,
        on source: TriggerSource,
        about input: Variable,
        path: MemberPath,
        severity: Severity? = nil,
        restsOnContracts: Bool = false,
        fix: String
    ) -> Evidence {
        var evidence = evidence(
            message,
            on: source,
            about: input,
            severity: severity,
            restsOnContracts: restsOnContracts,
            fix: fix
        )
        evidence.subject = "\(input.name).\(path)"
        return evidence
    }
}
