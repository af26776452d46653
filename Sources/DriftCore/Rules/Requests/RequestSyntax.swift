import PastedRequests

extension Rules {
    static let requestSyntax = Rule<RequestComparison>(
        id: "request-syntax",
        severity: .error,
        summary: "A shell or curl reads the command in another way than intended",
        explanation: """
            Web pages and word processors turn straight quotes into curly quotes, and hyphens into dashes. A shell \
            then treats the quotes as part of the text, and curl treats the option as an address. The command sends \
            another request than intended, or none. Line ends without a backslash, and text outside quotes, have the \
            same effect.

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
