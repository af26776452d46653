/// A value to write as YAML.
public indirect enum YAMLValue: Hashable, Sendable {
    /// One value.
    case scalar(YAMLScalar)

    /// Values in order, and their layout.
    case sequence([YAMLValue], YAMLStyle)

    /// Keys and their values in order, and their layout.
    case mapping([YAMLEntry], YAMLStyle)

    /// A string.
    public static func string(_ string: String) -> YAMLValue { .scalar(.string(string)) }

    /// A whole number.
    public static func integer(_ integer: Int) -> YAMLValue { .scalar(.integer(integer)) }

    /// True or false.
    public static func boolean(_ boolean: Bool) -> YAMLValue { .scalar(.boolean(boolean)) }
}

/// The layout of a sequence or a mapping.
public enum YAMLStyle: Hashable, Sendable {
    /// On separate lines, unless the collection is empty.
    case block

    /// In brackets on one line, with all content on that line.
    case flow
}

/// A key of a mapping to write, its value, and a comment.
public struct YAMLEntry: Hashable, Sendable {
    /// The key.
    public var key: String

    /// The value.
    public var value: YAMLValue

    /// The text of a comment above the entry, with one line or several; flow style doesn't write the comment.
    public var comment: String?

    /// Makes an entry.
    public init(_ key: String, _ value: YAMLValue, comment: String? = nil) {
        self.key = key
        self.value = value
        self.comment = comment
    }
}

extension YAMLValue: ExpressibleByStringLiteral {
    /// Makes a string.
    public init(stringLiteral value: String) { self = .string(value) }
}

extension YAMLValue: ExpressibleByIntegerLiteral {
    /// Makes a whole number.
    public init(integerLiteral value: Int) { self = .integer(value) }
}

extension YAMLValue: ExpressibleByBooleanLiteral {
    /// Makes true or false.
    public init(booleanLiteral value: Bool) { self = .boolean(value) }
}
