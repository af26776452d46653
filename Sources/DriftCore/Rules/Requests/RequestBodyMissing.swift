extension Rules {
    static let requestBodyMissing = Rule<RequestComparison>(
        id: "request-body-missing",
        severity: .error,
        summary: "The request has no body",
        explanation: """
            The body says which flow to start. Without a body, the API probably answers 400. Without a body \
            and without `-X`, curl sends a GET.

            Send a body with at least `flowId`, as in the corrected request.
            """
    ) { comparison in
        guard comparison.isLaunch, comparison.lacksBody else { return [] }
        return [
            Evidence(
                "The request has no body; a launch needs a body with 'flowId'",
                at: comparison.start,
                on: "body",
                fix: Fix("send a JSON object with 'flowId', and the inputs under 'inputData'")
            )
        ]
    }
}
