public import DriftCore

/// A flow of the stand-in's org.
public struct StubFlow: Sendable {
    /// The flow's type and name.
    public var key: FlowKey

    /// Its id; the one made from type and name where the source has none.
    public var id: FlowID

    /// The division's name; nil where the source does not say, which the API answers as an empty name.
    public var division: String?

    /// Whether the flow is switched on.
    public var isActive: Bool

    /// The published version; nil where it was never published.
    public var published: Version?

    /// A version that is saved but not published; nil where the published version is the newest.
    public var draft: Version?

    /// Who published the flow, by name.
    public var publisher: String

    /// What callers may send, for the schemas of the listing.
    var inputs: [Variable]

    /// What callers get back, for the schemas of the listing.
    var outputs: [Variable]

    /// One version of a flow.
    public struct Version: Hashable, Sendable {
        /// Its id, such as `12.0`.
        public var id: String

        /// The configuration, as JSON; nil where the source knows the flow by name alone.
        public var configuration: [UInt8]?

        /// Makes a version.
        public init(_ id: String, configuration: [UInt8]?) {
            self.id = id
            self.configuration = configuration
        }
    }

    /// Makes a flow that answers with a configuration.
    ///
    /// A flow whose version is not known has one that is made from its configuration, so that an edited flow has
    /// another, as if it had been published; one that is not published has the draft `1.0`.
    ///
    /// - Parameters:
    ///   - flow: The flow.
    ///   - configuration: Its configuration as JSON; nil for one made from its variables.
    public init(_ flow: Flow, configuration: [UInt8]? = nil) {
        let configuration = configuration ?? Configuration(of: flow).bytes
        self.init(flow.entry, id: flow.linkID, configuration: configuration)
        inputs = flow.inputs
        outputs = flow.outputs
    }

    /// Makes a flow that is known by name alone: it is listed, but has no configuration.
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
        let version = Version(entry.publishedVersion ?? made ?? "1.0", configuration: configuration)
        published = isPublished ? version : nil
        draft = isPublished ? nil : version
        publisher = "Architect"
        inputs = []
        outputs = []
    }
}

extension StubFlow {
    /// The newest version, published or not.
    var newest: Version? { draft ?? published }

    /// The versions, the newest first.
    var versions: [Version] { [draft, published].compactMap(\.self) }
}
