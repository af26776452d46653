/// A file's path in the form that other tools require.
enum ReportPath {
    /// The path without a leading `./`, so that tools find the file in their own list.
    static func plain(_ path: String) -> String {
        var path = path[...]
        while path.hasPrefix("./") {
            path = path.dropFirst(2).drop { $0 == "/" }
        }
        return path.isEmpty ? "." : String(path)
    }

    /// The path as a URI, which is relative if the path is (RFC 3986).
    static func uri(_ path: String) -> String {
        let encoded = plain(path).utf8.map { byte in
            isPlain(byte) ? String(UnicodeScalar(byte)) : "%" + hexadecimal(byte)
        }
        return (path.hasPrefix("/") ? "file://" : "") + encoded.joined()
    }

    /// Whether a byte needs no escape in a path; a colon needs one, because it could end a scheme.
    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
        case UInt8(ascii: "0")...UInt8(ascii: "9"): true
        default: "/-._~".utf8.contains(byte)
        }
    }

    private static func hexadecimal(_ byte: UInt8) -> String {
        let digits = String(byte, radix: 16, uppercase: true)
        return digits.count == 1 ? "0" + digits : digits
    }
}
