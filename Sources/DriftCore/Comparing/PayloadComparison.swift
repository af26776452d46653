/// A JSON payload that a contract describes, and the paths that the flow reads from it.
struct PayloadComparison: Sendable {
    /// The payload's name in findings: the input's, or `webhooksInvocation.body`.
    let name: String

    /// Where the contract describes the payload.
    let place: Place

    let isAlwaysSent: Bool

    /// Whether recorded launches show the payload, rather than the contract.
    var isRecorded = false

    /// The largest number of members in a recorded launch whose names the recording doesn't keep.
    var unkeptMembers = 0

    /// Whether the payload arrives in a webhook's envelope.
    let isInEnvelope: Bool

    /// The paths that the flow reads from the payload, and whether these are all.
    let reads: Reads

    /// Whether a payload that meets the contract has a path.
    let presence: @Sendable (MemberPath) -> PayloadSchema.Presence

    /// The names of the top-level members in the contract.
    let names: [String]

    /// The names of all members in the contract, at any depth.
    let spellings: Set<String>

    /// The path in the contract's payload that differs only in letter case, or `nil` if there is none.
    func respelled(_ path: MemberPath) -> MemberPath? {
        var paths: [[MemberPath.Step]] = [[]]
        for step in path.steps {
            var steps = [step]
            if case .member(let name) = step {
                steps += spellings.filter { $0 != name && $0.lowercased() == name.lowercased() }.sorted()
                    .map(MemberPath.Step.member)
            }
            // Few names differ only in letter case; the limit protects against crafted files.
            guard paths.count * steps.count <= 64 else { return nil }
            paths = paths.flatMap { path in steps.map { path + [$0] } }
        }
        return paths.dropFirst().lazy.compactMap { MemberPath($0) }.first { presence($0) != .absent }
    }

    /// The path of a webhook's body in `Flow.jsonData`.
    ///
    /// Source: MyPureCloud/platform-client-sdk-python 269.0.0, the event of
    /// `v2.integrations.inbound.webhook.{id}.invocation`.
    static let envelope = ["webhooksInvocation", "body"]
}

extension Comparison {
    /// The JSON payloads that the contract describes and the flow reads.
    var payloads: [PayloadComparison] {
        guard let flow = found, flow.flow.hasInterface, let launch = contract.launch else { return [] }
        return launch.via == .webhook ? webhookPayloads(flow, launch) : inputPayloads(flow)
    }

    /// Why the JSON payloads that the contract describes can't be checked, or `nil` if they can.
    var obstacleToPayloads: (reason: String, fix: String)? {
        guard let flow = found, flow.flow.hasInterface, let launch = contract.launch else { return nil }
        let inputs: [Variable]
        if launch.via == .webhook {
            inputs = flow.flow.inputs.filter(TriggerSource.isJSONInput)
            if inputs.isEmpty {
                return (
                    "a post to the webhook reaches no input: \(flowPhrase) has no 'Flow.jsonData' of type JSON",
                    "declare 'Flow.jsonData' as a JSON input of the flow"
                )
            }
        } else {
            guard launch.namesSchemas else { return nil }
            inputs = flow.inputs.compactMap { input, match in
                input.schema == nil && input.payload == nil ? nil : match.variable
            }
        }
        guard let unread = inputs.first(where: { $0.reads == nil }) else { return nil }
        return ("the paths of '\(unread.name)' that \(flowPhrase) reads are unknown", "take the flow's snapshot again")
    }

    private func inputPayloads(_ flow: FlowComparison) -> [PayloadComparison] {
        let launches = contract.launch?.observed ?? []
        guard contract.launch?.namesSchemas ?? false || !launches.isEmpty else { return [] }
        return flow.inputs.flatMap { input, match -> [PayloadComparison] in
            guard let reads = match.variable?.reads, reads.isRead else { return [] }
            return [declaredPayload(input, reads), recordedPayload(input, reads, launches)].compactMap(\.self)
        }
    }

