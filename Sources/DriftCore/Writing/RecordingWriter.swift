import StrictJSON

/// Writes recordings: newline-delimited JSON, which doesn't depend on the order or time of the launches.
public struct RecordingWriter: Sendable {
    /// Makes a writer.
    public init() {}

    /// The lines of the distinct launches, sorted, each with a line break at its end; empty if there are no launches.
    public func text(of launches: some Sequence<RecordedLaunch>) -> String { text(ofLines: launches.map(line)) }

    /// The distinct lines, sorted, each with a line break at its end; empty if there are no lines.
    public func text(ofLines lines: some Sequence<String>) -> String {
        // Lines are compared by bytes. Two strings are equal if they differ only in how characters are composed, so
        // which of them a set keeps would depend on their order.
        let lines = Set(lines.map { Array($0.utf8) }).sorted { $0.lexicographicallyPrecedes($1) }
        return lines.map { String(decoding: $0, as: UTF8.self) + "\n" }.joined()
    }

    /// A launch on one line, without a line break.
    public func line(of launch: RecordedLaunch) -> String {
        var members = [member("flowdrift", .number("1"))]
        switch launch.target {
        case .flow(let key): members.append(member("flow", .string(key.description)))
        case .id(let id): members.append(member("flowId", .string(id.text)))
        case .unknown: break
        }
        members.append(member("inputs", Self.shapes(launch.inputs)))
        if launch.otherInputs > 0 { members.append(member("otherInputs", .number(String(launch.otherInputs)))) }
        switch launch.answer {
        case .accepted?: members.append(member("result", .string("accepted")))
        case .refused(let rules)?:
            members.append(member("result", .string("refused")))
            members.append(member("rules", .array(rules.map(OrderedJSON.string))))
        case nil: break
        }
        if let values = launch.values { members.append(member("values", OrderedJSON(.object(values)))) }
        return JSONWriter(onOneLine: true).text(.object(members))
    }

    private func member(_ name: String, _ value: OrderedJSON) -> OrderedJSON.Member {
        OrderedJSON.Member(name: name, value: value)
    }

    private static func shapes(_ shapes: [String: ValueShape]) -> OrderedJSON {
        .object(
            shapes.sorted { $0.key < $1.key }.map { OrderedJSON.Member(name: $0.key, value: shape($0.value)) }
        )
    }

    private static func shape(_ shape: ValueShape) -> OrderedJSON {
        let type = OrderedJSON.string(shape.type.description)
        guard !shape.members.isEmpty || shape.otherMembers > 0 else { return type }
        var members = [OrderedJSON.Member(name: "type", value: type)]
        if !shape.members.isEmpty { members.append(.init(name: "members", value: shapes(shape.members))) }
        if shape.otherMembers > 0 {
            members.append(.init(name: "otherMembers", value: .number(String(shape.otherMembers))))
        }
        return .object(members)
    }
}
