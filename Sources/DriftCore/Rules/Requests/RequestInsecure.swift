import PastedRequests

extension Rules {
    static let requestInsecure = Rule<RequestComparison>(
        id: "request-insecure",
        severity: .error,
        summary: "The request goes over plain http",
        explanation: """
            The API is only available over https. Over plain http, everybody on the network path can read the token. \
            curl uses http if an address has no scheme.

            Write `https://` before the host.
            """
    ) { comparison in
        guard comparison.isWholeRequest, let address = comparison.address, let host = address.host,
            !RequestAddress.isUnknown(host), !address.isLoopback, address.scheme != "https"
        else { return [] }
        return [
            Evidence(
                address.scheme == nil
                    ? "Host '\(Shown.text(RequestAddress.firstWord(of: host)))' has no scheme, "
                        + "so curl uses plain http; the API requires https"
                    : "The request goes over \(RequestAddress.firstWord(of: address.scheme ?? "")); "
                        + "the API requires https",
                at: comparison.place(address.written.position),
                on: "scheme",
                contrast: Contrast("https", address.scheme.map(RequestAddress.firstWord)),
                fix: Fix("write 'https://', and ask for a new token if you sent this one", edit: address.schemeEdit)
            )
        ]
    }
}
