/// The requests in a pasted text: those that start flows, and the others.
public struct PastedText: Sendable {
    /// The requests that start flows or were meant to, in order.
    public internal(set) var launches: [HTTPRequestText] = []

    /// The requests that start no flow, in order.
    ///
    /// Of these requests, lint only checks those to a webhook or a gateway.
    package private(set) var otherRequests: [HTTPRequestText] = []

    /// How many requests of the text start no flow.
    public var others: Int { otherRequests.count }

    /// What the text is instead of a request, or `nil` if its requests were read.
    public internal(set) var foreign: ForeignText?

    /// The kind of literal of the first body, such as `Python dict`, or `nil` if the text isn't source code.
    public private(set) var sourceForm: String?

    package init() {}

    package init(_ foreign: ForeignText) {
        self.foreign = foreign
    }

    /// Makes the launches of source code; lint can't correct them, because their expressions would be lost.
    ///
    /// - Parameters:
    ///   - launches: The launches.
    ///   - form: The kind of literal of the first body, such as `Python dict`.
    package init(ofSource launches: [HTTPRequestText], form: String) {
        self.launches = launches
        sourceForm = form
    }

    /// Sorts requests by whether they start flows.
    ///
    /// - Parameters:
    ///   - requests: The requests in order.
    ///   - judgesLoneRequest: Whether to treat the only request of a text as a launch even if its address is wrong.
    package init(_ requests: [HTTPRequestText], judgesLoneRequest: Bool = true) {
        if judgesLoneRequest, requests.count == 1, let only = requests.first, only.mayBeLaunch {
            launches = [(only.asLaunch ?? only).readingForm]
            return
        }
        for request in requests {
            if let launch = request.asLaunch {
                launches.append(launch.readingForm)
            } else {
                otherRequests.append(request)
            }
        }
    }

    package var isEmpty: Bool { launches.isEmpty && others == 0 && foreign == nil }

    /// Adds credentials that messages about the requests must not show.
    package mutating func redact(_ redaction: Redaction) {
        for index in launches.indices { launches[index].redaction.add(redaction) }
        for index in otherRequests.indices { otherRequests[index].redaction.add(redaction) }
    }

    package mutating func add(_ other: PastedText) {
        launches += other.launches
        otherRequests += other.otherRequests
        foreign = foreign ?? other.foreign
    }
}

/// A text that isn't a request, or that is in a form that lint doesn't read.
public struct ForeignText: Hashable, Sendable {
    /// What the text is, as a full sentence with no final period.
    public var problem: String

    /// What to give instead, as one phrase with no final period.
    public var fix: String

    /// The position of the problem, or `nil` if the problem is the whole text.
    public var position: Position?

    package init(_ problem: String, fix: String, at position: Position? = nil) {
        self.problem = problem
        self.fix = fix
        self.position = position
    }
}

extension HTTPRequestText {
    /// The request if it starts a flow or may start one, or `nil` for any other request.
    package var asLaunch: HTTPRequestText? {
        guard !isLaunch else { return self }
        guard isMeantAsLaunch else { return nil }
        var request = self
        // If the address and the body are unknown, the receiver may not be the API, so missing headers aren't a fault.
        if hasUnknownAddress, hasUnknownBody { request.showsHeaders = false }
        return request
    }

    /// Whether the request goes to the address that starts flows.
    package var isLaunch: Bool {
        if form == .body { return true }
        guard let url, !["OPTIONS", "HEAD"].contains(methodName) else { return false }
        return HTTPMessageReader.holdsLaunch(Array(url.value.utf8)[...])
    }

    /// Whether the body is that of a launch, although the address is unknown or isn't that of a launch.
    package var isMeantAsLaunch: Bool {
        guard methodName != "GET", !url.isOfOtherResource else { return false }
        if url != nil, hasUnknownAddress, hasUnknownBody { return true }
        guard let body = bodyText?.bytes else { return false }
        return body.holds(Array("flowId".utf8)) && (body.holds(Array("inputData".utf8)) || hasUnknownAddress)
    }

    /// Whether the request may be a launch, according to its address.
    fileprivate var mayBeLaunch: Bool {
        guard let path = url?.value.lowercased() else { return true }
        if url.isOfOtherResource || path.contains("/oauth/token")
            || methodName == "GET" && path.contains("/flows/executions/")
        {
            return false
        }
        if hasUnknownAddress || path.contains("execution") { return true }
        return methodName != "GET" && (path.contains("flow") || bodyText?.bytes.holds(Array("flowId".utf8)) ?? false)
    }

    /// Whether the body is in a file, or consists only of placeholders.
    private var hasUnknownBody: Bool {
        switch body {
        case .file: return true
        case .text(let body):
            let pieces = PlaceholderScan(body.bytes).pieces(of: 0..<body.bytes.count).filter { piece in
                body.bytes[piece.range].contains { $0 > 0x20 }
            }
            return !pieces.isEmpty && pieces.allSatisfy(\.isPlaceholder)
        case .form, nil: return false
        }
    }

    private var hasUnknownAddress: Bool {
        guard let url else { return true }
        let address = RequestAddress(url)
        return address.path.map(RequestAddress.isUnknown) ?? true
    }
}
