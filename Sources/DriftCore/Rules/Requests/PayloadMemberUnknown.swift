import PastedRequests

extension Rules {
    static let payloadMemberUnknown = Rule<RequestComparison>(
        id: "payload-member-unknown",
        severity: .error,
        summary: "The body has a member that a launch does not have",
        explanation: """
            A launch has the members `flowId`, `flowVersion`, `inputData` and `name`, and no others. Community posts \
            show `inputs`, `parameters`, `data` or `executionConfig`, but the published model has none of these. It is \
            not documented what the API does with such a member. The API may answer 400, or start the flow without the \
            inputs.

            Send the inputs under `inputData`, and leave out all other members that the model does not have.
            """
    ) { comparison in
        guard let body = comparison.body else { return [] }
        let outer = body.outerMembers.map { LaunchBody.Member(name: $0.name, value: $0.value, part: .none) }
        return (outer + body.members).compactMap { member in
            guard !member.isExact, member.part != .triggerSetting, !member.name.isUnknownContent else { return nil }
            let name = Shown.text(member.name.text)
            let meant = member.part.name.flatMap { body.member(member.part)?.isExact == true ? nil : $0 }
            return Evidence(
                member.problem(meant: meant, name: name),
                at: comparison.place(member.name),
                on: member.name.text,
                contrast: Contrast(meant, member.name.text),
                fix: member.isNested
                    ? Fix("send the flow's id directly, as 'flowId'")
                    : meant.map { Fix("name it '\($0)'", edit: member.name.edit(.string($0))) }
                        ?? Fix(member.fix(name: name) + (body.phraseOfTaken(by: member) ?? ""))
            )
        }
    }
}

extension LaunchBody {
    /// The end of the fix if `inputData` has another value for one of the member's inputs, or `nil` if it doesn't.
    fileprivate func phraseOfTaken(by member: Member) -> String? {
        guard let exact = sentInputs.last(where: { $0.member?.isExact ?? false }) else { return nil }
        let other = sentInputs.first { $0.member?.name.index == member.name.index }?.inputs
        let held = other ?? (member.part == .input ? [SentInputs.Input(name: member.name, value: member.value)] : [])
        func own(_ input: SentInputs.Input) -> String { VariableName.own(input.name.text).lowercased() }
        let values = Dictionary(exact.inputs.map { (own($0), $0) }) { _, last in last }
        let taken = held.filter { input in
            values[own(input)].map { OrderedJSON($0.value) != OrderedJSON(input.value) } ?? false
        }
        guard let first = taken.first.flatMap({ values[own($0)] }) else { return nil }
        return "; 'inputData' has another value for '\(Shown.text(first.name.text))'"
            + (taken.count > 1 ? " and \(taken.count - 1) more" : "") + ", which the corrected request keeps"
    }
}

extension LaunchBody.Member {
    fileprivate func problem(meant: String?, name: String) -> String {
        if let meant { return "Member '\(name)' does not belong in a launch; did you mean '\(meant)'?" }
        switch part {
        case .input: return "Input '\(name)' is outside 'inputData'; a launch only accepts inputs inside 'inputData'"
        case .flowID, .flowVersion, .name, .inputData:
            return "Member '\(name)' does not belong in a launch; the body has '\(part.name ?? "")' as well"
        case .triggerSetting, .none:
            return "Member '\(name)' does not belong in a launch, which has only flowId, flowVersion, inputData, name"
        }
    }

    fileprivate func fix(name: String) -> String {
        switch part {
        case .input: "put it into 'inputData'"
        case .inputData: "put its contents into 'inputData'"
        default:
            name == "executionConfig"
                ? "leave it out; send a queue or another setting as an input that the flow declares" : "leave it out"
        }
    }
}
