import PastedRequests

extension Rules {
    static let requestPath = Rule<RequestComparison>(
        id: "request-path",
        severity: .error,
        summary: "The request's path is not /api/v2/flows/executions",
        explanation: """
            A flow is started by `POST /api/v2/flows/executions`, with the flow's id in the body. A path with the \
            flow's id in it, or of another API version, does not start a flow, and the answer is 404. A slash at the \
            end is a warning, because it is not documented whether the API accepts it.

            Send the request to `/api/v2/flows/executions`.
            """
    ) { comparison in
        guard comparison.isWholeRequest, let address = comparison.address, let path = address.path,
            !address.isLaunch(behindGateway: address.host.map(comparison.surroundings.hosts.contains) ?? false)
        else { return [] }
        let shown = RequestAddress.firstWord(of: path)
        return [
            Evidence(
                path.isEmpty
                    ? "The address has no path; a launch goes to '\(RequestAddress.launchPath)'"
                    : "Path '\(Shown.text(shown))' is not a launch's path; a launch goes to "
                        + "'\(RequestAddress.launchPath)'",
                at: comparison.place(address.written.position),
                on: "path",
                severity: path == RequestAddress.launchPath + "/" ? .warning : nil,
                contrast: Contrast(RequestAddress.launchPath, shown),
                fix: Fix("send the request to '\(RequestAddress.launchPath)'", edit: address.pathEdit)
            )
        ]
    }
}

extension RequestComparison {
    var address: RequestAddress? { request.url.map(RequestAddress.init) }
}
