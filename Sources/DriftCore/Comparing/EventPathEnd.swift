/// Where a path leads in the events of a topic.
enum EventPathEnd: Hashable, Sendable {
    /// A value; `isCertain` is false if an object on the path can have any key.
    case value(EventTopic.Kind, EventTopic.Content, isCertain: Bool)

    /// The event has no such member; `near` is the path that was probably meant.
    case absent(near: String?)

    /// The path continues below a value that has no members.
    case bottom(at: String, EventTopic.Kind)

    /// The content isn't documented.
    case unknown
}

extension EventTopic {
    func presence(of path: MemberPath) -> EventPathPresence {
        switch end(of: path.steps) {
        case .value(_, _, isCertain: true): .present
        case .absent(let near): .absent(near: near)
        case .bottom(let place, _): .absent(near: place)
        case .value, .unknown: .unknown
        }
    }

    /// The existing path that differs only in letter case, or `nil` if there is none.
    func respelled(_ path: MemberPath) -> MemberPath? {
        var (steps, kind, content) = ([MemberPath.Step](), Kind.object, Content.members(attributes))
        for step in path.steps {
            switch (step, content) {
            case (.member(let name), .members(let members)):
                guard
                    let member = members.named(name)
                        ?? members.first(where: { $0.name.lowercased() == name.lowercased() })
                else { return nil }
                steps.append(.member(member.name))
                (kind, content) = (member.kind, member.content)
            case (.member, .each(let next, let inside)) where kind == .object:
                steps.append(step)
                (kind, content) = (next, inside)
            case (.element, .each(let next, let inside)) where kind == .array:
                steps.append(step)
                (kind, content) = (next, inside)
            default:
                steps.append(step)
            }
        }
        guard steps != path.steps, let respelled = MemberPath(steps) else { return nil }
        switch presence(of: respelled) {
        case .present, .unknown: return respelled
        case .absent: return nil
        }
    }

    func end(of steps: [MemberPath.Step]) -> EventPathEnd {
        Self.end(of: steps[...], from: .object, .members(attributes), at: [])
    }

    private static func end(
        of steps: ArraySlice<MemberPath.Step>,
        from kind: Kind,
        _ content: Content,
        at passed: [MemberPath.Step]
    ) -> EventPathEnd {
        guard let step = steps.first else { return .value(kind, content, isCertain: true) }
        let (rest, next) = (steps.dropFirst(), passed + [step])
        switch (kind, step, content) {
        case (.object, .member(let name), .members(let members)):
            if let member = members.named(name) { return end(of: rest, from: member.kind, member.content, at: next) }
            if members.isOpen { return .unknown }
            return .absent(near: near(name, rest, in: members, at: passed))
        case (.object, .member, .each(let kind, let content)):
            let end = end(of: rest, from: kind, content, at: next)
            if case .value(let kind, let content, _) = end { return .value(kind, content, isCertain: false) }
            return end
        case (.array, .element, .each(let kind, let content)):
            return end(of: rest, from: kind, content, at: next)
        case (.array, .element, _):
            return end(of: rest, from: .other, .unknown, at: next)
        case (.array, .member, .each(let kind, let content)):
            let inside = end(of: steps, from: kind, content, at: passed + [.element])
            guard case .value = inside else { return .absent(near: nil) }
            return .absent(near: text(passed + [.element] + steps))
        case (.string, _, _), (.integer, _, _), (.number, _, _), (.boolean, _, _):
            return .bottom(at: text(passed), kind)
        case (.object, _, _), (.array, _, _), (.other, _, _):
            return .unknown
        }
    }

    /// The path that was probably meant by a missing member.
    ///
    /// It leads to the only member with that exact name deeper in the object, or else to the member with the most
    /// similar name.
    private static func near(
        _ name: String,
        _ rest: ArraySlice<MemberPath.Step>,
        in members: [Attribute],
        at passed: [MemberPath.Step]
    ) -> String? {
        if let deeper = deeper(name, rest, in: members, at: passed) { return text(deeper) }
        guard let near = NearName.best(for: name, among: members.map(\.name)), let member = members.named(near) else {
            return nil
        }
        let place = passed + [.member(near)]
        switch end(of: rest, from: member.kind, member.content, at: place) {
        case .value, .unknown: return text(place + rest)
        case .absent, .bottom: return text(place)
        }
    }

    /// The only path to a member with that name, on the first level that has any.
    private static func deeper(
        _ name: String,
        _ rest: ArraySlice<MemberPath.Step>,
        in members: [Attribute],
        at passed: [MemberPath.Step]
    ) -> [MemberPath.Step]? {
        var level = members.map { (place: passed + [.member($0.name)], content: $0.content) }
        while !level.isEmpty {
            let inside = level.flatMap { place, content in
                guard case .members(let members) = content else { return [([MemberPath.Step], Attribute)]() }
                return members.map { (place + [.member($0.name)], $0) }
            }
            let found = inside.filter { place, member in
                guard member.name == name else { return false }
                switch end(of: rest, from: member.kind, member.content, at: place) {
                case .value, .unknown: return true
                case .absent, .bottom: return false
                }
            }
            if let first = found.first { return found.count == 1 ? first.0 + rest : nil }
            level = inside.map { ($0, $1.content) }
        }
        return nil
    }

    private static func text(_ steps: [MemberPath.Step]) -> String { MemberPath(steps)?.description ?? "" }
}
