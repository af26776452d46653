/// The content of `flowdrift.yaml`; every setting has a default.
public struct Settings: Hashable, Sendable {
    /// The environments in order of name; `nil` if the file names none, and then the folders of snapshots are used.
    public var environments: [EnvironmentName]?

    /// The folders of contracts, relative to the file and perhaps with wildcards; empty for the default folder.
    public var contracts: [String] = []

    /// The contracts of other repositories, in the order of the file.
    public var remotes: [RemoteContracts] = []

    /// How to reach each environment's org, if the file says so.
    public var orgs: [EnvironmentName: Org]

    /// Which flows have snapshots.
    public var flows: FlowFilter

    /// The settings of rules, by id.
    public var severities: [RuleID: RuleSetting]

    /// The lowest severity that fails a run.
    public var failOn: Severity

    /// Hosts that requests may go to in addition to the regions' API hosts, in lower case.
    public var hosts: [String] = []

    /// The accepted findings, in the order of the file.
    public var waivers: [Waiver]

    /// Makes settings, by default those of an empty file.
    public init(
        environments: [EnvironmentName]? = nil,
        orgs: [EnvironmentName: Org] = [:],
        flows: FlowFilter = FlowFilter(),
        severities: [RuleID: RuleSetting] = [:],
        failOn: Severity = .error,
        waivers: [Waiver] = []
    ) {
        self.environments = environments
        self.orgs = orgs
        self.flows = flows
        self.severities = severities
        self.failOn = failOn
        self.waivers = waivers
    }

    /// How to reach an environment's org, without secrets.
    public struct Org: Hashable, Sendable {
        /// The region, by its AWS name or its domain, or `nil` if the file doesn't say.
        public var region: String?

        /// The prefix of the environment variables with the credentials, or `nil` if the file doesn't say.
        ///
        /// For example, `PROD` is the prefix of `PROD_OAUTHCLIENT_ID`.
        public var credentials: String?

        /// Makes the settings of an org.
        public init(region: String? = nil, credentials: String? = nil) {
            self.region = region
            self.credentials = credentials
        }
    }
}

/// A filter for the flows that have snapshots; an empty list lets all flows pass.
public struct FlowFilter: Hashable, Sendable {
    /// The types of flows.
    public var types: [FlowType]

    /// Patterns of names, where `*` matches any text and `?` one character.
    public var names: [String]

    /// The names of divisions.
    public var divisions: [String]

    /// Makes a filter, by default one that includes all flows.
    public init(types: [FlowType] = [], names: [String] = [], divisions: [String] = []) {
        self.types = types
        self.names = names
        self.divisions = divisions
    }

    /// Whether the filter includes all flows.
    public var isOpen: Bool { types.isEmpty && names.isEmpty && divisions.isEmpty }

    /// Whether the filter includes a flow.
    ///
    /// A flow with an unknown division passes a filter on divisions: an extra snapshot is better than a missing one.
    public func admits(_ key: FlowKey, division: String?) -> Bool {
        (types.isEmpty || types.contains(key.type))
            && (names.isEmpty || names.contains { Pattern($0).matches(key.name) })
            && (divisions.isEmpty || division.map(divisions.contains) ?? true)
    }
}
