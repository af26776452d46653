/// The credentials that stand in a text, known only so that nothing that is shown holds one.
///
/// The readers keep no credentials where they know them as such. What is broken in a text may hide that they are some:
/// then a message that repeats a piece of the text would show them.
package struct Redaction: Sendable {
    private var secrets: Set<[UInt8]> = []

    /// Knows no credentials.
    package init() {}

    /// Finds what stands behind words such as `Bearer` and `Authorization`, and what is made as tokens are.
    package init(_ bytes: [UInt8]) {
        for start in Self.endsOfWords(in: bytes) {
            let secret = Self.value(in: bytes, from: start)
            if Self.isSecret(secret) { secrets.insert(Array(secret)) }
        }
        var start: Int?
        for index in 0...bytes.count {
            let isInside = index < bytes.count && bytes[index] != UInt8(ascii: "/") && Self.isTokenByte(bytes[index])
            if isInside, start == nil { start = index }
            guard !isInside, let first = start else { continue }
            start = nil
            if Self.looksLikeToken(bytes[first..<index]) { secrets.insert(Array(bytes[first..<index])) }
        }
    }

    /// Knows the credentials of another text as well.
    package mutating func add(_ other: Redaction) { secrets.formUnion(other.secrets) }

    /// A text in which `<token>` stands for each credential, also where the text shows only its beginning.
    package func redacted(_ text: String) -> String {
        guard !secrets.isEmpty else { return text }
        var bytes = Array(text.utf8)
        for secret in secrets {
            let beginning = secret.prefix(8)
            var index = 0
            while let start = bytes[index...].firstRange(of: beginning)?.lowerBound {
                let end = bytes[start...].firstIndex { !Self.isTokenByte($0) } ?? bytes.count
                bytes.replaceSubrange(start..<end, with: Self.mark)
                index = start + Self.mark.count
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static let words = [
        "bearer", "basic", "authorization", "access_token", "client_secret", "password", "token",
    ].map { Array($0.utf8) }

    private static let mark = Array("<token>".utf8)

    /// The fewest bytes that are taken for a secret.
    private static let shortest = 6

    /// Just behind each of the words, in whatever letter case; the text is looked through once.
    private static func endsOfWords(in bytes: [UInt8]) -> [Int] {
        var ends: [Int] = []
        for index in bytes.indices where isFirst[Int(bytes[index] | 0x20)] {
            for word in words where index + word.count <= bytes.count {
                if word.indices.allSatisfy({ bytes[index + $0] | 0x20 == word[$0] | 0x20 }) {
                    ends.append(index + word.count)
                }
            }
        }
        return ends
    }

    /// Whether a byte in lower case begins one of the words.
    private static let isFirst: [Bool] = (0..<256).map { byte in words.contains { $0.first.map(Int.init) == byte } }

    /// What follows blanks, quotes of whatever kind, and a colon or an equals sign.
    private static func value(in bytes: [UInt8], from start: Int) -> ArraySlice<UInt8> {
        let isSeparator: (UInt8) -> Bool = { $0 == 0x20 || $0 == 0x09 || $0 >= 0x80 || "\"'`:=\\".utf8.contains($0) }
        let first = bytes[start...].firstIndex { !isSeparator($0) } ?? bytes.count
        guard first > start else { return [] }
        return bytes[first...].prefix(while: isTokenByte)
    }

    /// Whether it is more than a word that people write: a token is long, or holds a digit.
    private static func isSecret(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard bytes.count >= shortest else { return false }
        return bytes.count >= 24 || bytes.contains { 0x30...0x39 ~= $0 }
    }

    /// Whether a word that stands anywhere is made as tokens are: longer than an id, of letters of both cases and digits.
    private static func looksLikeToken(_ bytes: ArraySlice<UInt8>) -> Bool {
        bytes.count > 36 && bytes.contains { 0x30...0x39 ~= $0 } && bytes.contains { 0x41...0x5A ~= $0 }
            && bytes.contains { 0x61...0x7A ~= $0 }
    }

    private static func isTokenByte(_ byte: UInt8) -> Bool {
        byte.isASCIILetterOrDigit || "-._~+/".utf8.contains(byte)
    }
}
