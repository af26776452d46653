extension JSONBuilder {
    /// Takes what follows a member.
    package mutating func afterMember() -> Step {
        let token = take()
        switch token.kind {
        case .comma:
            open[open.count - 1].comma = token
            return .name
        case .closeObject: return close(token)
        case .closeArray: return closeWrongly(token, else: .afterMember)
        case .separator: return separator(token) ? .name : .afterMember
        case .colon:
            stray(token)
            return .afterMember
        case .end: return finish()
        case .openObject, .openArray: return unnamed(token)
        default: return nextMember(token)
        }
    }

    /// Takes a member that no comma stands before, or what else is there.
    private mutating func nextMember(_ token: JSONToken) -> Step {
        if isColon(peek()) {
            let isAfterRun = records.count > 1 && records[records.count - 2].form == .run
            if !token.followsDirective, !isAfterRun { missingComma(before: token) }
            putBack(token)
            return .name
        }
        if token.kind == .placeholder {
            addRun(token)
        } else if !token.followsDirective {
            stray(token)
        }
        return .afterMember
    }

    /// Takes a container that has no name, such as the other branch of a template.
    private mutating func unnamed(_ token: JSONToken) -> Step {
        if !token.followsDirective {
            missing(.missingName, "a value without comma and name", "write ', \"name\":' before it", token)
        }
        addRun(JSONToken(kind: .placeholder, range: token.range.lowerBound..<token.range.lowerBound))
        records.removeLast()
        open[open.count - 1].count -= 1
        putBack(token)
        return .memberValue
    }
}
