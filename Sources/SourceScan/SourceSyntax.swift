/// How a language writes strings, comments and holes, which are the expressions inside strings.
struct SourceSyntax: Sendable {
    /// The kinds of text that a quotation mark begins.
    enum Quote: Sendable {
        /// No text: the mark is a symbol.
        case none

        /// A character, if its closing quote follows at once; otherwise a symbol.
        case character

        /// A string without holes.
        case plain(Escape, isMultiline: Bool)

        /// A string with holes.
        case template(Holes, Escape, isMultiline: Bool)
    }

    /// How a string writes its own quote.
    enum Escape: Sendable {
        case none, backslash, doubled, backtick, backtickAndDoubled

        /// A backslash keeps the quote after it, and both are part of the value: Python's `r"…"`.
        case keptBackslash
    }

    /// How a string writes a hole.
    enum Holes: Hashable, Sendable {
        case none
        /// `${…}`.
        case dollarBrace
        /// `$name` and `${…}`.
        case dollarName
        /// `{…}`, with `{{` for a brace.
        case brace
        /// As many braces as the string has dollars: `{{…}}` in `$$"""…"""`.
        case braces(Int)
        /// `#{…}`.
        case hashBrace
        /// `\(…)`.
        case backslashParenthesis
        /// `$name`, `${…}` and `$(…)`.
        case shell
        /// `${…}` and `%{…}`, with `$${` for `${`.
        case terraform
    }

    /// A feature that a few languages share.
    struct Traits: OptionSet, Sendable {
        let rawValue: Int

        static let slashComments = Traits(rawValue: 1 << 0)
        static let hashComments = Traits(rawValue: 1 << 1)
        static let blockComments = Traits(rawValue: 1 << 2)
        static let nestedComments = Traits(rawValue: 1 << 3)
        static let tripleQuotes = Traits(rawValue: 1 << 4)
        static let regex = Traits(rawValue: 1 << 5)
        static let hashStrings = Traits(rawValue: 1 << 6)
        static let indentedFunctions = Traits(rawValue: 1 << 7)
        static let adjacentStringsJoin = Traits(rawValue: 1 << 8)
        static let braceObjects = Traits(rawValue: 1 << 9)
        static let lineEntries = Traits(rawValue: 1 << 10)
    }

    var single = Quote.plain(.backslash, isMultiline: false)
    var double = Quote.plain(.backslash, isMultiline: false)
    var backtick = Quote.none
    var traits: Traits = [.slashComments, .blockComments]
    /// The holes of a triple-quoted string.
    var tripleHoles = Holes.none
}

/// The languages and families of languages that the scanner reads in different ways.
enum Dialect: Sendable {
    case javascript, python, csharp, java, kotlin, go, swift, php, apex, rust, cFamily, scala, dart, ruby, powershell,
        shell, terraform, json, yaml, markup, markdown, notebook
}

extension Dialect {
    /// Whether the dialect writes data, not code.
    var isData: Bool { self == .json || self == .yaml }

    /// How the dialect writes strings and comments.
    var syntax: SourceSyntax {
        switch self {
        case .javascript, .markup:
            SourceSyntax(
                backtick: .template(.dollarBrace, .backslash, isMultiline: true),
                traits: [.slashComments, .blockComments, .regex, .braceObjects]
            )
        case .python:
            SourceSyntax(traits: [
                .hashComments, .tripleQuotes, .indentedFunctions, .adjacentStringsJoin, .braceObjects,
            ])
        case .csharp: SourceSyntax(single: .character, traits: [.slashComments, .blockComments])
        case .java: SourceSyntax(single: .character, traits: [.slashComments, .blockComments, .tripleQuotes])
        case .kotlin:
            SourceSyntax(
                single: .character,
                double: .template(.dollarName, .backslash, isMultiline: false),
                traits: [.slashComments, .blockComments, .nestedComments, .tripleQuotes],
                tripleHoles: .dollarName
            )
        case .scala:
            SourceSyntax(
                single: .character,
                double: .template(.dollarName, .backslash, isMultiline: false),
                traits: [.slashComments, .blockComments, .nestedComments, .tripleQuotes],
                tripleHoles: .dollarName
            )
        case .go:
            SourceSyntax(single: .character, backtick: .plain(.none, isMultiline: true))
        case .swift:
            SourceSyntax(
                single: .none,
                double: .template(.backslashParenthesis, .backslash, isMultiline: false),
                traits: [.slashComments, .blockComments, .nestedComments, .tripleQuotes, .hashStrings],
                tripleHoles: .backslashParenthesis
            )
        case .php:
            SourceSyntax(
                single: .plain(.backslash, isMultiline: true),
                double: .template(.dollarName, .backslash, isMultiline: true),
                traits: [.slashComments, .blockComments, .hashComments]
            )
        case .apex: SourceSyntax()
        case .rust:
            SourceSyntax(
                single: .character,
                double: .plain(.backslash, isMultiline: true),
                traits: [.slashComments, .blockComments, .nestedComments]
            )
        case .cFamily: SourceSyntax(single: .character, traits: [.slashComments, .blockComments, .adjacentStringsJoin])
        case .dart:
            SourceSyntax(
                single: .template(.dollarName, .backslash, isMultiline: false),
                double: .template(.dollarName, .backslash, isMultiline: false),
                traits: [
                    .slashComments, .blockComments, .nestedComments, .tripleQuotes, .adjacentStringsJoin, .braceObjects,
                ],
                tripleHoles: .dollarName
            )
        case .ruby:
            SourceSyntax(
                single: .plain(.backslash, isMultiline: true),
                double: .template(.hashBrace, .backslash, isMultiline: true),
                backtick: .template(.hashBrace, .backslash, isMultiline: true),
                traits: [.hashComments, .regex, .indentedFunctions, .adjacentStringsJoin, .braceObjects]
            )
        case .powershell:
            SourceSyntax(
                single: .plain(.doubled, isMultiline: true),
                double: .template(.shell, .backtickAndDoubled, isMultiline: true),
                traits: [.hashComments, .lineEntries]
            )
        case .shell:
            SourceSyntax(
                single: .plain(.none, isMultiline: true),
                double: .template(.shell, .backslash, isMultiline: true),
                traits: [.hashComments, .adjacentStringsJoin]
            )
        case .terraform:
            SourceSyntax(
                single: .none,
                double: .template(.terraform, .backslash, isMultiline: false),
                traits: [.slashComments, .blockComments, .hashComments, .lineEntries, .braceObjects]
            )
        case .json, .notebook: SourceSyntax(traits: [.slashComments, .blockComments, .braceObjects])
        case .yaml, .markdown: SourceSyntax(traits: [.hashComments, .lineEntries, .braceObjects])
        }
    }
}
