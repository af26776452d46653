/// The published version of a flow that made a change.
public struct ChangeOrigin: Hashable, Sendable {
    /// The version that made the change; if that is unknown, the current version.
    public var version: Publication

    /// The version before it, in which the change was proven to be missing, or `nil` if it's unknown which version made
    /// the change.
    public var previous: String?

    /// Whether an earlier version that the org no longer lists may have made the change.
    public var mayBeEarlier: Bool

    /// Why it's unknown which version made the change; `nil` if it's known, or if nobody searched.
    public var gap: String?

    /// Makes an origin, by default one that nobody searched.
    public init(_ version: Publication, previous: String? = nil, mayBeEarlier: Bool = false, gap: String? = nil) {
        self.version = version
        self.previous = previous
        self.mayBeEarlier = mayBeEarlier
        self.gap = gap
    }

    /// The origin as a phrase: `removed in version 14.0, published 2026-11-20, version created by Ada Lovelace; 13.0
    /// still had it`.
    ///
    /// It doesn't say that no other version made the same change: an input may have come back and gone again.
    ///
    /// - Parameters:
    ///   - isRemoval: Whether the change is that something is gone.
    ///   - showsNames: Whether to name people.
    /// - Returns: The phrase, or `nil` if nothing is known.
    public func phrase(isRemoval: Bool, showsNames: Bool) -> String? {
        let version = version.phrase(showsNames: showsNames)
        if let previous, let version {
            return isRemoval
                ? "removed in \(version); \(previous) still had it"
                : "changed in \(version); \(previous) had it as before"
        }
        if mayBeEarlier, let version {
            return (isRemoval ? "removed" : "changed")
                + " in \(version), or in an earlier version that the org no longer lists"
        }
        return [version.map { "the current \($0)" }, gap].compactMap(\.self).joined(separator: "; ").nonEmpty
    }
}

extension String {
    /// The text, or `nil` if it's empty.
    fileprivate var nonEmpty: String? { isEmpty ? nil : self }
}
