/// The credentials in a text, kept only so that no message shows them.
///
/// The readers drop the credentials that they recognize. They may miss credentials because of a fault in the text, and
/// a message that quotes the text would then show them.
package struct Redaction: Sendable {
    private var secrets: Set<[UInt8]> = []

    package init() {}

    /// Finds the values after words such as `Bearer` and `Authorization`, and words that look like tokens.
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

    package mutating func add(_ other: Redaction) { secrets.formUnion(other.secrets) }

    /// A text with `<token>` in place of each credential, even of one that is cut after its first eight bytes.
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

    /// The smallest number of bytes in a secret.
    private static let shortest = 6

    /// The indices just past each of the words, in any letter case; the text is read once.
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

    private static let isFirst: [Bool] = (0..<256).map { byte in words.contains { $0.first.map(Int.init) == byte } }

    /// The value after blanks, quotes of any kind, and a colon or an equals sign.
    private static func value(in bytes: [UInt8], from start: Int) -> ArraySlice<UInt8> {
        let isSeparator: (UInt8) -> Bool = { $0 == 0x20 || $0 == 0x09 || $0 >= 0x80 || "\"'`:=\\".utf8.contains($0) }
        let first = bytes[start...].firstIndex { !isSeparator($0) } ?? bytes.count
        guard first > start else { return [] }
        return bytes[first...].prefix(while: isTokenByte)
    }

    /// Whether a value isn't an ordinary word: a token is long or contains a digit.
    private static func isSecret(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard bytes.count >= shortest else { return false }
        return bytes.count >= 24 || bytes.contains { 0x30...0x39 ~= $0 }
    }

    /// Whether a word looks like a token: longer than an id, with letters of both cases and digits.
    private static func looksLikeToken(_ bytes: ArraySlice<UInt8>) -> Bool {
        bytes.count > 36 && bytes.contains { 0x30...0x39 ~= $0 } && bytes.contains { 0x41...0x5A ~= $0 }
            && bytes.contains { 0x61...0x7A ~= $0 }
    }

    private static func isTokenByte(_ byte: UInt8) -> Bool {
        byte.isASCIILetterOrDigit || "-._~+/".utf8.contains(byte)
    }
}
