internal import CYAML

extension YAMLError {
    /// Explains why libyaml stopped.
    init(failureOf parser: UnsafePointer<yaml_parser_t>, reading input: YAMLInput) {
        let failure = parser.pointee
        switch failure.error {
        case YAML_READER_ERROR:
            self.init(unreadable: failure, reading: input)
        case YAML_SCANNER_ERROR, YAML_PARSER_ERROR:
            self.init(ungrammatical: failure, reading: input)
        default:
            self.init("out of memory", at: Position(failure.mark))
        }
    }

    /// Explains bytes that aren't valid text in YAML.
    private init(unreadable failure: yaml_parser_t, reading input: YAMLInput) {
        let position = input.position(of: input.characterStart(at: failure.problem_offset))
        let code = UInt32(truncatingIfNeeded: failure.problem_value)
        switch String(cString: failure.problem) {
        case "control characters are not allowed" where code == 0:
            self.init("a NUL byte; YAML is text, saved as UTF-8", at: position)
        case "control characters are not allowed":
            let name = YAMLQuoting.escape(UnicodeScalar(code) ?? "\u{FFFD}")
            self.init("a raw control character; write it as \(name) in double quotes", at: position)
        default:
            self.init("a byte that is not UTF-8; save the file as UTF-8", at: position)
        }
    }

    /// Explains text that breaks the grammar.
    private init(ungrammatical failure: yaml_parser_t, reading input: YAMLInput) {
        let problem = YAMLProblem(failure)
        let offset = input.offset(of: failure.problem_mark)
        if problem.mayBeIndentation, let tab = input.indentingTab(before: offset) {
            self.init("a tab cannot indent YAML; use spaces", at: input.position(of: tab))
        } else {
            let mark = problem.isAtContext ? failure.context_mark : failure.problem_mark
            self.init(problem.phrase(character: input.character(at: offset)), at: input.position(of: mark))
        }
    }
}
