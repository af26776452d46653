/// What a text that somebody pasted holds: the requests that start flows, and how many others.
public struct PastedText: Sendable {
    /// The requests that start flows, or that were meant to, in order.
    public internal(set) var launches: [HTTPRequestText] = []

    /// The requests that start no flow, in order; they aren't judged, but for those that a webhook or a gateway takes.
    package private(set) var otherRequests: [HTTPRequestText] = []

    /// How many requests of the text start no flow.
    public var others: Int { otherRequests.count }

    /// What the text is instead of a request; nil if it was read.
    public internal(set) var foreign: ForeignText?

    /// A text without any request.
    package init() {}

    /// A text in a form that isn't read.
    package init(_ foreign: ForeignText) {
        self.foreign = foreign
    }

    /// Sorts requests by whether they start flows.
    ///
    /// - Parameters:
    ///   - requests: The requests in order.
    ///   - judgesLoneRequest: Whether a request that stands alone is judged also where only its address is wrong.
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

    /// Whether the text holds no request at all.
    package var isEmpty: Bool { launches.isEmpty && others == 0 && foreign == nil }

    /// Takes note of what must not be shown of the text around the requests.
    package mutating func redact(_ redaction: Redaction) {
        for index in launches.indices { launches[index].redaction.add(redaction) }
        for index in otherRequests.indices { otherRequests[index].redaction.add(redaction) }
    }

    /// Adds what another part of the same text holds.
    package mutating func add(_ other: PastedText) {
        launches += other.launches
        otherRequests += other.otherRequests
        foreign = foreign ?? other.foreign
    }
}

/// A text that is no request, or that is written in a form that isn't read.
public struct ForeignText: Hashable, Sendable {
    /// What the text is, as a whole sentence with no final period.
    public var problem: String

    /// What to give instead, as one phrase with no final period.
    public var fix: String

    /// Where the text shows it; nil for the whole of it.
    public var position: Position?

    package init(_ problem: String, fix: String, at position: Position? = nil) {
        self.problem = problem
        self.fix = fix
        self.position = position
    }
}

extension HTTPRequestText {
    /// The request if it starts a flow, or may; nil for any other.
    package var asLaunch: HTTPRequestText? {
        guard !isLaunch else { return self }
        guard isMeantAsLaunch else { return nil }
        var request = self
        // Where nothing is known, not even that the API gets the request, its headers are no fault.
        if hasUnknownAddress, hasUnknownBody { request.showsHeaders = false }
        return request
    }

    /// Whether the request is sent to where flows are started.
    package var isLaunch: Bool {
        if form == .body { return true }
        guard let url, !["OPTIONS", "HEAD"].contains(methodName) else { return false }
        return HTTPMessageReader.holdsLaunch(Array(url.value.utf8)[...])
    }

    /// Whether the body is that of a launch, though the request is sent elsewhere, or where isn't known.
    package var isMeantAsLaunch: Bool {
        guard methodName != "GET", !url.isOfOtherResource else { return false }
        if url != nil, hasUnknownAddress, hasUnknownBody { return true }
        guard let body = bodyText?.bytes else { return false }
        return body.holds(Array("flowId".utf8)) && (body.holds(Array("inputData".utf8)) || hasUnknownAddress)
    }

    /// Whether the request may be a launch as far as its address tells.
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

    /// Whether the body stands in a file, or a placeholder stands for the whole of it.
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
