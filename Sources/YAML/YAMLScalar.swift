/// The meaning of a scalar by the core schema of YAML 1.2.
public enum YAMLScalar: Hashable, Sendable {
    /// `null`, `~`, or no text at all.
    case null

    /// `true` or `false`; `yes`, `no`, `on` and `off` are strings.
    case boolean(Bool)

    /// A whole number that fits in an `Int`.
    case integer(Int)

    /// A number with a fraction or an exponent, or a whole number that doesn't fit in an `Int`.
    case decimal(Double)

    /// Any other text, and any text in quotes.
    case string(String)
}
