/// What a scalar means by the core schema of YAML 1.2.
public enum YAMLScalar: Hashable, Sendable {
    /// `null`, `~`, or nothing at all.
    case null

    /// `true` or `false`; `yes`, `no`, `on` and `off` are strings.
    case boolean(Bool)

    /// A whole number that fits an `Int`.
    case integer(Int)

    /// A number with a fraction or an exponent, or a whole number that does not fit an `Int`.
    case decimal(Double)

    /// Everything else, and everything in quotes.
    case string(String)
}
