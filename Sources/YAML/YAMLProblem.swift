internal import CYAML

/// A grammar error of libyaml, explained for the author of the text.
struct YAMLProblem {
    /// The error in libyaml's words.
    let problem: String

    /// What libyaml was doing, or an empty string if it doesn't say.
    let context: String

    /// Where the part that libyaml was reading starts.
    let start: Position

    init(_ failure: yaml_parser_t) {
        problem = failure.problem.map { String(cString: $0) } ?? ""
        context = failure.context.map { String(cString: $0) } ?? ""
        start = Position(failure.context_mark)
    }

    /// Whether to point at the start of the unfinished part, and not at the place where libyaml stopped.
    var isAtContext: Bool {
        problem == "could not find expected ':'" || context == "while scanning a quoted scalar"
    }

    /// Whether a tab in the indentation can cause this error.
    var mayBeIndentation: Bool {
        switch problem {
        case "found character that cannot start any token", "could not find expected ':'",
            "found a tab character where an indentation space is expected",
            "found a tab character that violates indentation", "did not find expected key",
            "did not find expected '-' indicator", "mapping values are not allowed in this context",
            "block sequence entries are not allowed in this context":
            true
        default: false
        }
    }

    /// The problem and its usual cause.
    ///
    /// - Parameter character: The character at which libyaml stopped.
    /// - Returns: One phrase, without a final period.
    func phrase(character: Character?) -> String {
        switch problem {
        case "found character that cannot start any token" where character == "\t":
            "a tab is not allowed here; use spaces"
        case "found character that cannot start any token":
            "a plain value cannot start with '\(character.map(String.init) ?? "")'; put it in quotes"
        case "found unknown escape character":
            "an escape that YAML does not have; write '\\\\' for a backslash, or use single quotes"
        default:
            collectionPhrase ?? Self.phrases[problem] ?? tagPhrase ?? plainPhrase
        }
    }

    /// The phrase for a collection that continues in another form than it began.
    private var collectionPhrase: String? {
        switch problem {
        case "did not find expected key":
            """
            expected a key in the mapping that starts at \(start); \
            usually a line is indented differently from its neighbours, or text follows a closing quote
            """
        case "did not find expected '-' indicator":
            """
            expected '-' in the sequence that starts at \(start); \
            usually a line is indented differently from its neighbours
            """
        case "did not find expected ',' or ']'": "expected ',' or ']' in the sequence that starts at \(start)"
        case "did not find expected ',' or '}'": "expected ',' or '}' in the mapping that starts at \(start)"
        default: nil
        }
    }

    /// The phrase for an error in a tag; it replaces a dozen messages of libyaml.
    private var tagPhrase: String? {
        context == "while scanning a tag" || context == "while parsing a tag"
            ? "a tag that cannot be read; put a value that starts with '!' in quotes" : nil
    }

    /// The message in libyaml's words.
    private var plainPhrase: String { context.isEmpty ? problem : "\(problem) \(context)" }
}
