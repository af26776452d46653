/// The id that an org gives a flow: in practice a UUID in lower case.
public struct FlowID: Hashable, Sendable {
    /// The id in lower case.
    public let text: String

    /// Makes an id from its text, or `nil` if it's empty.
    public init?(_ text: String) {
        guard !text.isEmpty else { return nil }
        self.text = text.lowercased()
    }

    /// Whether the id has the form of a UUID, `8-4-4-4-12` hexadecimal digits.
    public var isUUID: Bool {
        let groups = text.split(separator: "-", omittingEmptySubsequences: false)
        return groups.map(\.utf8.count) == [8, 4, 4, 4, 12]
            && groups.allSatisfy { $0.utf8.allSatisfy(\.isLowercaseHexDigit) }
    }

    /// Makes an id for a flow whose source has none; the same type and name always give the same id.
    ///
    /// With such an id, triggers and requests can name a flow that is only known from an export. No org knows the id.
    public init(madeFor key: FlowKey) {
        let high = StableHash(of: "flow id, first half: \(key)").hexadecimal
        let low = StableHash(of: "flow id, second half: \(key)").hexadecimal
        // Version 8 and variant 10 mark a UUID whose bits follow a custom rule (RFC 9562).
        let groups = [
            high.prefix(8), high.dropFirst(8).prefix(4), "8" + high.suffix(3), "a" + low.prefix(3), low.suffix(12),
        ]
        text = groups.joined(separator: "-")
    }
}

extension FlowID: CustomStringConvertible {
    /// The id's text.
    public var description: String { text }
}

extension UInt8 {
    fileprivate var isLowercaseHexDigit: Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(self)
    }
}
