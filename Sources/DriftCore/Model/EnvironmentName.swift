/// The name of an environment, which is one org: `dev`, `test`, `prod`.
///
/// A folder under `snapshots/` has this name, so only letters, digits, `.`, `_` and `-` are allowed.
public struct EnvironmentName: Hashable, Sendable {
    /// The name as written.
    public let text: String

    /// Makes a name, or `nil` if it's empty, starts with a dot or a hyphen, or contains another character.
    public init?(_ text: String) {
        let allowed: (UInt8) -> Bool = { byte in
            byte.isASCIILetterOrDigit || [UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-")].contains(byte)
        }
        guard let first = text.utf8.first, first.isASCIILetterOrDigit, text.utf8.allSatisfy(allowed) else { return nil }
        self.text = text
    }
}

extension EnvironmentName {
    /// The known name that was probably meant, or `nil` if none is similar.
    public func nearest(among known: some Sequence<EnvironmentName>) -> EnvironmentName? {
        NearName.best(for: text, among: known.map(\.text)).flatMap { EnvironmentName($0) }
    }
}

extension EnvironmentName: Comparable, CustomStringConvertible {
    /// Orders names alphabetically.
    public static func < (lhs: EnvironmentName, rhs: EnvironmentName) -> Bool { lhs.text < rhs.text }

    /// The name.
    public var description: String { text }
}
