/// What a recording keeps of a value: its type and the names of known members, never the value itself.
public struct ValueShape: Hashable, Sendable {
    /// The value's type.
    public var type: ValueType

    /// The known members of an object, or of the objects in an array, by name.
    ///
    /// A member is known if the contract's schema names it or the flow reads it. Other names may be data, such as the
    /// keys of a map, so they are only counted.
    public var members: [String: ValueShape]

    /// The number of members whose names aren't kept; for an array, the largest number in one of its objects.
    public var otherMembers: Int

    /// Makes a shape, by default of a value without members.
    public init(_ type: ValueType, members: [String: ValueShape] = [:], otherMembers: Int = 0) {
        self.type = type
        self.members = members
        self.otherMembers = otherMembers
    }
}
