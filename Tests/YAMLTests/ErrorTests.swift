import Testing
import YAML

/// The texts that the reader rejects, with the exact message and place.
@Suite struct ErrorTests {
    /// A text and its error.
    struct Refusal: Sendable, CustomTestStringConvertible {
        let text: String
        let error: String

        init(_ text: String, _ error: String) {
            self.text = text
            self.error = error
        }

        var testDescription: String { text.debugDescription }
    }

    @Test(arguments: [
        Refusal("a: 1\nb: 2\na: 3\n", "3:1: the key 'a' is already at 1:1"),
        Refusal("x:\n  a: 1\n  \"a\": 2\n", "3:3: the key 'a' is already at 2:3"),
        Refusal("{ a: 1, 'a': 2 }", "1:9: the key 'a' is already at 1:3"),
        Refusal("&k a: 1\n*k : 2\n", "2:1: the key 'a' is already at 1:1"),
        Refusal("\"\": 1\n'': 2\n", "2:1: the key '' is already at 1:1"),
        Refusal("\"a\\nb\": 1\n\"a\\nb\": 2\n", "2:1: the key 'a\\nb' is already at 1:1"),
    ])
    func refusesADuplicateKeyAndNamesTheFirst(refusal: Refusal) {
        expect(refusal)
    }

    @Test func refusesADuplicateAmongManyKeys() {
        let text = (0..<500).map { "key\($0): \($0)\n" }.joined() + "key123: again\n"
        expect(Refusal(text, "501:1: the key 'key123' is already at 124:1"))
    }

    @Test func shortensALongKeyInAMessage() {
        let key = String(repeating: "k", count: 300)
        let shown = String(repeating: "k", count: 60)
        expect(Refusal("\(key): 1\n\(key): 2\n", "2:1: the key '\(shown)…' is already at 1:1"))
    }

    @Test(arguments: [
        Refusal("a: 1\n--- \nb: 2\n", "2:1: a second document starts here; keep one document in a file"),
        Refusal("a: 1\n...\n---\n", "3:1: a second document starts here; keep one document in a file"),
        Refusal("a: *b\n", "1:4: this alias has no anchor '&b' before it"),
        Refusal("a: &a [1, *a]\n", "1:11: the alias '*a' is inside the node that it names"),
        Refusal("a: !!int x\n", "1:4: this value does not fit the tag !!int, which requires an integer"),
        Refusal("a: !!float x\n", "1:4: this value does not fit the tag !!float, which requires a number"),
        Refusal("a: !!bool yes\n", "1:4: this value does not fit the tag !!bool, which requires true or false"),
        Refusal("a: !!null 0\n", "1:4: this value does not fit the tag !!null, which requires null"),
        Refusal("a: !!seq {}\n", "1:4: this value does not fit the tag !!seq, which requires a sequence"),
        Refusal("a: !!map x\n", "1:4: this value does not fit the tag !!map, which requires a mapping"),
    ])
    func refusesWhatIsNotOneSoundDocument(refusal: Refusal) {
        expect(refusal)
    }

    @Test(arguments: [
        Refusal("a:\n\tb: 1\n", "2:1: a tab cannot indent YAML; use spaces"),
        Refusal("a:\n  b: 1\n  \tc: 2\n", "3:3: a tab cannot indent YAML; use spaces"),
        Refusal("a:\n  - x\n\t- y\n", "3:1: a tab cannot indent YAML; use spaces"),
        Refusal("a: |\n \tx\n", "2:2: a tab cannot indent YAML; use spaces"),
        Refusal("-\t-1\n", "1:2: a tab is not allowed here; use spaces"),
    ])
    func saysThatATabCannotIndent(refusal: Refusal) {
        expect(refusal)
    }

    @Test(arguments: [
        Refusal(
            "a: b: c\n",
            "1:5: a ':' is not allowed here; check the indentation, and put a value that contains ': ' in quotes"
        ),
        Refusal(
            "a: 1\nfoo\nb: 2\n",
            "2:1: a key without ':' after it; write a key and its ':' on one line"
        ),
        Refusal(
            "a: - b\n",
            "1:4: a '-' item is not allowed here; start it on a line of its own, or put the value in quotes"
        ),
        Refusal(
            "a: ? b\n",
            "1:4: a '?' key is not allowed here; start it on a line of its own, or put the value in quotes"
        ),
        Refusal(
            "a: 'b' c\n",
            """
            1:8: expected a key in the mapping that starts at 1:1; \
            usually a line is indented differently from its neighbours, or text follows a closing quote
            """
        ),
        Refusal(
            "x:\n  - a\n  b: 1\n",
            """
            3:3: expected '-' in the sequence that starts at 2:3; \
            usually a line is indented differently from its neighbours
            """
        ),
        Refusal("a: [1, 2\nb: 3\n", "2:2: expected ',' or ']' in the sequence that starts at 1:4"),
        Refusal("a: { b: 1", "1:10: expected ',' or '}' in the mapping that starts at 1:4"),
        Refusal("a: [1, , 2]\n", "1:8: a value is missing here"),
        Refusal("[a]\nb\n", "2:1: the document has already ended; a document is a single value"),
    ])
    func explainsWhatUsuallyCausesABrokenCollection(refusal: Refusal) {
        expect(refusal)
    }

    @Test(arguments: [
        Refusal("a: \"b\nc: d\n", "1:4: the quote that opens here is never closed"),
        Refusal(
            "a: 'b\n---\n'\n",
            "1:4: the text in quotes that starts here contains a line '---' or '...'; indent that line"
        ),
        Refusal("a: @b\n", "1:4: a plain value cannot start with '@'; put it in quotes"),
        Refusal("a: `b`\n", "1:4: a plain value cannot start with '`'; put it in quotes"),
        Refusal("a: %b\n", "1:4: a plain value cannot start with '%'; put it in quotes"),
        Refusal(
            "a: \"C:\\dir\"\n",
            "1:7: an escape that YAML does not have; write '\\\\' for a backslash, or use single quotes"
        ),
        Refusal(
            "a: \"\\uD83D\\uDE01\"\n",
            "1:7: an escape that is not a character; write one \\U escape for a pair of surrogates"
        ),
        Refusal("a: \"\\u12\"\n", "1:7: too few hexadecimal digits; write \\x with 2, \\u with 4, \\U with 8"),
        Refusal(
            "a: *\n",
            """
            1:5: an anchor's name has only letters, digits, '-' and '_'; \
            put a value that starts with '&' or '*' in quotes
            """
        ),
        Refusal("a: !x!y z\n", "1:4: a tag that is not declared; put a value that starts with '!' in quotes"),
        Refusal("a: !<x\n", "1:7: a tag that cannot be read; put a value that starts with '!' in quotes"),
        Refusal("a: |0\n  b\n", "1:5: the number for the indentation after '|' or '>' must be 1 to 9"),
        Refusal("a: | b\n", "1:6: only a comment can follow here"),
        Refusal("%YAML 2.0\n---\na\n", "1:1: only YAML 1.1 and 1.2 can be read"),
        Refusal("%FOO\n---\na\n", "1:5: found unknown directive name while scanning a directive"),
    ])
    func explainsAScalarThatCannotBeRead(refusal: Refusal) {
        expect(refusal)
    }

    private func expect(_ refusal: Refusal) {
        let error = #expect(throws: YAMLError.self) { try YAMLDocument(parsing: refusal.text) }
        #expect(error?.description == refusal.error)
    }
}
