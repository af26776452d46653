import DriftCore
import StrictJSON

/// A flow with one of its ids, prepared for launches by that id.
///
/// It's a class because every launch looks one up, and a copy would cost dozens of retains.
final class LaunchTarget: Sendable {
    let flow: StubFlow

    /// What a launch with the id is compared with.
    let surroundings: RequestSurroundings

    /// The names that a record may keep.
    let names: KnownNames

    /// The inputs that a contract lists as sent or as omitted, in lower case and without scope.
    private let promised: Set<String>

    /// The values of the flow's outputs.
    let outputs: JSONValue

    init(_ flow: StubFlow, as id: FlowID, _ settings: LaunchSettings) {
        self.flow = flow
        // A launch can't be checked against a version that the stub server made up.
        let entry = FlowEntry(key: flow.key, id: id, publishedVersion: flow.interface?.publishedVersion)
        surroundings = RequestSurroundings(flow: Self.judged(flow, as: id), entries: [entry])
        names = KnownNames(flow: flow.interface, contracts: settings.contracts[flow.key] ?? [])
        let launches = (settings.contracts[flow.key] ?? []).compactMap(\.launch)
        let inputs = launches.flatMap { $0.inputs.map(\.name.value) + $0.omittedInputs.map(\.value) }
        promised = Set(inputs.map { VariableName.own($0).lowercased() })
        let given = settings.outputs[flow.key] ?? [:]
        let outputs = flow.outputs.map { output in
            (output.name, given[output.name] ?? (output.type.isCollection ? .array([]) : .null))
        }
        self.outputs = .object(Dictionary(outputs) { first, _ in first })
    }

    /// Whether a finding is about an input that a contract lists as sent or as omitted, so that it wasn't just
    /// forgotten.
    func isPromised(_ finding: Finding) -> Bool {
        finding.rule == "payload-input-not-sent"
            && finding.subject.map { promised.contains(VariableName.own($0).lowercased()) } ?? false
    }

    /// The flow with the given id as its own, so that no rule objects to an alias.
    private static func judged(_ flow: StubFlow, as id: FlowID) -> Flow? {
        guard var interface = flow.interface else { return nil }
        interface.id = id
        return interface
    }

    /// Why the flow can't be launched, or `nil` if it can.
    var obstacle: AnsweredLaunch.Reason? {
        if flow.published == nil {
            return AnsweredLaunch.Reason(
                message: "Flow '\(flow.key)' has no published version, so it can't be launched",
                fix: "publish the flow"
            )
        }
        guard !flow.isActive else { return nil }
        return AnsweredLaunch.Reason(
            message: "Flow '\(flow.key)' is inactive, so it can't be launched",
            fix: "activate the flow"
        )
    }
}
