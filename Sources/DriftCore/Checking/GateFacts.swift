/// What a release gate knows beyond the verdict.
public struct GateFacts: Sendable {
    /// The state of each environment that the release goes to: the day of its snapshots, or that the org was read.
    public var states: [EnvironmentName: State]

    /// What became stricter since a revision; nil where nobody asked.
    public var history: History?

    /// Makes what a gate knows.
    public init(states: [EnvironmentName: State], history: History? = nil) {
        self.states = states
        self.history = history
    }

    /// What an environment was judged by.
    public enum State: Hashable, Sendable {
        /// The org itself.
        case live
        /// Its snapshots, last committed on a day.
        case snapshots(Day)
        /// Its snapshots, which are in no commit.
        case uncommitted
        /// Snapshots of which git does not tell when they were committed.
        case undated

        /// What a table says of it.
        public var note: String {
            switch self {
            case .live: "live"
            case .snapshots(let day): day.description
            case .uncommitted: "no commit"
            case .undated: "date not known"
            }
        }
    }

    /// Which contracts became stricter since a revision.
    public struct History: Sendable {
        /// The revision, as the user gave it.
        public var revision: String

        /// The contracts in order of name.
        public var contracts: [StricterContract]

        /// Makes a history.
        public init(since revision: String, contracts: [StricterContract]) {
            self.revision = revision
            self.contracts = contracts
        }
    }

    /// A contract that became stricter.
    public struct StricterContract: Sendable {
        /// Its name.
        public var name: String

        /// What it asks more, each as a phrase.
        public var changes: [String]

        /// Who must ship first, environment by environment, in the order in which they were named.
        public var order: [(environment: EnvironmentName, first: ShippingOrder)]

        /// Makes a contract that became stricter.
        public init(name: String, changes: [String], order: [(environment: EnvironmentName, first: ShippingOrder)]) {
            self.name = name
            self.changes = changes
            self.order = order
        }
    }
}

/// Who must ship first where a contract became stricter.
public enum ShippingOrder: String, Sendable {
    /// The contract need not hold there.
    case notExpected = "not-expected"
    /// The contract was not judged there.
    case unknown
    /// The flow fits the code before and after.
    case codeMayShip = "code-may-ship"
    /// The flow fits only the code after.
    case codeMustShip = "code-must-ship"
    /// The flow fits only the code before.
    case flowFirst = "flow-first"
    /// The flow fits neither.
    case both

    /// The order in words.
    public var phrase: String {
        switch self {
        case .notExpected: "not expected"
        case .unknown: "unknown"
        case .codeMayShip: "the flow has it: the code may ship"
        case .codeMustShip: "the flow has moved already: ship the code"
        case .flowFirst: "the flow must ship first: the code asks for what it does not have"
        case .both: "both must change: the flow fits neither the code as it was nor as it is"
        }
    }
}
