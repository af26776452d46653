extension JSONBuilder {
    /// Takes what follows the first value: nothing, or a fault.
    package mutating func afterRoot() -> Step {
        let token = take()
        switch token.kind {
        case .end: return .end
        // Another branch of a template.
        case _ where token.followsDirective: return .end
        case .closeObject, .closeArray:
            extraClose(token)
            return .afterRoot
        case .comma where records[0].kind == .object && peek().isScalar && peek(1).kind == .colon:
            return reopen(token)
        case .comma, .colon, .separator, .bare:
            stray(token)
            return .afterRoot
        default:
            tokens.faults.add(
                .secondDocument,
                token.range,
                "a second value follows the first, which ends at \(tokens.faults.place(of: Int(records[0].end)))",
                "send one; each other goes in a request of its own"
            )
            return .end
        }
    }

    /// Goes on with the object that was closed before its last members.
    private mutating func reopen(_ comma: JSONToken) -> Step {
        let brace = Int(records[0].end) - 1
        tokens.faults.add(
            .extraClose,
            brace..<brace + 1,
            "this '}' closes the object, but more members follow",
            "remove it",
            replacement: ""
        )
        var container = OpenContainer(record: 0, isObject: true, start: Int(records[0].start))
        container.count = Int(records[0].count)
        container.comma = comma
        open.append(container)
        return .name
    }

    /// Closes the innermost container with its own bracket.
    package mutating func close(_ token: JSONToken) -> Step {
        if !token.followsDirective { trailingComma(before: "the closing '\(tokens.text(token.range))'") }
        pop(end: token.range.upperBound)
        return afterValue
    }

    /// Takes a bracket of the wrong kind: others are missing before it, or it is mistyped, or it is too many.
    package mutating func closeWrongly(_ token: JSONToken, else step: Step) -> Step {
        let isObject = token.kind == .closeObject
        if open.contains(where: { $0.isObject == isObject }) {
            closeMissing(before: token) { $0.isObject == isObject }
            return close(token)
        }
        let next = peek().kind
        if next == (isObject ? .closeArray : .closeObject) {
            extraClose(token)
            return step
        }
        let right = isInObject ? "}" : "]"
        let opening = isInObject ? "{" : "["
        tokens.faults.add(
            .wrongClose,
            token.range,
            "'\(tokens.text(token.range))' closes the '\(opening)' of \(tokens.faults.place(of: open.last?.start ?? 0))",
            "write '\(right)'",
            replacement: right
        )
        return close(token)
    }

    /// Closes what is still open at the end of the text.
    package mutating func finish() -> Step {
        closeMissing(before: nil) { _ in false }
        return .end
    }
}
