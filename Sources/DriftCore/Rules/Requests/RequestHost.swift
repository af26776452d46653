import PastedRequests

extension Rules {
    static let requestHost = Rule<RequestComparison>(
        id: "request-host",
        severity: .warning,
        summary: "The request goes to a host that is not a region's API",
        explanation: """
            Each region has one host for its API, such as `api.mypurecloud.ie`. The hosts in a browser's address bar \
            begin with `apps.` or `login.`; they answer with a web page or an error. Another vendor's host may answer \
            anything. If you have a gateway of your own, list its host under `hosts:` in `flowdrift.yaml`.

            Send the request to the API host of the org's region, which begins with `api.`.
            """
    ) { comparison in
        guard comparison.isWholeRequest, let address = comparison.address, let host = address.host,
            !RequestAddress.isUnknown(host), !address.isLoopback
        else { return [] }
        let isOtherRegion = comparison.isOtherRegion(host)
        guard isOtherRegion || !comparison.knownHosts.contains(host) else { return [] }
        let near = comparison.hostMeant(by: host)
        let shown = RequestAddress.firstWord(of: host)
        return [
            Evidence(
                "Host '\(Shown.text(shown))' is "
                    + (isOtherRegion
                        ? "in another region than the flow"
                        : "not the API host of a region, and not listed under `hosts:` in flowdrift.yaml")
                    + (near.map { "; did you mean '\($0)'?" } ?? ""),
                at: comparison.place(address.written.position),
                on: "host",
                contrast: near.map { Contrast($0, shown) },
                fix: near.map { Fix("send the request to '\($0)'", edit: address.edit(host: $0)) }
                    ?? Fix(
                        "send the request to the API host of the org's region, such as 'api.mypurecloud.ie', "
                            + "or list this host under `hosts:` in flowdrift.yaml"
                    )
            )
        ]
    }
}

extension RequestComparison {
    var knownHosts: Set<String> {
        Set(RegionDomains.apiHosts + surroundings.hosts + [surroundings.ownHost].compactMap(\.self))
    }

    /// Whether a host is a region's, but not that of the environment whose flow's id is sent.
    func isOtherRegion(_ host: String) -> Bool {
        guard let own = surroundings.ownHost, case .id(let id, _)? = sentID, isKnown(id) else { return false }
        return host != own && RegionDomains.apiHosts.contains(host) && !surroundings.hosts.contains(host)
    }

    /// The host that was probably meant, or `nil` if that's unclear.
    func hostMeant(by host: String) -> String? {
        if let own = surroundings.ownHost { return own }
        if let host = RegionDomains.apiHost(of: host) { return host }
        // Hosts' names are all similar, so only a typing error counts.
        return (RegionDomains.apiHosts + surroundings.hosts).filter { NearName.similarity($0, host) >= 0.85 }
            .max { NearName.similarity($0, host) < NearName.similarity($1, host) }
    }
}
