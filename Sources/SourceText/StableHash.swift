/// A hash that is the same on every machine and in every run: FNV-1a, 64 bits.
///
/// The hash distinguishes texts, but it is not secure. Swift's own hashes change from run to run.
public struct StableHash: Hashable, Sendable {
    /// The 64 bits of the hash.
    public private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

    /// Hashes a text's UTF-8 bytes.
    public init(of text: String) {
        self.init(of: text.utf8)
    }

    /// Hashes a file's bytes.
    public init(of bytes: [UInt8]) {
        value = bytes.withUnsafeBufferPointer { StableHash(of: $0).value }
    }

    private init(of bytes: some Sequence<UInt8>) {
        for byte in bytes {
            value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
        }
    }

    /// The value as 16 lower-case hexadecimal digits.
    public var hexadecimal: String {
        let digits = String(value, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
