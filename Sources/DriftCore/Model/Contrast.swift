import StrictJSON

/// The two sides of a finding, word against word.
public struct Contrast: Hashable, Sendable {
    /// What the contract says, or the snapshot where no contract is concerned; nil where it says nothing of it.
    public var expected: String?

    /// What the flow has, or the live org; nil where it has nothing of it.
    public var found: String?

    /// Puts two sides beside each other.
    init(_ expected: String?, _ found: String?) {
        self.expected = expected
        self.found = found
    }
}

extension Contrast {
    /// The type of one name on both sides: `Flow.dates: string` beside `Flow.dates: string[]`.
    init(_ name: String, _ expected: DataType, _ found: DataType) {
        self.init("\(name): \(expected)", "\(name): \(found)")
    }

    /// A name that is spelled otherwise on the other side.
    init(_ name: Written<String>, _ found: Variable) {
        self.init(name.value, found.name)
    }

    /// A variable before and after, as a snapshot has it and as the live org has it.
    init(from old: Variable?, to new: Variable?) {
        self.init(old.map(Self.text), new.map(Self.text))
    }

    private static func text(of variable: Variable) -> String {
        let value = variable.defaultText.map { ", default \(JSONValue.quoted($0))" } ?? ""
        return "\(variable.name): \(variable.type)" + value + (variable.isSecure ? ", secure" : "")
    }
}
