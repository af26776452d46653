public import PastedRequests

/// A request and the flow that it should start, with everything already looked up.
public struct RequestComparison: Sendable {
    let request: HTTPRequestText

    /// The request's file, for messages.
    let file: String

    /// The body as JSON, or `nil` if there is none.
    let document: JSONDocument?

    /// The file with the body: the request's, or the one that the request names.
    let bodyFile: String

    /// The value that should be a launch's body, or `nil` if there is none.
    let root: JSONNode?

    /// The body with its members assigned to parts of a launch, or `nil` if it isn't an object.
    let body: LaunchBody?

    let surroundings: RequestSurroundings

    /// The contract that lists the request as one that its code sends, or `nil` for a pasted request.
    let contract: Contract?

    /// The error response to the request, or `nil` if none is given.
    let answer: RequestAnswer?

    /// The texts to hide in messages.
    let redaction: Redaction

    /// Each input with its match in the flow, which is `nil` if the flow or the name is unknown.
    let inputs: MatchedInputs

    /// For each rule that finds errors in the request, the place of the first error.
    ///
    /// ``Judge`` sets it before it applies the rules that explain the error response.
    var firstErrors: [RuleID: Place] = [:]

    /// The flow, or `nil` if none is known.
    var flow: Flow? { surroundings.flow }

    /// Compares a request with its surroundings.
    ///
    /// - Parameters:
    ///   - request: The request.
    ///   - file: Its file, for messages.
    ///   - body: The file that the request takes its body from, or `nil` if the body is in the request.
    ///   - pointer: The JSON pointer to the body in its text; empty for the whole text.
    ///   - answer: The error response to the request, or `nil` if none is given.
    ///   - contract: The contract that names the request, or `nil` if none does.
    ///   - surroundings: The flow and its environment.
    public init(
        _ request: HTTPRequestText,
        file: String,
        body: BodyFile? = nil,
        pointer: String = "",
        answer: RequestAnswer? = nil,
        contract: Contract? = nil,
        in surroundings: RequestSurroundings
    ) {
        let read = ReadRequest(request, file: file, body: body, pointer: pointer)
        self.init(read, answer: answer, contract: contract, in: surroundings)
    }

    /// Compares a request whose body is already parsed with its surroundings.
    ///
    /// - Parameters:
    ///   - read: The request with its body.
    ///   - answer: The error response to the request, or `nil` if none is given.
    ///   - contract: The contract that names the request, or `nil` if none does.
    ///   - surroundings: The flow and its environment.
    public init(
        _ read: ReadRequest,
        answer: RequestAnswer? = nil,
        contract: Contract? = nil,
        in surroundings: RequestSurroundings
    ) {
        (request, file, bodyFile) = (read.request, read.file, read.bodyFile)
        (document, root) = (read.document, read.root)
        self.contract = contract
        self.answer = answer
        self.surroundings = surroundings
        var redaction = read.redaction
        if let message = answer?.answer.message { redaction.add(Redaction(Array(message.value.utf8))) }
        self.redaction = redaction
        body = root.flatMap { root in
            switch contract?.launch?.via {
            case .webhook: nil
            case .custom: contract?.launch?.gateway.flatMap { LaunchBody(root, through: $0) }
            case .flowExecution, nil: LaunchBody(anywhereIn: root, flow: surroundings.flow)
            }
        }
        let sent = body?.sentInputs ?? []
        let only = sent.count == 1 ? sent.first?.inputs : nil
        inputs = MatchedInputs(only ?? sent.flatMap(\.inputs), in: surroundings.flow)
    }

    /// A file that a request takes its body from.
    public struct BodyFile: Sendable {
        /// The file's name in messages.
        public var file: String

        /// The file's content.
        public var bytes: [UInt8]

        /// Makes a file.
        public init(file: String, bytes: [UInt8]) {
            self.file = file
            self.bytes = bytes
        }
    }
}

/// What a request is checked against.
public struct RequestSurroundings: Sendable {
    /// The flow that the request should start, or `nil` if none is known.
    public var flow: Flow?

    /// All flows known to exist, with their ids if known.
    public var entries: [FlowEntry]

    /// Hosts of the API besides those of the regions.
    public var hosts: [String]

    /// The host of the environment's own API, or `nil` if it's unknown.
    public var ownHost: String?

    /// The environment, or `nil` if the flows come from no named environment.
    public var environment: EnvironmentName?

    /// Makes surroundings.
    public init(
        flow: Flow? = nil,
        entries: [FlowEntry] = [],
        hosts: [String] = [],
        ownHost: String? = nil,
        environment: EnvironmentName? = nil
    ) {
        self.flow = flow
        self.entries = entries
        self.hosts = hosts
        self.ownHost = ownHost
        self.environment = environment
    }
}

/// An error response and its file.
public struct RequestAnswer: Sendable {
    /// The response.
    public var answer: ErrorAnswer

    /// The file's name in messages.
    public var file: String

    /// Makes an answer.
    public init(_ answer: ErrorAnswer, file: String) {
        self.answer = answer
        self.file = file
    }
}
