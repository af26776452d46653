import PastedRequests

extension Rules {
    static let requestMethod = Rule<RequestComparison>(
        id: "request-method",
        severity: .error,
        summary: "The request has another method than POST",
        explanation: """
            A flow is started by `POST /api/v2/flows/executions`. The answer to another method is 404 or 405. curl \
            sends a POST if the command has a body, unless `-X` or `-G` sets another method. Methods are \
            case-sensitive. curl sends `-X post` as it is written, and the server may refuse it.

            Send the request with POST.
            """
    ) { comparison in
        guard comparison.isWholeRequest, let method = comparison.request.method, method.value != "POST",
            !RequestAddress.isUnknown(method.value), !method.value.contains("$")
        else { return [] }
        let isOtherCase = method.value.uppercased() == "POST"
        // Libraries and data actions write the method themselves.
        guard !isOtherCase || [.curl, .http].contains(comparison.request.form) else { return [] }
        let edit = method.widthOfQuote == 0 ? Fix.Edit(of: method, with: "POST") : nil
        let name = RequestAddress.firstWord(of: method.value)
        return [
            Evidence(
                isOtherCase
                    ? "Method '\(name)' is not in upper case, and methods are case-sensitive; the server may "
                        + "refuse the request"
                    : "The request's method is '\(Shown.text(name))'; a launch is a POST",
                at: comparison.place(method.position),
                on: "method",
                contrast: Contrast("POST", name),
                fix: Fix("send POST", edit: edit)
            )
        ]
    }
}
