import YAML

/// An input or an output that a flow declares.
public struct Variable: Hashable, Sendable {
    /// The name with its scope, as the flow spells it: `Flow.callerNumber`, `Slot.Email`, `Common.success`.
    public var name: String

    /// The variable's type in Architect.
    public var type: DataType

    /// The text of the initial value, or `nil` if the variable isn't set when the flow starts.
    public var defaultText: String?

    /// Whether the variable is marked as secure in Architect.
    public var isSecure: Bool = false

    /// What the flow reads of an input, or `nil` if that's unknown or the variable is an output.
    public var reads: Reads?

    /// Where the flow's file declares the variable, or `nil` if the source has no lines.
    public var position: Position?

    /// Whether the flow reads, or may read, the input's value and has no default for it.
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
