/// What `flowdrift.yaml` says; everything has a default.
public struct Settings: Hashable, Sendable {
    /// The environments in order of name; nil where the file names none, so that the snapshots tell.
    public var environments: [EnvironmentName]?

    /// How to reach the org of each environment, where the file says anything of it.
    public var orgs: [EnvironmentName: Org]

    /// Which flows are snapshotted.
    public var flows: FlowFilter

    /// What is said of rules, by id.
    public var severities: [RuleID: RuleSetting]

    /// The least severity that fails a run.
    public var failOn: Severity

    /// The hosts besides the regions' that requests may go to, in lower case.
    public var hosts: [String] = []

    /// The findings that somebody accepts, in order of writing.
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

    /// How to reach an environment's org, as far as the file says it; no secret stands there.
    public struct Org: Hashable, Sendable {
        /// The region, by its AWS name or its domain; nil where the file does not say.
        public var region: String?

        /// What the names of the variables with the credentials begin with, `PROD` for `PROD_OAUTHCLIENT_ID`; nil
        /// where the file does not say.
        public var credentials: String?

        /// Makes it.
        public init(region: String? = nil, credentials: String? = nil) {
            self.region = region
            self.credentials = credentials
        }
    }
}

/// Which flows are snapshotted; an empty list lets all through.
public struct FlowFilter: Hashable, Sendable {
    /// The types.
    public var types: [FlowType]

    /// Patterns of names, where `*` stands for any text and `?` for one character.
    public var names: [String]

    /// The names of divisions.
    public var divisions: [String]

    /// Makes a filter, by default one that lets all through.
    public init(types: [FlowType] = [], names: [String] = [], divisions: [String] = []) {
        self.types = types
        self.names = names
        self.divisions = divisions
    }

    /// Whether the filter lets all through.
    public var isOpen: Bool { types.isEmpty && names.isEmpty && divisions.isEmpty }

    /// Whether the filter lets a flow through.
    ///
    /// A flow whose division is not known passes a filter on divisions: better one snapshot too many than one missing.
    public func admits(_ key: FlowKey, division: String?) -> Bool {
        (types.isEmpty || types.contains(key.type))
            && (names.isEmpty || names.contains { Pattern($0).matches(key.name) })
            && (divisions.isEmpty || division.map(divisions.contains) ?? true)
    }
}
