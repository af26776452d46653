extension YAMLProblem {
    /// Clear phrases for those messages of libyaml that have only one meaning.
    static let phrases = [
        "could not find expected ':'": "a key without ':' after it; write a key and its ':' on one line",
        "mapping values are not allowed in this context":
            "a ':' is not allowed here; check the indentation, and put a value that contains ': ' in quotes",
        "block sequence entries are not allowed in this context":
            "a '-' item is not allowed here; start it on a line of its own, or put the value in quotes",
        "mapping keys are not allowed in this context":
            "a '?' key is not allowed here; start it on a line of its own, or put the value in quotes",
        "did not find expected node content": "a value is missing here",
        "found unexpected end of stream": "the quote that opens here is never closed",
        "found unexpected document indicator":
            "the text in quotes that starts here contains a line '---' or '...'; indent that line",
        "found invalid Unicode character escape code":
            "an escape that is not a character; write one \\U escape for a pair of surrogates",
        "did not find expected hexdecimal number":
            "too few hexadecimal digits; write \\x with 2, \\u with 4, \\U with 8",
        "found a tab character where an indentation space is expected": "a tab cannot indent YAML; use spaces",
        "found a tab character that violates indentation": "a tab cannot indent YAML; use spaces",
        "did not find expected alphabetic or numeric character":
            "an anchor's name has only letters, digits, '-' and '_'; put a value that starts with '&' or '*' in quotes",
        "found undefined tag handle": "a tag that is not declared; put a value that starts with '!' in quotes",
        "did not find expected <document start>":
            "the document has already ended; a document is a single value",
        "found an indentation indicator equal to 0": "the number for the indentation after '|' or '>' must be 1 to 9",
        "did not find expected comment or line break": "only a comment can follow here",
        "found incompatible YAML document": "only YAML 1.1 and 1.2 can be read",
    ]
}
