extension TriggerFeed {
    /// The smallest event that shows what reaches a flow, and what does not.
    ///
    /// - Parameter subject: The input that the finding is about; nil where it is about none.
    /// - Returns: The example; nil where the event's attributes are not known.
    func example(about subject: Variable?) -> EventExample? {
        guard let event else { return nil }
        var members: [String: JSONValue] = [:]
        for (input, fill) in inputs where input.name == subject?.name || input.reads?.isRead ?? true {
            for name in Self.attributes(of: input, fill, in: event) {
                members[name] = event.attribute(name)?.kind.sample(named: name)
            }
        }
        for (name, value) in matchedMembers(of: event) { members[name] = value }
        if members.isEmpty, let any = event.attribute("conversationId") ?? event.attributes.first {
            members[any.name] = any.kind.sample(named: any.name)
        }
        let received = inputs.filter { $0.input.name == subject?.name || $0.input.reads?.isRead ?? true }
            .map { Self.received($0.input, $0.fill, members) }
        return EventExample(event: JSONValue.object(members).description, received: received)
    }

    /// The members without which the event would not start the flow, as far as a criterion names a value.
    private func matchedMembers(of event: EventTopic) -> [(String, JSONValue)] {
        trigger.match.compactMap { criterion in
            guard let name = criterion.attributeName, event.attribute(name) != nil else { return nil }
            return switch (criterion.comparison, criterion.operand) {
            case ("Equal", .value(let value)?): (name, value)
            case ("In", .values(let values)?): values.first.map { (name, $0) }
            default: nil
            }
        }
    }

    /// The attributes of the event that an input is about.
    private static func attributes(of input: Variable, _ fill: Fill, in event: EventTopic) -> [String] {
        switch fill {
        case .value where isJSONInput(input), .nothing where isJSONInput(input):
            (input.reads?.paths ?? []).compactMap { path in
                guard case .member(let name)? = path.steps.first, event.attribute(name) != nil else { return nil }
                return name
            }
        case .value, .otherType, .dropped: [String(VariableName.own(input.name))]
        case .otherCase(let name), .nothing(near: let name?): [name]
        case .nothing(near: nil), .unknown: []
        }
    }

    private static func received(_ input: Variable, _ fill: Fill, _ members: [String: JSONValue]) -> String {
        switch fill {
        case .value where isJSONInput(input): "\(input.name) = \(JSONValue.object(members))"
        case .value: "\(input.name) = \(members[String(VariableName.own(input.name))] ?? .null)"
        case .otherType, .otherCase, .unknown: "\(input.name) may be empty"
        case .dropped, .nothing:
            input.defaultText.map { "\(input.name) = \(JSONValue.quoted($0)), its default" }
                ?? "\(input.name) is not set"
        }
    }
}

extension EventTopic.Kind {
    /// A value of the kind, to show in an example.
    fileprivate func sample(named name: String) -> JSONValue {
        switch self {
        case .string: .string("<\(name)>")
        case .integer, .number: .number("1")
        case .boolean: .boolean(true)
        case .array: .array([])
        default: .object([:])
        }
    }
}
