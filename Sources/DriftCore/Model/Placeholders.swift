/// The `{{placeholders}}` of a flow file, which Terraform replaces before the file is parsed as YAML.
///
/// Terraform's `substitutions` replace `{{key}}` as plain text, in the exact spelling. A placeholder without a value is
/// masked: its braces are replaced by characters that are valid anywhere in YAML. So the file can be parsed, and all
/// positions stay the same.
struct Placeholders {
    let values: [String: String]

    /// The characters that replace `{` and `}` in a masked placeholder: private-use characters, which no flow contains.
    private static let (open, close): (Unicode.Scalar, Unicode.Scalar) = ("\u{E0F0}", "\u{E0F1}")

    /// Replaces the placeholders that have a value, and masks the rest.
    ///
    /// Bytes without a placeholder are returned without copying.
    func apply(to bytes: [UInt8]) -> [UInt8] {
        guard var start = Self.opening(in: bytes, from: 0) else { return bytes }
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count + 64)
        var copied = 0
        while true {
            guard let end = Self.closing(in: bytes, from: start + 2),
                let replacement = replacement(for: bytes[start + 2..<end])
            else {
                start += 1
                guard let next = Self.opening(in: bytes, from: start) else { break }
                start = next
                continue
            }
            result += bytes[copied..<start]
            result += replacement
            copied = end + 2
            guard let next = Self.opening(in: bytes, from: copied) else { break }
            start = next
        }
        return result + bytes[copied...]
    }

    /// The texts between `{{` and `}}`, including texts that can't be keys.
    static func bracedTexts(in bytes: [UInt8]) -> Set<String> {
        var keys: Set<String> = []
        var start = opening(in: bytes, from: 0)
        while let open = start {
            guard let end = closing(in: bytes, from: open + 2), end > open + 2 else {
                start = opening(in: bytes, from: open + 1)
                continue
            }
            keys.insert(String(decoding: bytes[open + 2..<end], as: UTF8.self))
            start = opening(in: bytes, from: end + 2)
        }
        return keys
    }

    /// The replacement of a placeholder, or `nil` if the braces aren't a placeholder but, for example, a YAML flow
    /// mapping.
    private func replacement(for bytes: ArraySlice<UInt8>) -> String.UTF8View? {
        let key = String(decoding: bytes, as: UTF8.self)
        // The provider replaces keys in any order, so a placeholder inside a value may or may not be replaced.
        if let value = values[key] { return Self.masked(value).utf8 }
        guard Self.isKey(bytes) else { return nil }
        var text = String.UnicodeScalarView()
        text.append(contentsOf: [Self.open, Self.open])
        text.append(contentsOf: key.unicodeScalars)
        text.append(contentsOf: [Self.close, Self.close])
        return String(text).utf8
    }

    private static func masked(_ value: String) -> String {
        guard value.utf8.contains(UInt8(ascii: "{")) else { return value }
        return String(decoding: Placeholders(values: [:]).apply(to: Array(value.utf8)), as: UTF8.self)
    }

    /// The keys of the placeholders in a text, each with the index of its first brace.
    static func keys(in bytes: [UInt8]) -> [(key: String, start: Int)] {
        var keys: [(key: String, start: Int)] = []
        var next = opening(in: bytes, from: 0)
        while let start = next {
            guard let end = closing(in: bytes, from: start + 2), isKey(bytes[start + 2..<end]) else {
                next = opening(in: bytes, from: start + 1)
                continue
            }
            keys.append((String(decoding: bytes[start + 2..<end], as: UTF8.self), start))
            next = opening(in: bytes, from: end + 2)
        }
        return keys
    }

    /// The keys of the masked placeholders in a text, in order.
    static func maskedKeys(in text: String) -> [String] {
        guard isMasked(text) else { return [] }
        let inner = text.unicodeScalars.split(separator: open, omittingEmptySubsequences: true).dropFirst(
            text.unicodeScalars.first == open ? 0 : 1
        )
        return inner.compactMap { part in
            part.firstIndex(of: close).map { String(part[..<$0]) }
        }
    }

    static func isOneMask(_ text: String) -> Bool {
        let scalars = text.unicodeScalars
        return scalars.first == open && scalars.last == close && maskedKeys(in: text).count == 1
    }

    static func partsAroundMasks(of text: String) -> [String] {
        var parts = [String.UnicodeScalarView()]
        var isInside = false
        for scalar in text.unicodeScalars {
            if scalar == open {
                if !isInside { parts.append(String.UnicodeScalarView()) }
                isInside = true
            } else if scalar == close {
                isInside = false
            } else if !isInside {
                parts[parts.count - 1].append(scalar)
            }
        }
        return parts.map(String.init)
    }

    /// Whether a text contains a masked placeholder, so that the text's value is unknown.
    static func isMasked(_ text: String) -> Bool {
        text.unicodeScalars.contains(open)
    }

    /// The text with its masked placeholders restored to their original form.
    static func unmasked(_ text: String) -> String {
        guard isMasked(text) else { return text }
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            result.append(scalar == open ? "{" : scalar == close ? "}" : scalar)
        }
        return String(result)
    }

    private static func opening(in bytes: [UInt8], from start: Int) -> Int? {
        var index = start
        while index + 1 < bytes.count {
            if bytes[index] == UInt8(ascii: "{") && bytes[index + 1] == UInt8(ascii: "{") { return index }
            index += 1
        }
        return nil
    }

    /// The index of the `}}` that ends a placeholder on the same line, or `nil` if there is none.
    private static func closing(in bytes: [UInt8], from start: Int) -> Int? {
        var index = start
        while index + 1 < bytes.count, bytes[index] != UInt8(ascii: "\n"), bytes[index] != UInt8(ascii: "{") {
            if bytes[index] == UInt8(ascii: "}") && bytes[index + 1] == UInt8(ascii: "}") { return index }
            index += 1
        }
        return nil
    }

    private static func isKey(_ bytes: ArraySlice<UInt8>) -> Bool { !bytes.isEmpty && bytes.allSatisfy(isPartOfKey) }

    /// Whether a byte is allowed in the key of a placeholder without a value: a letter, digit, `_`, `-`, `.` or blank.
    private static func isPartOfKey(_ byte: UInt8) -> Bool {
        byte.isASCIILetterOrDigit
            || [UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: " ")].contains(byte)
    }
}
