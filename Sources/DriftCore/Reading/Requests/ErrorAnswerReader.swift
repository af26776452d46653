public import YAML

/// An error answer of the Platform API, as far as it explains a request.
///
/// Source: MyPureCloud/platform-client-sdk-python, model ErrorBody; login errors of OAuth have other members.
public struct ErrorAnswer: Hashable, Sendable {
    /// The status of HTTP; nil where the text does not say.
    public var status: Written<Int>?

    /// The code, such as `bad.request`.
    public var code: Written<String>?

    /// The message in words.
    public var message: Written<String>?

    /// What support asks for; the same as the header `ININ-Correlation-Id`.
    public var contextId: Written<String>?

    /// What is said of single members.
    public var details: [Detail] = []

    /// Errors inside the error, which have the same form.
    public var errors: [ErrorAnswer] = []

    /// Whether the launch was accepted, so that this is no error.
    public var isAccepted = false

    /// Makes an answer that says nothing.
    public init() {}

    /// What an answer says of one member.
    public struct Detail: Hashable, Sendable {
        /// The code of the detail.
        public var errorCode: String?

        /// The member.
        public var fieldName: String?

        /// The id of the entity that it is about.
        public var entityId: String?

        /// The name of the entity that it is about.
        public var entityName: String?

        /// Where it stands.
        public var position: Position
    }
}

/// Reads the error answer that came back: its body, or the whole answer as `curl -i` or `curl -v` prints it.
public struct ErrorAnswerReader: Sendable {
    /// Makes a reader.
    public init() {}

    /// Reads one answer.
    ///
    /// - Returns: What the answer says; nothing of it where the text is empty.
    public func read(_ bytes: [UInt8]) -> ErrorAnswer {
        let source = SourceText(VerboseOutput.answer(in: bytes))
        let reader = HTTPMessageReader(source: source)
        guard let first = reader.firstLine() else { return ErrorAnswer() }
        let (status, bodyStart, contextId) = head(reader, first)
        var text = TakenText()
        text.append(bodyStart..<source.bytes.count, of: source.bytes, .none)
        let body = RequestBody(text, places: source.places)
        let root = body.document().root
        var answer = root.map { ErrorAnswer($0, depth: 0) } ?? ErrorAnswer()
        if root?.kind != .object { answer.message = words(of: text, source.places) }
        answer.status = status ?? answer.status
        answer.contextId = answer.contextId ?? contextId
        // An accepted launch answers with the id of its execution.
        let hasID = root?["id"] != nil && answer.code == nil && answer.message == nil
        answer.isAccepted = answer.status.map { 200..<300 ~= $0.value } ?? hasID
        return answer
    }

    /// The status and the correlation id, where the text begins with a status line.
    private func head(
        _ reader: HTTPMessageReader,
        _ line: HTTPMessageReader.Line
    ) -> (status: Written<Int>?, bodyStart: Int, contextId: Written<String>?) {
        var first = line
        // A proxy's own answer and `100 Continue` stand before the one that counts.
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
    /// Takes what an object says; deeper than a few errors in one another nobody looks.
    fileprivate init(_ node: JSONNode, depth: Int) {
        self.init()
        status = node["status"].flatMap { node in
            Int(node.text).map { Written($0, from: node.position, to: node.end) }
        }
        code = Self.text(node["code"] ?? node["error"])
        message = Self.text(node["message"] ?? node["error_description"] ?? node["description"])
        contextId = Self.text(node["contextId"])
        details = (node["details"]?.elements ?? []).filter { $0.kind == .object }.map { detail in
            Detail(
                errorCode: detail["errorCode"]?.string,
                fieldName: detail["fieldName"]?.string,
                entityId: detail["entityId"]?.string,
                entityName: detail["entityName"]?.string,
                position: detail.position
            )
        }
        guard depth < 8 else { return }
        errors = (node["errors"]?.elements ?? []).filter { $0.kind == .object }
            .map { ErrorAnswer($0, depth: depth + 1) }
    }

    private static func text(_ node: JSONNode?) -> Written<String>? {
        node.flatMap { node in node.string.map { node.written($0) } }
    }
}
