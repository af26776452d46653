/// An error answer of the Platform API, with the parts that explain a request.
///
/// Source: MyPureCloud/platform-client-sdk-python, model ErrorBody; login errors of OAuth have other members.
public struct ErrorAnswer: Hashable, Sendable {
    /// The HTTP status, or `nil` if the text doesn't give it.
    public var status: Written<Int>?

    /// The code, such as `bad.request`.
    public var code: Written<String>?

    /// The message in words.
    public var message: Written<String>?

    /// The id that support asks for; the header `ININ-Correlation-Id` has the same value.
    public var contextId: Written<String>?

    /// Details about single members.
    public var details: [Detail] = []

    /// Errors inside the error, which have the same form.
    public var errors: [ErrorAnswer] = []

    /// Whether the launch was accepted, so that this isn't an error.
    public var isAccepted = false

    /// The execution that the answer is about, or `nil` for any other answer.
    public var execution: Execution?

    /// Makes an empty answer.
    public init() {}

    /// An execution, as the API returns it to a request with the execution's id.
    ///
    /// Source: MyPureCloud/platform-client-sdk-python, model FlowRuntimeExecution.
    public struct Execution: Hashable, Sendable {
        /// The status, such as `FAILED`.
        public var status: Written<String>

        /// Why the execution ended, or `nil` if the answer doesn't say.
        public var completionReason: String?

        /// Whether the execution ended without success.
        public var isFailed: Bool {
            !["RUNNING", "COMPLETED", "SUCCESS", "SUCCEEDED", "QUEUED", "PENDING", "STARTED", "IN_PROGRESS"]
                .contains(status.value.uppercased())
        }
    }

    /// A detail about one member.
    public struct Detail: Hashable, Sendable {
        /// The code of the detail.
        public var errorCode: String?

        /// The name of the member that the detail is about.
        public var fieldName: String?

        /// The id of the entity that the detail is about.
        public var entityId: String?

        /// The name of the entity that the detail is about.
        public var entityName: String?

        /// The position of the detail.
        public var position: Position
    }
}

/// Reads an error answer.
///
/// The text may be the answer's body, the whole answer as `curl -i` or `curl -v` prints it, or the answer as a program
/// prints it, such as an axios error or a Python dictionary.
public struct ErrorAnswerReader: Sendable {
    /// Makes a reader.
    public init() {}

    /// Reads one answer.
    ///
    /// - Returns: The answer, whose parts are all `nil` or empty if the text is empty.
    public func read(_ bytes: [UInt8]) -> ErrorAnswer {
        let source = PastedSource(VerboseOutput.answer(in: bytes))
        let reader = HTTPMessageReader(source: source)
        guard let first = reader.firstLine() else { return ErrorAnswer() }
        let (status, bodyStart, contextId) = head(reader, first)
        return answer(in: source, from: bodyStart, status: status, contextId: contextId)
    }

    /// Reads the body of an answer whose head was already read.
    package func answer(
        in source: PastedSource,
        from bodyStart: Int,
        status: Written<Int>?,
        contextId: Written<String>?
    ) -> ErrorAnswer {
        var text = TakenText()
        text.append(bodyStart..<source.bytes.count, of: source.bytes, .none)
        var answer = AnswerObject.best(in: text, source.places)?.answer ?? ErrorAnswer()
        if answer.says == nil { answer.message = words(of: text, source.places) }
        answer.status = status ?? answer.status ?? words(of: text, source.places).flatMap(Self.status)
        answer.contextId = answer.contextId ?? contextId
        answer.isAccepted = answer.status.map { 200..<300 ~= $0.value } ?? answer.isAccepted
        return answer
    }

    /// The status that a program gives in words: "Request failed with status code 400", "400 Client Error".
    private static func status(in words: Written<String>) -> Written<Int>? {
        let patterns = [
            /status(?:[ _]?code)?["']?\s*[=: ]\s*([1-5]\d\d)\b/.ignoresCase(),
            /\bHTTP(?:\/[\d.]+)?[ :]+([1-5]\d\d)\b/.ignoresCase(), /\b([45]\d\d) (?:Client|Server) Error/,
            /Exception: \(([45]\d\d)\)/, /^([45]\d\d) [A-Z][a-z]+/,
        ]
        let text = String(words.value.prefix(4096))
        let found = patterns.lazy.compactMap { text.firstMatch(of: $0) }.first
        return found.flatMap { Int($0.output.1) }.map { Written($0, from: words.position, to: words.end) }
    }

    /// The status, the correlation id and the body's start; status and id are `nil` if no status line begins the text.
    private func head(
        _ reader: HTTPMessageReader,
        _ line: HTTPMessageReader.Line
    ) -> (status: Written<Int>?, bodyStart: Int, contextId: Written<String>?) {
        var first = line
        // A proxy's own answer and `100 Continue` come before the real answer.
        while first.text.hasPrefix("HTTP/"), let next = reader.line(from: reader.head(after: first).bodyStart),
            next.text.hasPrefix("HTTP/")
        {
            first = next
        }
        let words = first.text.split(separator: " ")
        guard let word = words.first, word.hasPrefix("HTTP/"), words.count > 1, let status = Int(words[1]) else {
            return (nil, first.range.lowerBound, nil)
        }
        let head = reader.head(after: first)
        let offset = first.text.utf8.distance(from: first.text.startIndex, to: words[1].startIndex)
        let place = reader.written(String(words[1]), from: first.range.lowerBound + offset)
        let id = head.headers.first { $0.name.value.lowercased() == "inin-correlation-id" }
        return (Written(status, from: place.position, to: place.end), head.bodyStart, id?.value)
    }

    private func words(of text: TakenText, _ places: TextPlaces) -> Written<String>? {
        let words = Blanks.trimmed(text.text)
        guard !words.isEmpty else { return nil }
        return Written(
            words,
            from: places.position(of: text.source.lowerBound),
            to: places.position(of: text.source.upperBound)
        )
    }
}

extension ErrorAnswer {
    /// The answer's code or message, an empty string if the answer has only a status, or `nil` if the answer is empty.
    fileprivate var says: String? {
        code?.value ?? message?.value ?? execution?.status.value ?? errors.lazy.compactMap(\.says).first
            ?? (isAccepted || status != nil ? "" : nil)
    }
}
