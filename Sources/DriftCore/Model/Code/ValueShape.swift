/// What a recording keeps of a value: the type and the names of known members, never the value itself.
public struct ValueShape: Hashable, Sendable {
    /// The value's type.
    public var type: ValueType

    /// The known members of an object, or of the objects in an array, by name.
    ///
    /// A member is known if the contract's schema names it or the flow reads it. Other names may be data, such as the
    /// keys of a map, so they are only counted.
    public var members: [String: ValueShape]

    /// The number of members whose names aren't kept; for an array, the number in the object that has the most of them.
    public var otherMembers: Int

    /// Makes a shape, by default of a value without members.
    public init(_ type: ValueType, members: [String: ValueShape] = [:], otherMembers: Int = 0) {
        self.type = type
        self.members = members
        self.otherMembers = otherMembers
    }
}

extension ValueShape {
    /// Whether the value has a member or an element at a path, judging by the names that are kept.
    func presence(of steps: ArraySlice<MemberPath.Step>) -> PayloadSchema.Presence {
        guard let step = steps.first else { return type == .null ? .absent : .named }
        switch (step, type) {
        case (.member(let name), .object): return members[name]?.presence(of: steps.dropFirst()) ?? .absent
        case (.element, .array(let element)):
            return ValueShape(element, members: members, otherMembers: otherMembers).presence(of: steps.dropFirst())
        // A string may contain JSON text. An empty array has no element that shows what other elements have.
        case (_, .unknown), (_, .string), (.element, .emptyArray), (.element, .mixedArray): return .open
        default: return .absent
        }
    }

    /// The kept names of all members, at any depth.
    var spellings: Set<String> { members.reduce(into: Set(members.keys)) { $0.formUnion($1.value.spellings) } }
}
