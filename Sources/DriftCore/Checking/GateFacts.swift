/// What a release gate reports in addition to the verdict.
public struct GateFacts: Sendable {
    /// The state of each environment that the release goes to.
    public var states: [EnvironmentName: State]

    /// The changes since a revision, or `nil` if none was given.
    public var history: History?

    /// Makes the facts of a gate.
    public init(states: [EnvironmentName: State], history: History? = nil) {
        self.states = states
        self.history = history
    }

    /// What an environment's check was based on.
    public enum State: Hashable, Sendable {
        case live
        /// Its snapshots, last committed on that day.
        case snapshots(Day)
        case uncommitted
        /// Its snapshots, whose commit date git doesn't know.
        case undated

        /// The state in words, for a table.
        public var note: String {
            switch self {
            case .live: "live"
            case .snapshots(let day): day.description
            case .uncommitted: "no commit"
            case .undated: "date not known"
            }
        }
    }

    /// The contracts that became stricter since a revision.
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

    /// A contract that requires more than before.
    public struct StricterContract: Sendable {
        /// The contract's name.
        public var name: String

        /// What it now requires in addition, each as a phrase.
        public var changes: [String]

        /// Who must ship first in each environment, in the order given by the user.
        public var order: [(environment: EnvironmentName, first: ShippingOrder)]

        /// Makes a contract that became stricter.
        public init(name: String, changes: [String], order: [(environment: EnvironmentName, first: ShippingOrder)]) {
            self.name = name
            self.changes = changes
            self.order = order
        }
    }
}

/// Who must ship first if a contract became stricter.
public enum ShippingOrder: String, Sendable {
    /// The contract doesn't have to hold in the environment.
    case notExpected = "not-expected"
    /// The contract wasn't checked in the environment.
    case unknown
    /// The flow works with the old code and the new one.
    case codeMayShip = "code-may-ship"
    /// The flow only works with the new code.
    case codeMustShip = "code-must-ship"
    /// The flow only works with the old code.
    case flowFirst = "flow-first"
    /// The flow works with neither.
    case both

    /// The order in words.
    public var phrase: String {
        switch self {
        case .notExpected: "not expected"
        case .unknown: "unknown"
        case .codeMayShip: "the flow has what the code needs: the code may ship"
        case .codeMustShip: "the flow has already changed: ship the code"
        case .flowFirst: "the flow must ship first: the flow lacks something that the code uses"
        case .both: "both must change: the flow fits neither the old code nor the new code"
        }
    }
}
