enum ExpressionToken: Hashable, Sendable {
    /// A name without dots; `Flow.ani` is two names with a dot between them.
    case name(String)

    /// A string literal, without its quotes and with its escapes resolved.
    case string(String)

    /// A number as written; a sign is a symbol.
    case number(String)

    /// Any other character: `.`, `,`, a bracket, or an operator; an operator may consist of two symbols.
    case symbol(Unicode.Scalar)
}

/// Splits an Architect expression into tokens.
///
/// It accepts any text, even if it isn't an expression. A string literal is in double quotes, and a backslash in it
/// escapes the next character. Source: help.mypurecloud.com, Use string literals in expressions.
struct ExpressionTokenizer: IteratorProtocol, Sequence {
    private var rest: Substring.UnicodeScalarView

    init(_ text: String) {
        rest = text[...].unicodeScalars
    }

    mutating func next() -> ExpressionToken? {
        while let first = rest.popFirst() {
            if Self.isBlank(first) { continue }
            if first == "\"" { return .string(literal()) }
            if Self.isDigit(first) { return .number(number(from: first)) }
            if Self.beginsName(first) { return .name(name(from: first)) }
            return .symbol(first)
        }
        return nil
    }

    private mutating func name(from first: Unicode.Scalar) -> String {
        var name = String.UnicodeScalarView([first])
        while let next = rest.first, Self.beginsName(next) || Self.isDigit(next) {
            name.append(next)
            rest.removeFirst()
        }
        return String(name)
    }

    private mutating func number(from first: Unicode.Scalar) -> String {
        var number = String.UnicodeScalarView([first])
        number.append(contentsOf: digits())
        guard rest.first == ".", let next = rest.dropFirst().first, Self.isDigit(next) else { return String(number) }
        number.append(rest.removeFirst())
        number.append(contentsOf: digits())
        return String(number)
    }

    private mutating func digits() -> Substring.UnicodeScalarView {
        let digits = rest.prefix(while: Self.isDigit)
        rest = rest[digits.endIndex...]
        return digits
    }

    /// The rest of a literal after its opening quote; an unclosed literal extends to the end of the text.
    private mutating func literal() -> String {
        var literal = String.UnicodeScalarView()
        while let next = rest.popFirst(), next != "\"" {
            literal.append(next == "\\" ? escaped() : next)
        }
        return String(literal)
    }

    private mutating func escaped() -> Unicode.Scalar {
        switch rest.popFirst() {
        case "n"?: "\n"
        case "r"?: "\r"
        case "t"?: "\t"
        case let scalar?: scalar
        case nil: "\\"
        }
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

    /// Whether a name can start with a character: a letter, `_`, or anything beyond ASCII.
    private static func beginsName(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "a"..."z", "A"..."Z", "_": true
        default: !scalar.isASCII && !isBlank(scalar)
        }
    }

    private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCII ? scalar.value <= 0x20 : scalar.properties.isWhitespace
    }
}
