import YAML

/// An input or an output that a flow declares.
public struct Variable: Hashable, Sendable {
    /// The scoped name as the flow spells it: `Flow.callerNumber`, `Slot.Email`, `Common.success`.
    public var name: String

    /// Its type in Architect.
    public var type: DataType

    /// The text of its initial value, or `nil` if a run starts with it not set.
    public var defaultText: String?

    /// Whether Architect marks it as secure.
    public var isSecure: Bool = false

    /// What the flow reads of an input, or `nil` if that's unknown or it's an output.
    public var reads: Reads?

    /// Where the flow's file declares it, or `nil` if the source has no lines.
    public var position: Position?

    /// Whether a flow that's started without the input lacks a value that it reads, or may read.
    var isNeeded: Bool { defaultText == nil && reads?.isRead ?? true }

    /// Whether two declarations differ only in the letter case of their names.
    func differsInLetterCaseAlone(from other: Variable) -> Bool {
        var renamed = other.declaration
        renamed.name = name
        return name != other.name && renamed == declaration
    }

    var withoutPosition: Variable {
        var copy = self
        copy.position = nil
        return copy
    }

    /// The declaration without position and reads.
    var declaration: Variable {
        var copy = withoutPosition
        copy.reads = nil
        return copy
    }
}
