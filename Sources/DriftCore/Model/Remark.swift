/// Something worth knowing about a run that isn't a finding.
public struct Remark: Hashable, Sendable {
    /// What it is about; reports sum up remarks of one kind.
    public var kind: Kind

    /// The remark, as one phrase with no final period.
    public var text: String

    /// How many things it is about, such as inputs.
    public var count: Int

    /// Makes a remark, by default about one thing and of no kind of its own.
    public init(_ text: String, kind: Kind = .other, count: Int = 1) {
        self.text = text
        self.kind = kind
        self.count = count
    }

    /// What a remark is about.
    public enum Kind: Int, CaseIterable, Sendable {
        /// Anything that a run says at most a few times.
        case other

        /// What a plan changes.
        case planned

        /// A draft in the org that isn't published.
        case pendingDraft

        /// A snapshot that differs from the version that it was made from.
        case editedSnapshot

        /// A launch of another flow in a payload.
        case otherLaunch

        /// Inputs that a flow declares and never reads.
        case unreadInput

        /// Inputs of which a flow reads more than can be followed.
        case untracedInput
    }
}

extension Remark: Comparable {
    /// Orders remarks by kind, then by text.
    public static func < (lhs: Remark, rhs: Remark) -> Bool {
        (lhs.kind.rawValue, lhs.text) < (rhs.kind.rawValue, rhs.text)
    }
}
