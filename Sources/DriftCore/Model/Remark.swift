/// A fact about a run that is worth knowing and isn't a finding.
public struct Remark: Hashable, Sendable {
    /// The kind of fact; reports sum up remarks of one kind.
    public var kind: Kind

    /// The remark, as one phrase with no final period.
    public var text: String

    /// How many things, such as inputs, the remark is about.
    public var count: Int

    /// Makes a remark, by default about one thing and of the kind ``Kind/other``.
    public init(_ text: String, kind: Kind = .other, count: Int = 1) {
        self.text = text
        self.kind = kind
        self.count = count
    }

    /// The kinds of facts.
    public enum Kind: Int, CaseIterable, Sendable {
        /// Any other fact; a run has only a few of them.
        case other

        /// How many callers of a flow break.
        case impact

        /// A revision of another repository whose contracts were read.
        case repository

        /// Something that a plan changes.
        case planned

        /// A draft in the org that isn't published.
        case pendingDraft

        /// A snapshot that was edited, so that it differs from the version that it was made from.
        case editedSnapshot

        /// A launch of another flow in a payload.
        case otherLaunch

        /// Inputs that a flow declares but never reads.
        case unreadInput

        /// Inputs that a flow may read at more paths than flowdrift can follow.
        case untracedInput
    }
}

extension Remark: Comparable {
    /// Orders remarks by kind, then by text.
    public static func < (lhs: Remark, rhs: Remark) -> Bool {
        (lhs.kind.rawValue, lhs.text) < (rhs.kind.rawValue, rhs.text)
    }
}
