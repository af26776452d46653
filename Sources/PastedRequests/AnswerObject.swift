/// A JSON object in a text that may be a server's error answer.
///
/// Programs print the answer inside an error of their own.
package struct AnswerObject {
    package let node: JSONNode

    /// The string whose text contains the object, or `nil` if the object isn't in a string.
    package let enclosing: JSONNode?

    /// The HTTP status from an enclosing object, or `nil` if there is none.
    package let status: Written<Int>?

    /// The largest number of JSON values to search; a printed error may be long, but the answer is near its start.
    private static let limit = 20_000

    /// The object that is most probably the answer, or `nil` if the text contains no object.
    package static func best(in text: TakenText, _ places: TextPlaces) -> AnswerObject? {
        let scan = BracketScan(text.bytes)
        var (start, triesLeft, best) = (0, 16, AnswerObject?.none)
        while triesLeft > 0, let open = text.bytes[start...].firstIndex(of: UInt8(ascii: "{")) {
            triesLeft -= 1
            let isWhole = text.bytes[..<open].allSatisfy { $0 <= 0x20 || $0 >= 0x80 }
            let found = Self.best(in: RequestBody(isWhole ? text : text.dropFirst(open), places: places))
            if let found, found.score > best?.score ?? (isWhole ? -1 : 0) { best = found }
            start = scan.end(at: open) ?? open + 1
        }
        return best
    }

    private static func best(in body: RequestBody) -> AnswerObject? {
        guard let root = body.document().root else { return nil }
        var (objects, room) = ([AnswerObject](), limit)
        collect(root, nil, nil, &objects, &room)
        return objects.enumerated().max { ($0.element.score, $1.offset) < ($1.element.score, $0.offset) }?.element
    }

    private static func collect(
        _ node: JSONNode,
        _ enclosing: JSONNode?,
        _ status: Written<Int>?,
        _ objects: inout [AnswerObject],
        _ room: inout Int
    ) {
        guard room > 0 else { return }
        room -= 1
        switch node.kind {
        case .object:
            let object = AnswerObject(node: node, enclosing: enclosing, status: status)
            objects.append(object)
            for member in node.members { collect(member.value, enclosing, object.ownStatus ?? status, &objects, &room) }
        case .array:
            for element in node.elements { collect(element, enclosing, status, &objects, &room) }
        case .string where enclosing == nil && isObject(node):
            let reading = JSONReading(allowingPlaceholders: true, warning: false)
            guard let root = JSONDocument(reading: Array(node.text.utf8), reading).root else { return }
            collect(root, node, status, &objects, &room)
        default: break
        }
    }

    private static func isObject(_ node: JSONNode) -> Bool {
        node.contains(Array("{".utf8)) && node.text.drop(while: \.isWhitespace).first == "{"
    }

    /// The sum of points for the members that the object shares with the API's answers.
    private var score: Int {
        var score = 0
        if node["contextId"]?.string != nil { score += 4 }
        if let code = node["code"]?.string { score += code.contains(".") ? 3 : 1 }
        if node["message"]?.string != nil { score += 1 }
        if node["messageWithParams"] != nil { score += 1 }
        if node["error"]?.string != nil, node["error_description"] != nil || node["description"] != nil { score += 3 }
        if ownStatus != nil { score += 1 }
        // An execution contains its error as an object, so the execution must score higher than the error.
        if executionStatus != nil { score += 20 }
        if isLaunched { score += 3 }
        return score
    }

    private var ownStatus: Written<Int>? {
        guard let node = node["status"] ?? node["statusCode"], let status = Int(node.text), 100..<600 ~= status else {
            return nil
        }
        return Written(status, from: place(node).position, to: place(node).end)
    }

    /// The status of an execution, a word such as `FAILED`, or `nil` if the object isn't an execution.
    private var executionStatus: JSONNode? {
        guard let status = node["status"], status.kind == .string, Int(status.text) == nil else { return nil }
        let members = ["flowVersion", "dateLaunched", "completionReason", "flowErrorInfo", "outputData"]
        return members.contains { node[$0] != nil } ? status : nil
    }

    /// Whether the object is the answer to an accepted launch, which has the id of an execution.
    private var isLaunched: Bool {
        node["id"]?.string != nil && (node["flowVersion"] != nil || node["selfUri"] != nil)
    }

    private func place(_ node: JSONNode) -> JSONNode { enclosing ?? node }

    private func text(_ node: JSONNode?) -> Written<String>? {
        node.flatMap { node in node.string.map { Written($0, from: place(node).position, to: place(node).end) } }
    }

    /// The object, read as an answer.
    package var answer: ErrorAnswer { answer(of: node, depth: 0) }

    /// Reads an object as an answer, with its nested errors up to eight levels deep.
    private func answer(of node: JSONNode, depth: Int) -> ErrorAnswer {
        let object = AnswerObject(node: node, enclosing: enclosing, status: status)
        var answer = ErrorAnswer()
        answer.status = object.ownStatus ?? (depth == 0 ? status : nil)
        answer.code = text(node["code"] ?? node["error"])
        answer.message = text(node["message"] ?? node["error_description"] ?? node["description"])
        answer.contextId = text(node["contextId"])
        answer.details = (node["details"]?.elements ?? []).filter { $0.kind == .object }.map { detail in
            ErrorAnswer.Detail(
                errorCode: detail["errorCode"]?.string,
                fieldName: detail["fieldName"]?.string,
                entityId: detail["entityId"]?.string,
                entityName: detail["entityName"]?.string,
                position: place(detail).position
            )
        }
        guard depth < 8 else { return answer }
        answer.errors = (node["errors"]?.elements ?? []).filter { $0.kind == .object }
            .map { self.answer(of: $0, depth: depth + 1) }
        // An accepted launch is answered with the id of its execution.
        answer.isAccepted = node["id"] != nil && answer.code == nil && answer.message == nil
        if let status = object.executionStatus.flatMap(text) {
            answer.isAccepted = true
            answer.execution = .init(status: status, completionReason: node["completionReason"]?.string)
            if let info = node["flowErrorInfo"], info.kind == .object {
                answer.errors.append(self.answer(of: info, depth: depth + 1))
            }
        }
        return answer
    }
}
