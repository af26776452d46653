import StrictJSON

/// The two sides of a finding as texts.
public struct Contrast: Hashable, Sendable {
    /// What the contract says (the snapshot if no contract is involved), or `nil` if that side says nothing.
    public var expected: String?

    /// What the flow or the live org has, or `nil` if that side has nothing.
    public var found: String?

    init(_ expected: String?, _ found: String?) {
        self.expected = expected
        self.found = found
    }
}

extension Contrast {
    /// A variable whose type differs, such as `Flow.dates: string` on one side and `Flow.dates: string[]` on the other.
    init(_ name: String, _ expected: DataType, _ found: DataType) {
        self.init("\(name): \(expected)", "\(name): \(found)")
    }

    /// A variable whose name the other side spells differently.
    init(_ name: Written<String>, _ found: Variable) {
        self.init(name.value, found.name)
    }

    /// A variable in a snapshot and the same variable in the live org.
    init(from old: Variable?, to new: Variable?) {
        self.init(old.map(Self.text), new.map(Self.text))
    }

    private static func text(of variable: Variable) -> String {
        let value = variable.defaultText.map { ", default \(JSONValue.quoted($0))" } ?? ""
        return "\(variable.name): \(variable.type)" + value + (variable.isSecure ? ", secure" : "")
    }
}
