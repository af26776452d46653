import PastedRequests

/// A launch that a server received.
///
/// Unlike a request that somebody pasted, it is what was really sent: nothing in it is a placeholder.
public struct ReceivedLaunch: Sendable {
    private let read: ReadRequest

    /// Whether the body is valid JSON.
    public let isJSON: Bool

    /// Reads a launch.
    ///
    /// - Parameters:
    ///   - body: The body as it was sent.
    ///   - contentType: The value of the header `Content-Type`, or `nil` if it wasn't sent.
    ///   - authorization: The value of the header `Authorization`, which no message may show, or `nil` if it wasn't
    ///     sent.
    public init(body: [UInt8], contentType: String?, authorization: String?) {
        let document = JSONDocument(reading: body)
        isJSON = document.root != nil && document.isSound
        var redaction = Redaction(body)
        if let authorization { redaction.add(Redaction(Array(authorization.utf8))) }
        read = ReadRequest(
            HTTPRequestText(receivedBody: body, contentType: contentType),
            file: "the body",
            document: document,
            redaction: redaction
        )
    }

    /// The flow's id in the member `flowId`, or `nil` if it's missing or isn't a UUID.
    public var flowID: FlowID? {
        guard let text = read.root?["flowId"]?.string, let id = FlowID(text), id.isUUID else { return nil }
        return id
    }

    /// The launch with the flow and contract that it's checked against.
    public func comparison(in surroundings: RequestSurroundings) -> RequestComparison {
        RequestComparison(read, in: surroundings)
    }
}

extension RequestComparison {
    /// The version in the member `flowVersion`, or `nil` if the latest published version is to be started.
    public var versionSent: String? {
        guard let text = body?.member(.flowVersion)?.value.string, !text.isEmpty, text.utf8.count < 20,
            text.utf8.allSatisfy({ $0.isASCIILetterOrDigit || $0 == UInt8(ascii: ".") })
        else { return nil }
        return text
    }

    /// The beginning of the execution's name, or `nil` if the launch gives none.
    public var nameSent: String? {
        guard let text = body?.member(.name)?.value.string, !text.isEmpty else { return nil }
        return String(text.prefix(200))
    }
}
