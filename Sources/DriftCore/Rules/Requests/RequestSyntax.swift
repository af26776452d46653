import PastedRequests

extension Rules {
    static let requestSyntax = Rule<RequestComparison>(
        id: "request-syntax",
        severity: .error,
        summary: "The command is not written the way a shell and curl read it",
        explanation: """
            A web page or a word processor turns straight quotes into curly ones and hyphens into dashes. A shell then \
            treats the quotes as part of the text, and curl treats the option as an address. Another request is sent \
            than intended, or none. Line ends without a backslash and text outside quotes do the same.

            Write straight quotes and plain hyphens, or use the corrected request.
            """
    ) { comparison in
        RequestFault.evidence(of: comparison.request.faults, in: comparison.file)
    }
}

extension String {
    /// The phrase with a capital letter, as the start of a message.
    var asHeadline: String { prefix(1).uppercased() + dropFirst() }
}