    private func declaredPayload(_ input: Contract.Input, _ reads: Reads) -> PayloadComparison? {
        input.payload.map { schema in
            PayloadComparison(
                name: input.name.value,
                place: input.schema.map(place(of:)) ?? contract.place(ofNameOf: input),
                isAlwaysSent: input.sent == .always,
                isInEnvelope: false,
                reads: reads,
                presence: schema.presence,
                names: schema.names,
                spellings: schema.spellings
            )
        }
    }

    /// What recorded launches show of a JSON input, or `nil` if none sends it.
    private func recordedPayload(
        _ input: Contract.Input,
        _ reads: Reads,
        _ launches: [PlacedLaunch]
    ) -> PayloadComparison? {
        guard input.type.value.kind == .json else { return nil }
        let sending = launches.filter { $0.launch.sends(input.name.value) }
        let shapes = sending.compactMap { $0.launch.inputs[input.name.value] }
        guard let first = sending.first else { return nil }
        return PayloadComparison(
            name: input.name.value,
            place: first.place,
            isAlwaysSent: input.sent == .always,
            isRecorded: true,
            unkeptMembers: shapes.map(\.otherMembers).max() ?? 0,
            isInEnvelope: false,
            reads: reads,
            presence: { path in
                // A path that the contract's schema lacks has a finding of its own.
                let promised = input.payload?.presence(of: path)
                if promised == .absent { return .named }
                let shown = shapes.map { $0.presence(of: path.steps[...]) }.max { $0.rawValue < $1.rawValue }
                return shown == .absent ? .absent : shown == .named || promised == .named ? .named : .open
            },
            names: Set(shapes.flatMap(\.members.keys)).sorted(),
            spellings: shapes.reduce(into: []) { $0.formUnion($1.spellings) }
        )
    }

    private func webhookPayloads(_ flow: FlowComparison, _ launch: Contract.Launch) -> [PayloadComparison] {
        guard
            let input = flow.flow.inputs.first(where: TriggerSource.isJSONInput),
            let reads = input.reads?.below(PayloadComparison.envelope)
        else { return [] }
        return [
            PayloadComparison(
                name: "\(input.name).\(PayloadComparison.envelope.joined(separator: "."))",
                place: placeOfFlow,
                isAlwaysSent: true,
                isInEnvelope: true,
                reads: reads,
                presence: launch.presence(inBody:),
                names: launch.inputs.map(\.name.value).sorted(),
                spellings: launch.inputs.reduce(into: []) {
                    $0.insert($1.name.value)
                    $0.formUnion($1.payload?.spellings ?? [])
                }
            )
        ]
    }
}

extension InputSources {
    /// Whether a contract says that the webhook's body has, or doesn't have, a path of the event.
    func isPromisedByWebhook(_ path: MemberPath) -> Bool {
        let envelope = PayloadComparison.envelope.map(MemberPath.Step.member)
        guard path.steps.starts(with: envelope), let rest = MemberPath(Array(path.steps.dropFirst(envelope.count)))
        else { return false }
        return contracts.contains { contract in
            guard let launch = contract.launch, launch.via == .webhook else { return false }
            return launch.presence(inBody: rest) != .open
        }
    }
}

extension Contract.Launch {
    /// Whether a webhook's body that meets the contract has a path.
    func presence(inBody path: MemberPath) -> PayloadSchema.Presence {
        guard case .member(let name)? = path.steps.first else { return .open }
        guard let member = inputs.first(where: { $0.name.value == name }) else { return .absent }
        guard let rest = MemberPath(Array(path.steps.dropFirst())) else { return .named }
        return member.payload?.presence(of: rest) ?? (member.type.value == DataType(.json) ? .open : .absent)
    }
}

extension Reads {
    /// What is read below a path, or `nil` if nothing is.
    func below(_ names: [String]) -> Reads? {
        let prefix = names.map(MemberPath.Step.member)
        let inside = paths.filter { $0.steps.starts(with: prefix) }
        let rest = inside.compactMap { MemberPath(Array($0.steps.dropFirst(prefix.count))) }
        guard !inside.isEmpty else { return nil }
        return Reads(rest.count == inside.count ? extent : .partly, paths: rest)
    }
}
