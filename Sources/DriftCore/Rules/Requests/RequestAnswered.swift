import PastedRequests

extension Rules {
    static let requestAnswered = Rule<RequestComparison>(
        id: "request-answered",
        severity: .note,
        summary: "The error answer's code and message, and the findings that explain them",
        explanation: """
            An error answer has a code, a message, and a context id, which Genesys Cloud's support asks for. "Failed \
            to parse request body" probably means that the body is not JSON, or that the API does not know one of its \
            members. The note says which finding explains the answer, or that none does. If the execution failed, the \
            note says that the launch was accepted and that the error is in the flow.

            Correct the findings that explain the answer. If none does, give the context id to Genesys Cloud's \
            support.
            """
    ) { comparison in
        guard let answered = comparison.answer else { return [] }
        let answer = answered.answer
        if let execution = answer.execution {
            return execution.isFailed ? [comparison.evidence(on: execution, in: answered)] : []
        }
        guard !answer.isAccepted else { return [] }
        let written = answer.message ?? answer.code
        let position = written?.position ?? answer.status?.position
        let likely = comparison.likelyCause(of: answer)
        let cause = likely ?? comparison.firstErrors.values.min()
        return [
            Evidence(
                "The answer is \(answer.phrase)\(answer.contextPhrase); "
                    + answer.reason(explainedAt: cause, isLikely: likely != nil),
                at: Place(file: answered.file, position: position),
                on: answer.code?.value,
                fix: Fix(answer.fix(isExplained: cause != nil))
            )
        ]
    }
}

extension ErrorAnswer {
    /// Status, code and message: `400 'bad.request', "Failed to parse request body"`.
    fileprivate var phrase: String {
        let parts = [
            status.map { "\($0.value)" } ?? "an error", code.map { "'\(Shown.text($0.value))'" },
            message.map { JSONValue.quoted(Shown.text($0.value)) },
        ]
        return parts.compactMap(\.self).joined(separator: " ") + fieldPhrase
    }

    /// The members that the response names, as the end of the phrase.
    private var fieldPhrase: String {
        let names = (details + errors.flatMap(\.details)).compactMap(\.fieldName).prefix(8)
        return names.isEmpty ? "" : " about " + names.map { "'\(Shown.text($0))'" }.joined(separator: ", ")
    }

    fileprivate var contextPhrase: String {
        contextId.map { " (context id '\(Shown.text($0.value))')" } ?? ""
    }

    /// The status, or the one that the code implies.
    fileprivate var kind: Int? {
        if let status { return status.value }
        let codes = [
            "bad.request": 400, "invalid.value": 400, "authentication.required": 401, "bad.credentials": 401,
            "missing.permissions": 403, "missing.any.permissions": 403, "not.authorized": 403, "not.found": 404,
            "too.many.requests": 429,
        ]
        return code.flatMap { codes[$0.value] }
    }

    /// The rules that are most likely to explain the response, the best first.
    fileprivate var likelyCauses: [RuleID] {
        if message?.value.contains("parse") ?? false {
            return [
                Rules.payloadSyntax.id, Rules.requestBodyMissing.id, Rules.payloadBodyShape.id,
                Rules.payloadInputShape.id,
            ]
        }
        switch kind {
        case 404:
            return [
                Rules.requestPath.id, Rules.payloadFlowIdUnknown.id, Rules.payloadFlowIdMalformed.id,
                Rules.requestMethod.id,
            ]
        case 405: return [Rules.requestMethod.id, Rules.requestPath.id]
        case 415: return [Rules.requestContentType.id]
        default: return []
        }
    }

    fileprivate func reason(explainedAt cause: Place?, isLikely: Bool) -> String {
        switch kind {
        case 401: "the token is missing, wrong or expired, whatever the body contains"
        case 403: "the token is valid, but may not start this flow; there is no scope 'flow:execute'"
        case 404 where cause == nil: "the token's org has no flow with that id, or the request went to another region"
        case 429: "too many requests were sent, whatever this one contains"
        case let kind? where kind >= 500: "the fault is not in the request"
        default:
            cause.map { "the finding at \($0) \(isLikely ? "explains" : "may explain") it" }
                ?? "no finding on the request explains it"
        }
    }

    fileprivate func fix(isExplained: Bool) -> String {
        switch kind {
        case 401: "ask for a new token at the login host of the same region, and send it as 'Bearer <token>'"
        case 403: "give the client's or user's role the permission architect:flow:launch, also in the flow's division"
        case 404 where !isExplained: "send the id of a flow in the token's org, to the API host of that org's region"
        case 429: "wait as many seconds as the header Retry-After says, then send the request again"
        case let kind? where kind >= 500: "send the request again later; the fault is not in the request"
        default:
            isExplained
                ? "correct the findings on the request"
                : "ask Genesys Cloud's support" + (contextId == nil ? "" : ", with the context id")
        }
    }
}

extension RequestComparison {
    /// The place of the most likely cause, or `nil` if no rule that is on finds any.
    fileprivate func likelyCause(of answer: ErrorAnswer) -> Place? {
        answer.likelyCauses.lazy.compactMap { firstErrors[$0] }.first
    }

    /// The evidence on an execution that failed after the launch was accepted.
    fileprivate func evidence(on execution: ErrorAnswer.Execution, in answered: RequestAnswer) -> Evidence {
        let error = answered.answer.errors.first
        let reason = execution.completionReason.map { " (\(Shown.text($0)))" } ?? ""
        let cause = firstErrors.values.min()
        return Evidence(
            "The launch was accepted, but the execution's status is \(Shown.text(execution.status.value))\(reason)"
                + (error.map { "; the flow's error is \($0.phrase)\($0.contextPhrase)" } ?? "")
                + (cause.map { "; the finding at \($0) may be the reason" } ?? ""),
            at: Place(file: answered.file, position: execution.status.position),
            on: execution.status.value,
            fix: Fix(
                cause == nil
                    ? "look at the execution in Architect: the error occurred while the flow ran, not when it started"
                    : "correct the findings on the request, and start the flow again"
            )
        )
    }
}
