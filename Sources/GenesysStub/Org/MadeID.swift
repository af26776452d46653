import DriftCore

/// Makes stable ids for things that have no id in the source, from their kind and name.
enum MadeID {
    /// A UUID for a thing of a kind, by its name.
    ///
    /// Version 8 and variant 10 mark a UUID with custom bits (RFC 9562).
    static func text(for kind: String, _ name: String) -> String {
        let high = StableHash(of: "\(kind) id, first half: \(name)").hexadecimal
        let low = StableHash(of: "\(kind) id, second half: \(name)").hexadecimal
        let groups = [
            high.prefix(8), high.dropFirst(8).prefix(4), "8" + high.suffix(3), "a" + low.prefix(3), low.suffix(12),
        ]
        return groups.joined(separator: "-")
    }

    /// A UUID with a number in its last digits.
    static func text(counting number: Int) -> String { text(counting: number, after: "00000000-0000-8000-a000-") }

    /// The id of an execution, by its number.
    static func execution(_ number: Int) -> String { text(counting: number, after: executions) }

    /// The number of an execution, or `nil` if the id isn't that of an execution.
    static func execution(numberIn id: String) -> Int? {
        let id = id.lowercased()
        guard id.hasPrefix(executions), id.utf8.count == 36 else { return nil }
        return Int(id.dropFirst(executions.count), radix: 16)
    }

    private static let executions = "00000000-0000-8000-a001-"

    private static func text(counting number: Int, after prefix: String) -> String {
        let digits = String(number, radix: 16)
        return prefix + String(repeating: "0", count: max(0, 12 - digits.count)) + digits
    }
}
