/// What identifies a flow within an environment: its type and its name, written `workflow/Callback Request`.
///
/// Names are unique only within a type.
public struct FlowKey: Hashable, Sendable {
    /// The flow's type.
    public var type: FlowType

    /// The flow's name, as the org spells it.
    public var name: String

    /// Makes a key from a type and a name.
    public init(type: FlowType, name: String) {
        self.type = type
        self.name = name
    }

    /// Reads `type/name`, or `nil` if there is no slash, no name, or no type.
    ///
    /// The name may contain further slashes.
    public init?(_ text: String) {
        // The search goes by scalars, since a combining mark at the start of the name forms one character with the
        // slash.
        let scalars = text.unicodeScalars
        guard let slash = scalars.firstIndex(of: "/"), let type = FlowType(text[..<slash]) else { return nil }
        let name = scalars[scalars.index(after: slash)...]
        guard !name.isEmpty else { return nil }
        self.init(type: type, name: String(name))
    }
}

extension FlowKey: Comparable, CustomStringConvertible {
    /// Orders keys by type, then by name.
    public static func < (lhs: FlowKey, rhs: FlowKey) -> Bool {
        (lhs.type, lhs.name) < (rhs.type, rhs.name)
    }

    /// The key as `type/name`.
    public var description: String { "\(type)/\(name)" }
}

extension FlowKey {
    /// The flow that a misspelled name probably means, or `nil` if none is similar; the name may lack its type.
    public static func nearest(to text: String, among keys: [FlowKey]) -> FlowKey? {
        let folded = text.lowercased()
        let same = keys.filter { $0.name.lowercased() == folded || $0.description.lowercased() == folded }
        if same.count == 1 { return same.first }
        let best = NearName.best(for: FlowKey(text)?.name ?? text, among: Set(keys.map(\.name)))
        return best.flatMap { name in keys.first { $0.name == name } }
    }
}
