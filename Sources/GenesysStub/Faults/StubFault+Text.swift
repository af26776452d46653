extension StubFault {
    /// A fault's name on the command line, and the meaning of its value.
    public struct Form: Sendable {
        /// The name: `too-many-requests`.
        public let name: String

        /// The name of the value that may follow after a colon: `SECONDS`; `nil` if the fault has no value.
        public let value: String?

        /// What the fault does, as one phrase.
        public let summary: String

        let kind: @Sendable (String?) -> Kind?
    }

    /// All faults, in the order of the help.
    public static let forms: [Form] = [
        Form(name: "too-many-requests", value: "SECONDS", summary: "429 with Retry-After, 1 second by default") {
            value in
            number(value, default: 1, within: 0...86_400).map { .tooManyRequests(retryAfter: $0) }
        },
        Form(name: "server-error", value: "STATUS", summary: "a status from 500 to 599, 500 by default") { value in
            number(value, default: 500, within: 500...599).map { .serverError(status: $0) }
        },
        Form(name: "reset", summary: "the connection is reset before an answer", .reset),
        Form(name: "no-answer", summary: "the connection is closed before an answer", .noAnswer),
        Form(name: "truncated", summary: "the answer ends halfway through its body", .truncated),
        Form(name: "dripping", value: "MILLISECONDS", summary: "the bytes come one by one, every 100 ms by default") {
            value in
            number(value, default: 100, within: 0...86_400_000).map { .dripping(.milliseconds($0)) }
        },
        Form(name: "slow", value: "MILLISECONDS", summary: "the answer comes late, by 1000 ms by default") { value in
            number(value, default: 1000, within: 0...86_400_000).map { .slow(.milliseconds($0)) }
        },
        Form(name: "expired-token", value: "REQUESTS", summary: "tokens expire after this many uses, 1 by default") {
            value in
            number(value, default: 1, within: 0...1_000_000_000).map { .expiredToken(after: $0) }
        },
        Form(
            name: "missing-permission",
            value: "PERMISSION",
            summary: "403 where this permission is needed, architect:flow:view by default"
        ) { value in
            .missingPermission(value ?? "architect:flow:view")
        },
        Form(name: "wrong-content-type", summary: "200 with a page of HTML", .wrongContentType),
        Form(name: "garbage", summary: "200 with invalid JSON", .garbage),
        Form(name: "redirect", value: "HOST", summary: "302 to this host, elsewhere.example by default") { value in
            .redirect(to: value ?? "elsewhere.example")
        },
        Form(name: "half-page", summary: "a page has only half of its entities", .halfPage),
        Form(name: "shrinking", summary: "a listing loses an entity on each page after the first", .shrinking),
        Form(name: "repeated", summary: "a page begins with the last entity of the page before", .repeated),
        Form(name: "foreign-next", summary: "a page's link to the next page is to another host", .foreignNext),
        Form(name: "circular-next", summary: "a page's link to the next page is to the same page", .circularNext),
    ]

    /// Reads `NAME:VALUE*TIMES@TEXT`, or returns `nil` if the name is unknown or a value is invalid.
    public init?(_ text: String) {
        let (head, target) = Self.split(text, at: "@")
        let (body, count) = Self.split(head, at: "*")
        let (name, value) = Self.split(body, at: ":")
        guard
            let form = Self.forms.first(where: { $0.name == name }),
            form.value != nil || value == nil,
            value != "", target != "",
            let kind = form.kind(value)
        else { return nil }
        if let count {
            guard let number = Int(count), number > 0 else { return nil }
            times = number
        } else {
            times = nil
        }
        self.kind = kind
        self.text = target
    }

    private static func split(_ text: String, at separator: Character) -> (head: String, tail: String?) {
        guard let index = text.firstIndex(of: separator) else { return (text, nil) }
        return (String(text[..<index]), String(text[text.index(after: index)...]))
    }

    private static func number(_ text: String?, default number: Int, within bounds: ClosedRange<Int>) -> Int? {
        guard let text else { return number }
        return Int(text).flatMap { bounds.contains($0) ? $0 : nil }
    }
}

extension StubFault.Form {
    fileprivate init(name: String, summary: String, _ kind: StubFault.Kind) {
        self.init(name: name, value: nil, summary: summary) { _ in kind }
    }
}
