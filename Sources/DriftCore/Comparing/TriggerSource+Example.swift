import StrictJSON

extension TriggerSource {
    /// The smallest event that shows which inputs it fills.
    ///
    /// - Parameter subject: The input that the finding is about, or `nil` if it isn't about one.
    /// - Returns: The example, or `nil` if the event's attributes are unknown.
    func example(about subject: Variable?) -> EventExample? {
        guard let event else { return nil }
        var paths: [MemberPath] = []
        for (input, fill) in inputs where input.name == subject?.name || input.reads?.isRead ?? true {
            paths += Self.paths(of: input, fill)
        }
        var members = event.attributes.samples(showing: paths.map { $0.steps[...] })
        for (name, value) in matchedMembers(of: event) { members[name] = value }
        if members.isEmpty, let any = event.attribute("conversationId") ?? event.attributes.first {
            members[any.name] = any.sample(showing: [])
        }
        let received = inputs.filter { $0.input.name == subject?.name || $0.input.reads?.isRead ?? true }
            .map { Self.received($0.input, $0.fill, members) }
        return EventExample(event: JSONValue.object(members).description, received: received)
    }

    /// The members that the trigger's criteria require, if they name a value.
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

    /// The paths of the event that concern an input.
    private static func paths(of input: Variable, _ fill: Fill) -> [MemberPath] {
        let name: String? =
            switch fill {
            case .value where isJSONInput(input), .nothing where isJSONInput(input): nil
            case .value, .otherType: String(VariableName.own(input.name))
            case .dropped(let attribute): attribute.name
            case .otherCase(let name): name
            case .nothing(let near): near
            case .unknown: nil
            }
        if isJSONInput(input), name == nil { return input.reads?.paths ?? [] }
        return name.flatMap { MemberPath([.member($0)]) }.map { [$0] } ?? []
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

extension [EventTopic.Attribute] {
    /// The members at the start of some paths, each with a sample value.
    fileprivate func samples(showing paths: [ArraySlice<MemberPath.Step>]) -> [String: JSONValue] {
        var samples: [String: JSONValue] = [:]
        for attribute in self {
            let own = paths.filter { $0.first == .member(attribute.name) }.map { $0.dropFirst() }
            if !own.isEmpty { samples[attribute.name] = attribute.sample(showing: own) }
        }
        return samples
    }
}

extension EventTopic.Attribute {
    /// A sample value of the attribute that contains some paths.
    fileprivate func sample(showing paths: [ArraySlice<MemberPath.Step>]) -> JSONValue {
        Self.sample(kind, content, named: name, showing: paths)
    }

    private static func sample(
        _ kind: EventTopic.Kind,
        _ content: EventTopic.Content,
        named name: String,
        showing paths: [ArraySlice<MemberPath.Step>]
    ) -> JSONValue {
        switch (kind, content) {
        case (.string, _): return .string("<\(name)>")
        case (.integer, _), (.number, _): return .number("1")
        case (.boolean, _): return .boolean(true)
        case (.array, .each(let kind, let content)):
            let inside = paths.filter { $0.first == .element && $0.count > 1 }.map { $0.dropFirst() }
            return .array(inside.isEmpty ? [] : [sample(kind, content, named: name, showing: inside)])
        case (.array, _): return .array([])
        case (.object, .members(let members)): return .object(members.samples(showing: paths))
        case (.object, _), (.other, _): return .object([:])
        }
    }
}
