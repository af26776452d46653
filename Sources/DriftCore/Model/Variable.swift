import YAML

/// An input or an output that a flow declares.
public struct Variable: Hashable, Sendable {
    /// The scoped name as the flow spells it: `Flow.callerNumber`, `Slot.Email`, `Common.success`.
    public var name: String

    /// Its Architect type.
    public var type: DataType

    /// The text of its initial value; nil where it has none, so that a run starts with it not set.
    public var defaultText: String?

    /// Whether Architect marks it as secure.
    public var isSecure: Bool = false

    /// What the flow reads of it, as an input; nil where that is not known, and for an output.
    public var reads: Reads?

    /// Where the flow's file declares it; nil where the source has no lines to point at.
    public var position: Position?

    /// Whether a flow that is started without the input runs without what it reads, or may.
    var isNeeded: Bool { defaultText == nil && reads?.isRead ?? true }

    /// Whether another declaration is the same but for the letter case of its name.
    func differsInLetterCaseAlone(from other: Variable) -> Bool {
        var renamed = other.declaration
        renamed.name = name
        return name != other.name && renamed == declaration
    }

    /// The same declaration, wherever it stands.
    var withoutPosition: Variable {
        var copy = self
        copy.position = nil
        return copy
    }

    /// The declaration alone, wherever it stands and whatever is read of it.
    var declaration: Variable {
        var copy = withoutPosition
        copy.reads = nil
        return copy
    }
}
