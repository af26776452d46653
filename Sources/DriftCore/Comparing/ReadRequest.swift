public import PastedRequests

/// A request with its body read, which happens once, whatever it is put beside.
public struct ReadRequest: Sendable {
    /// The request as it is written.
    let request: HTTPRequestText

    /// The request's file, as messages name it.
    let file: String

    /// The file that the body stands in: the request's, or the one that it names.
    let bodyFile: String

    /// The body as JSON; nil where there is none to read.
    let document: JSONDocument?

    /// The value that should be the body of a launch; nil where there is none.
    let root: JSONNode?

    /// What must not be shown of the texts.
    let redaction: Redaction

    /// Reads a request's body.
    ///
    /// - Parameters:
    ///   - request: The request.
    ///   - file: Its file, as messages name it.
    ///   - body: The file that the request takes its body from; nil where the body stands in the request.
    ///   - pointer: The JSON pointer to the body in its text; empty for the whole of it.
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

    /// Takes a body that is read already.
    init(_ request: HTTPRequestText, file: String, document: JSONDocument, redaction: Redaction) {
        self.request = request
        self.file = file
        bodyFile = file
        self.document = document
        root = document.root
        self.redaction = redaction
    }
}
