import YAML

/// Reads `flowdrift.yaml` strictly: an unknown key or value is an error.
public struct SettingsReader: Sendable {
    private let rules: [DriftRule]

    /// Makes a reader.
    ///
    /// - Parameter rules: The rules that settings may name.
    public init(rules: [DriftRule]) {
        self.rules = rules
    }

    /// Reads the settings; a setting that the file doesn't have gets its default.
    ///
    /// - Parameters:
    ///   - bytes: The file's bytes.
    ///   - file: The file's name, for messages.
    ///   - today: The day of the run, or `nil` to allow waivers any expiry date.
    /// - Returns: The settings.
    /// - Throws: ``ReadingError`` at the first error.
    public func settings(_ bytes: [UInt8], file: String, today: Day? = nil) throws(ReadingError) -> Settings {
        let what = "flowdrift.yaml"
        let root = try YAMLCursor.root(of: bytes, file: file, what: "`flowdrift: 1`")
            .document(
                what,
                keys: ["flowdrift", "contracts", "environments", "flows", "hosts", "severity", "fail-on", "waivers"]
            )
        var settings = Settings(
            environments: try root.value("environments").map(environments),
            orgs: try root.value("environments").map(orgs) ?? [:],
            flows: try root.value("flows").map(filter) ?? FlowFilter(),
            severities: try severities(root.value("severity")),
            failOn: try root.value("fail-on").map { (node) throws(ReadingError) in
                try node.choice("severity", of: Severity.self)
            } ?? .error,
            waivers: try root.value("waivers").map { (node) throws(ReadingError) in
                try WaiverReader(rules: rules, today: today).waivers(node)
            } ?? []
        )
        settings.hosts = try hosts(root.value("hosts"))
        for element in try root.value("contracts")?.elements("contracts") ?? [] {
            if element.node.kind == .mapping {
                settings.remotes.append(try RemoteContractsReader().remote(element))
            } else {
                settings.contracts.append(try element.text("contracts"))
            }
        }
        return settings
    }

    private func environments(_ node: YAMLCursor) throws(ReadingError) -> [EnvironmentName] {
        var names: [EnvironmentName] = []
        for (key, _) in try node.entries("environments") {
            names.append(try key.environmentName())
        }
        guard !names.isEmpty else {
            throw node.error(
                "`environments` names no environment",
                "name at least one environment, or remove `environments`"
            )
        }
        return names.sorted()
    }

    private func orgs(_ node: YAMLCursor) throws(ReadingError) -> [EnvironmentName: Settings.Org] {
        var orgs: [EnvironmentName: Settings.Org] = [:]
        for (key, value) in try node.entries("environments") where !value.node.isNull {
            let settings = try value.mapping("an environment", keys: ["region", "credentials"])
            orgs[try key.environmentName()] = Settings.Org(
                region: try settings.value("region").map { (node) throws(ReadingError) in try node.text("a region") },
                credentials: try settings.value("credentials").map(credentials)
            )
        }
        return orgs
    }

    private func credentials(_ node: YAMLCursor) throws(ReadingError) -> String {
        let prefix = try node.text("credentials")
        let isName = prefix.utf8.allSatisfy { $0.isASCIILetterOrDigit || $0 == UInt8(ascii: "_") }
        guard isName, prefix.utf8.first.map({ $0 > UInt8(ascii: "9") }) == true else {
            // The text may be a secret, so the message doesn't repeat it.
            throw node.error(
                "'credentials' must be the prefix of the environment variables' names",
                "write PROD for PROD_OAUTHCLIENT_ID and PROD_OAUTHCLIENT_SECRET; don't write a secret into this file"
            )
        }
        return prefix
    }

    private func filter(_ node: YAMLCursor) throws(ReadingError) -> FlowFilter {
        let filter = try node.mapping("a filter of flows", keys: ["types", "names", "divisions"])
        var types: [FlowType] = []
        for element in try filter.value("types")?.elements("types") ?? [] {
            let name = try element.text("a flow's type")
            guard let type = FlowType(name), FlowType.known.contains(type) else {
                let names = FlowType.known.map(\.name)
                let near = NearName.best(for: name, among: names)
                throw element.error(
                    "Unknown flow type '\(name)'",
                    near.map { "did you mean '\($0)'?" } ?? "use one of \(names.joined(separator: ", "))"
                )
            }
            types.append(type)
        }
        return FlowFilter(
            types: types,
            names: try texts(filter.value("names"), "names"),
            divisions: try texts(filter.value("divisions"), "divisions")
        )
    }

    private func hosts(_ node: YAMLCursor?) throws(ReadingError) -> [String] {
        var hosts: [String] = []
        for element in try node?.elements("hosts") ?? [] {
            let host = try element.text("a host")
            guard !host.contains("/"), !host.contains(" ") else {
                throw element.error(
                    "'\(host)' is not the name of a host",
                    "write only the host's name: api-gateway.example.org"
                )
            }
            hosts.append(host.lowercased())
        }
        return hosts
    }

    private func texts(_ node: YAMLCursor?, _ what: String) throws(ReadingError) -> [String] {
        var texts: [String] = []
        for element in try node?.elements(what) ?? [] { texts.append(try element.text(what)) }
        return texts
    }

    private func severities(_ node: YAMLCursor?) throws(ReadingError) -> [RuleID: RuleSetting] {
        var severities: [RuleID: RuleSetting] = [:]
        for (key, value) in try node?.entries("severities") ?? [] {
            let id = try key.text("a rule's id")
            guard rules.contains(where: { $0.id == id }) else {
                let near = rules.nearest(to: id)
                throw key.error(
                    "Unknown rule '\(id)'",
                    near.map { "did you mean '\($0)'?" } ?? "`flowdrift rules` lists all rules"
                )
            }
            let choices = Severity.allCases.map { ($0.rawValue, RuleSetting.severity($0)) } + [("off", .off)]
            severities[id] = try value.choice("severity", from: choices)
        }
        return severities
    }
}
