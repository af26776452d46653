/// The parts of a variable's name: `Flow.callerNumber` has the scope `Flow` and its own name `callerNumber`.
package enum VariableName {
    /// The scopes that inputs and outputs can have: those of flows, common modules, and the slots of bots.
    package static let scopes = ["Flow", "Common", "Slot"]

    /// The name without its scope, or the whole name if it has no scope.
    package static func own(_ name: String) -> Substring {
        let bytes = name.utf8
        guard let dot = bytes.firstIndex(of: UInt8(ascii: ".")), isScope(bytes[..<dot]) else { return name[...] }
        return name[bytes.index(after: dot)...]
    }

    /// Whether the name begins with a scope, in any letter case.
    package static func isScoped(_ name: String) -> Bool {
        own(name).startIndex != name.startIndex
    }

    /// Whether two names are equal or differ only in letter case.
    ///
    /// The platform's documentation doesn't say whether the platform distinguishes such names.
    package static func areAlike(_ lhs: String, _ rhs: String) -> Bool {
        lhs == rhs || lhs.lowercased() == rhs.lowercased()
    }

    private static func isScope(_ text: Substring.UTF8View) -> Bool {
        scopes.contains { scope in
            // The upper case and the lower case of an ASCII letter differ in one bit.
            scope.utf8.count == text.count && zip(scope.utf8, text).allSatisfy { $0 | 0x20 == $1 | 0x20 }
        }
    }
}
