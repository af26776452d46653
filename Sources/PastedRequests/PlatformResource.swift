extension Written<String>? {
    /// Whether an address belongs to a Platform API resource that starts no flow execution, such as a bot's session.
    ///
    /// Source: the paths of the Platform API, api.mypurecloud.com/api/v2/docs/swagger.
    package var isOfOtherResource: Bool {
        guard let path = self.flatMap({ RequestAddress($0).path })?.lowercased() else { return false }
        let parts = path.split(separator: "/").map(String.init)
        guard let api = parts.firstIndex(of: "api"), api + 2 < parts.count, parts[api + 1].hasPrefix("v") else {
            return false
        }
        let rest = parts[(api + 2)...]
        guard rest.first == "flows", let part = rest.dropFirst().first else {
            return Resources.others.contains(rest.first ?? "")
        }
        if Resources.ofFlows.contains(part) { return true }
        // `/flows/{id}/versions` belongs to one flow, but people expect `/flows/{id}/executions` to start the flow.
        return rest.dropFirst(2).first.map(Resources.ofOneFlow.contains) ?? false
    }
}

/// Names in the paths below `/api/v2` that start no flow execution.
private enum Resources {
    static let others: Set<String> = [
        "alerting", "analytics", "authorization", "billing", "coaching", "contentmanagement", "conversations",
        "dataprivacy", "diagnostics", "downloads", "events", "externalcontacts", "gamification", "gdpr", "greetings",
        "groups", "identityproviders", "infrastructureascode", "integrations", "journey", "knowledge",
        "languageunderstanding", "learning", "license", "locations", "messaging", "notifications", "oauth",
        "organizations", "orgauthorization", "outbound", "presence", "processautomation", "quality", "recording",
        "recordings", "responsemanagement", "routing", "scim", "scripts", "search", "speechandtextanalytics",
        "stations", "taskmanagement", "teams", "telephony", "textbots", "tokens", "uploads", "usage", "users",
        "utilities", "voicemail", "webchat", "webdeployments", "webmessaging", "workforcemanagement",
    ]

    static let ofFlows: Set<String> = [
        "actions", "datatables", "divisionviews", "export", "exports", "histories", "instances", "jobs", "milestones",
        "outcomes", "types",
    ]

    static let ofOneFlow: Set<String> = ["history", "latestconfiguration", "versions", "instances", "outcomes"]
}
