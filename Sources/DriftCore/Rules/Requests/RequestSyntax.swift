import PastedRequests

extension Rules {
    static let requestSyntax = Rule<RequestComparison>(
        id: "request-syntax",
        severity: .error,
        summary: "The command is not written as a shell and curl take it",
        explanation: """
            A web page or a word processor turns straight quotes into curly ones and hyphens into dashes. A shell then \
            takes the quotes for part of the text, and curl takes the option for an address, so that what is sent is \
            not what was meant, or nothing is. Line ends without a backslash and text outside quotes do the same.

            Write straight quotes and plain hyphens, or take the mended request as it stands.
            """
    ) { comparison in
        RequestFault.evidence(of: comparison.request.faults, in: comparison.file)
    }
}

extension String {
    /// The phrase with a capital letter, as the start of a message.
    var asHeadline: String { prefix(1).uppercased() + dropFirst() }
}
