public import PastedRequests

/// A request beside the flow that it should start, everything already looked up.
public struct RequestComparison: Sendable {
    /// The request as it is written.
    let request: HTTPRequestText

    /// The request's file, as messages name it.
    let file: String

    /// The body as JSON; nil where there is none to read.
    let document: JSONDocument?

    /// The file that the body stands in: the request's, or the one that it names.
    let bodyFile: String

    /// The value that should be the body of a launch; nil where there is none.
    let root: JSONNode?

    /// The body, its members under what they stand for; nil where it is no object.
    let body: LaunchBody?

    /// What the request is judged by.
    let surroundings: RequestSurroundings

    /// The contract that names the request as one that its code sends; nil for a request that somebody pasted.
    let contract: Contract?

    /// The error answer that came back; nil where none is given.
    let answer: RequestAnswer?

    /// What must not be shown of all this.
    let redaction: Redaction

    /// Each input with what the flow has for it; nil where no flow is known, or its name is not.
    let inputs: MatchedInputs

    /// Where the first error of each rule stands, which a rule on the answer points at; the judge fills it in.
    var firstErrors: [RuleID: Place] = [:]

    /// The flow; nil where none is known.
    var flow: Flow? { surroundings.flow }

    /// Puts a request beside what it is judged by.
    ///
    /// - Parameters:
    ///   - request: The request.
    ///   - file: Its file, as messages name it.
    ///   - body: The file that the request takes its body from; nil where the body stands in the request.
    ///   - pointer: The JSON pointer to the body in its text; empty for the whole of it.
    ///   - answer: The error answer that came back; nil where none is given.
    ///   - contract: The contract that names the request; nil where none does.
    ///   - surroundings: What else is known.
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

    /// Puts a request that is read already beside what it is judged by.
    ///
    /// - Parameters:
    ///   - read: The request with its body.
    ///   - answer: The error answer that came back; nil where none is given.
    ///   - contract: The contract that names the request; nil where none does.
    ///   - surroundings: What else is known.
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
        /// The file, as messages name it.
        public var file: String

        /// What it holds.
        public var bytes: [UInt8]

        /// Makes one.
        public init(file: String, bytes: [UInt8]) {
            self.file = file
            self.bytes = bytes
        }
    }
}

/// What a request is judged by, beyond itself.
public struct RequestSurroundings: Sendable {
    /// The flow that the request should start; nil where none is known.
    public var flow: Flow?

    /// Every flow that is known to exist, with its id where that is known.
    public var entries: [FlowEntry]

    /// The hosts besides those of the regions that the API may be reached at.
    public var hosts: [String]

    /// The host of the environment's own API; nil where it is not known.
    public var ownHost: String?

    /// The environment; nil where the flows come from no named environment.
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

/// An error answer with the file that it was read from.
public struct RequestAnswer: Sendable {
    /// The answer.
    public var answer: ErrorAnswer

    /// The file, as messages name it.
    public var file: String

    /// Makes one.
    public init(_ answer: ErrorAnswer, file: String) {
        self.answer = answer
        self.file = file
    }
}
