/// The parts of a variable's name: `Flow.callerNumber` is `callerNumber` in the scope `Flow`.
enum VariableName {
    /// The scopes that inputs and outputs can have: flows, common modules, and the slots of bots.
    static let scopes = ["Flow", "Common", "Slot"]

    /// The scope that a flow type's inputs mostly have.
    static func usualScope(of type: FlowType) -> String {
        switch type.name {
        case "commonmodule": "Common"
        case "bot", "digitalbot": "Slot"
        default: "Flow"
        }
    }

    /// The name without its scope; the whole name where it has none.
    static func own(_ name: String) -> Substring {
        let scalars = name.unicodeScalars
        guard let dot = scalars.firstIndex(of: "."), isScope(name[..<dot]) else { return name[...] }
        return name[scalars.index(after: dot)...]
    }

    /// Whether the name begins with a scope, in any letter case.
    static func isScoped(_ name: String) -> Bool {
        own(name).startIndex != name.startIndex
    }

    private static func isScope(_ text: Substring) -> Bool {
        scopes.contains { $0.lowercased() == text.lowercased() }
    }
}
