/// The core schema of YAML 1.2 (chapter 10.3), which defines the meaning of a scalar's text.
enum CoreSchema {
    typealias Text = UnsafeBufferPointer<UInt8>

    /// The meaning of a scalar, or `nil` if the text contradicts its tag.
    static func scalar(_ text: Text, isPlain: Bool, tag: YAMLTag) -> YAMLScalar? {
        switch tag {
        case .none: isPlain ? plain(text) : string(text)
        case .string, .other: string(text)
        case .integer: integer(text)
        case .decimal: decimal(text)
        case .boolean: boolean(text)
        case .null: null(text)
        case .sequence, .mapping: nil
        }
    }

    /// Whether a scalar is null; the check doesn't create a string.
    static func isNull(_ text: Text, isPlain: Bool, tag: YAMLTag) -> Bool {
        switch tag {
        case .none: isPlain && null(text) != nil
        case .null: true
        case .string, .other, .integer, .decimal, .boolean, .sequence, .mapping: false
        }
    }

    /// The meaning of a plain scalar without a tag; for most types, the first byte is enough to rule them out.
    private static func plain(_ text: Text) -> YAMLScalar {
        guard let first = text.first else { return .null }
        return switch UnicodeScalar(first) {
        case "~", "n", "N": null(text) ?? string(text)
        case "t", "T", "f", "F": boolean(text) ?? string(text)
        case "-", "+", ".", "0"..."9": integer(text) ?? decimal(text) ?? string(text)
        default: string(text)
        }
    }

    private static func string(_ text: Text) -> YAMLScalar {
        .string(String(decoding: text, as: UTF8.self))
    }

    private static func null(_ text: Text) -> YAMLScalar? {
        text.isEmpty || text.isOne(of: "~", "null", "Null", "NULL") ? .null : nil
    }

    private static func boolean(_ text: Text) -> YAMLScalar? {
        if text.isOne(of: "true", "True", "TRUE") { return .boolean(true) }
        return text.isOne(of: "false", "False", "FALSE") ? .boolean(false) : nil
    }

    private static func integer(_ text: Text) -> YAMLScalar? {
        if text.starts(with: "0x".utf8) { return integer(text.dropFirst(2), radix: 16) }
        if text.starts(with: "0o".utf8) { return integer(text.dropFirst(2), radix: 8) }
        var rest = text[...]
        rest.dropSign()
        guard rest.dropDigits() > 0, rest.isEmpty else { return nil }
        let digits = String(decoding: text, as: UTF8.self)
        return Int(digits).map(YAMLScalar.integer) ?? Double(digits).map(YAMLScalar.decimal)
    }

    private static func integer(_ digits: Slice<Text>, radix: Int) -> YAMLScalar? {
        let values = digits.lazy.map { Character(UnicodeScalar($0)).hexDigitValue ?? radix }
        guard !values.isEmpty, values.allSatisfy({ $0 < radix }) else { return nil }
        if let whole = Int(String(decoding: digits, as: UTF8.self), radix: radix) { return .integer(whole) }
        return .decimal(values.reduce(0) { $0 * Double(radix) + Double($1) })
    }

    private static func decimal(_ text: Text) -> YAMLScalar? {
        var rest = text[...]
        let isNegative = rest.first == UInt8(ascii: "-")
        if text.isOne(of: ".nan", ".NaN", ".NAN") { return .decimal(.nan) }
        rest.dropSign()
        if Text(rebasing: rest).isOne(of: ".inf", ".Inf", ".INF") {
            return .decimal(isNegative ? -.infinity : .infinity)
        }
        guard rest.dropDecimal() else { return nil }
        return Double(String(decoding: text, as: UTF8.self)).map(YAMLScalar.decimal)
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// Whether the bytes spell one of the words.
    fileprivate func isOne(of words: StaticString...) -> Bool {
        words.contains { word in
            word.utf8CodeUnitCount == count && elementsEqual(word.utf8Buffer)
        }
    }
}

extension Slice<UnsafeBufferPointer<UInt8>> {
    fileprivate mutating func dropSign() {
        if let first, first == UInt8(ascii: "-") || first == UInt8(ascii: "+") { removeFirst() }
    }

    /// Drops the leading digits and returns their number.
    fileprivate mutating func dropDigits() -> Int {
        let before = count
        self = drop { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
        return before - count
    }

    /// Drops an unsigned decimal number, and returns whether the bytes consisted only of that number.
    fileprivate mutating func dropDecimal() -> Bool {
        var digits = dropDigits()
        if first == UInt8(ascii: ".") {
            removeFirst()
            digits += dropDigits()
        }
        guard digits > 0 else { return false }
        if let first, first == UInt8(ascii: "e") || first == UInt8(ascii: "E") {
            removeFirst()
            dropSign()
            guard dropDigits() > 0 else { return false }
        }
        return isEmpty
    }
}

extension StaticString {
    fileprivate var utf8Buffer: UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(start: utf8Start, count: utf8CodeUnitCount)
    }
}
