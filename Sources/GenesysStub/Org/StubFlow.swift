public import DriftCore

/// A flow of the stub server's org.
public struct StubFlow: Sendable {
    /// The flow's type and name.
    public var key: FlowKey

    /// Its id, made from the type and name if the source has none.
    public var id: FlowID

    /// The name of the division, or `nil` if it is unknown; the API then gives an empty name.
    public var division: String?

    /// Whether the flow is active.
    public var isActive: Bool

    /// The published version, or `nil` if the flow was never published.
    public var published: Version?

    /// A version that is saved but not published, or `nil` if the published version is the newest.
    public var draft: Version?

    /// The versions before the published one, the newest first; those that were never published are among them.
    public var earlier: [Version] = []

    /// The name of the user who published the flow.
    public var publisher: String

    /// The flow with its inputs and outputs, or `nil` if only its name is known.
    public private(set) var interface: Flow?

    /// A version of a flow.
    public struct Version: Hashable, Sendable {
        /// Its id, such as `12.0`.
        public var id: String

        /// The configuration as JSON, or `nil` if the source has only the flow's name.
        public var configuration: [UInt8]?

        /// Whether the version was published.
        public var isPublished: Bool

        /// The name of the user who created the version, or `nil` for the flow's publisher.
        public var creator: String?

        /// Makes a version, by default one that was published.
        public init(_ id: String, configuration: [UInt8]?, isPublished: Bool = true, creator: String? = nil) {
            self.id = id
            self.configuration = configuration
            self.isPublished = isPublished
            self.creator = creator
        }
    }

    /// Makes a flow with a configuration.
    ///
    /// If the version is unknown, it is made from the configuration. An edited flow then has another version, as if it
    /// had been published. An unpublished flow has the draft `1.0`.
    ///
    /// - Parameters:
    ///   - flow: The flow.
    ///   - configuration: Its configuration as JSON, or `nil` to make one from its variables.
    public init(_ flow: Flow, configuration: [UInt8]? = nil) {
        let configuration = configuration ?? Configuration(of: flow).bytes
        self.init(flow.entry, id: flow.linkID, configuration: configuration)
        interface = flow.hasInterface ? flow : nil
    }

    /// Makes a flow with only a name: it is listed, but has no configuration.
    public init(_ entry: FlowEntry) {
        self.init(entry, id: entry.id ?? FlowID(madeFor: entry.key), configuration: nil)
    }

    private init(_ entry: FlowEntry, id: FlowID, configuration: [UInt8]?) {
        key = entry.key
        self.id = id
        division = entry.division
        isActive = entry.availability != .inactive
        let isPublished = entry.availability != .unpublished
        let made = isPublished ? configuration.map { "\(StableHash(of: $0).value % 9_999 + 1).0" } : nil
        let version = Version(
            entry.publishedVersion ?? made ?? "1.0",
            configuration: configuration,
            isPublished: isPublished
        )
        published = isPublished ? version : nil
        draft = isPublished ? nil : version
        publisher = "Architect"
    }
}

extension StubFlow {
    /// The inputs; none if they are unknown.
    var inputs: [Variable] { interface?.inputs ?? [] }

    /// The outputs; none if they are unknown.
    var outputs: [Variable] { interface?.outputs ?? [] }

    var newest: Version? { draft ?? published }

    /// The versions, the newest first.
    var versions: [Version] { [draft, published].compactMap(\.self) + earlier }
}
