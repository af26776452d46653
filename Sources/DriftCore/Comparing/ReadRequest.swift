public import PastedRequests

/// A request with its parsed body.
public struct ReadRequest: Sendable {
    let request: HTTPRequestText

    /// The request's file, for messages.
    let file: String

    /// The file with the body: the request's, or the one that the request names.
    let bodyFile: String

    /// The body as JSON, or `nil` if there is none.
    let document: JSONDocument?

    /// The value that should be a launch's body, or `nil` if there is none.
    let root: JSONNode?

    /// The texts to hide in messages.
    let redaction: Redaction

    /// Reads a request's body.
    ///
    /// - Parameters:
    ///   - request: The request.
    ///   - file: Its file, for messages.
    ///   - body: The file that the request takes its body from, or `nil` if the body is in the request.
    ///   - pointer: The JSON pointer to the body in its text; empty for the whole text.
    public init(
        _ request: HTTPRequestText,
        file: String,
        body: RequestComparison.BodyFile? = nil,
        pointer: String = ""
    ) {
        self.request = request
        self.file = file
        bodyFile = body?.file ?? file
        var redaction = request.redaction
        if let body { redaction.add(Redaction(body.bytes)) }
        self.redaction = redaction
        let reading = JSONReading(allowingPlaceholders: true)
        document = body.map { JSONDocument(reading: $0.bytes, reading) } ?? request.bodyText?.document()
        root = document?.root?.node(at: pointer)
    }

    /// Makes a request whose body is already parsed.
    init(_ request: HTTPRequestText, file: String, document: JSONDocument, redaction: Redaction) {
        self.request = request
        self.file = file
        bodyFile = file
        self.document = document
        root = document.root
        self.redaction = redaction
    }
}
