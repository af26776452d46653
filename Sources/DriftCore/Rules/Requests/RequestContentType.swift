import PastedRequests

extension Rules {
    static let requestContentType = Rule<RequestComparison>(
        id: "request-content-type",
        severity: .error,
        summary: "The body is not sent as application/json",
        explanation: """
            The API reads the body as the type in the header Content-Type. With `-d`, curl sends \
            `application/x-www-form-urlencoded`, unless a header sets another type. The API then refuses even a body \
            that is valid JSON, mostly with 415 or 400.

            Send the header `Content-Type: application/json`, or use curl's `--json`.
            """
    ) { comparison in
        let request = comparison.request
        guard comparison.isWholeRequest, !comparison.lacksBody else { return [] }
        let header = request.header("Content-Type")
        if case .form(let position)? = request.body, header != nil || request.form != .curl {
            return [
                Evidence(
                    "The request sends the body as the fields of a form"
                        + (header == nil ? "" : ", whatever Content-Type says") + "; the API requires JSON",
                    at: comparison.place(position),
                    on: "Content-Type",
                    fix: Fix(
                        request.form == .curl
                            ? "send the body as JSON with --data-raw, or with curl's --json"
                            : "send the body as the text of a JSON object"
                    )
                )
            ]
        }
        guard header != nil || request.showsHeaders else { return [] }
        let type = header?.value.value ?? request.impliedContentType
        guard type.map({ !$0.isJSONType && !RequestAddress.isUnknown($0) }) ?? true else { return [] }
        let isForm = if case .form? = request.body { true } else { false }
        let isEditable = header?.value.widthOfQuote == 0
        let shown = type.map(RequestAddress.firstWord)
        let problem = shown.map { "Content-Type '\(Shown.text($0))' is sent" } ?? "No Content-Type is sent"
        return [
            Evidence(
                problem + (header == nil && type != nil ? ", because no header sets another type" : "")
                    + "; the API requires application/json",
                at: header.map { comparison.place($0.value.position) } ?? comparison.start,
                on: "Content-Type",
                contrast: Contrast("application/json", shown),
                fix: Fix(
                    (isForm ? "send the body as the text of a JSON object, and " : "send ")
                        + "the header 'Content-Type: application/json'",
                    edit: isEditable ? header.map { Fix.Edit(of: $0.value, with: "application/json") } : nil
                )
            )
        ]
    }
}

extension String {
    fileprivate var isJSONType: Bool {
        Blanks.trimmed(String(prefix { $0 != ";" })).lowercased() == "application/json"
    }
}
