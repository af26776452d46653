extension JSONBuilder {
    /// Takes a member's name, or the end of the object.
    mutating func name() -> Step {
        let token = take()
        switch token.kind {
        case .string, .number, .true, .false, .null, .bare:
            return memberName(token)
        case .placeholder:
            guard peek().kind != .colon else { return memberName(token) }
            open[open.count - 1].comma = nil
            addRun(token)
            return .afterMember
        case .closeObject: return close(token)
        case .closeArray: return closeWrongly(token, else: .name)
        case .comma:
            extraComma(token)
            return .name
        case .colon:
            missing(.missingName, "a value without a name", "write the name in quotes before the colon", token)
            addMissing("name", at: token.range.lowerBound)
            return .memberValue
        case .openArray:
            missing(.missingName, "an array without a name inside an object", "write a name and a colon", token)
            addMissing("name", at: token.range.lowerBound)
            putBack(token)
            return .memberValue
        case .openObject, .separator:
            stray(token)
            return .name
        case .end: return finish()
        }
    }

    private mutating func memberName(_ token: JSONToken) -> Step {
        open[open.count - 1].comma = nil
        addName(token)
        return .colon
    }

    /// Takes the colon behind a name.
    mutating func colon() -> Step {
        let token = peek()
        switch token.kind {
        case .colon:
            _ = take()
            return .memberValue
        case .separator where isColon(token):
            _ = take()
            wrongSeparator(token, ":")
            return .memberValue
        case .comma where peek(1).isScalar && peek(2).kind != .colon:
            _ = take()
            wrongSeparator(token, ":")
            return .memberValue
        case .openObject, .openArray:
            return missingColon()
        case _ where token.isScalar && peek(1).kind != .colon:
            return missingColon()
        default:
            return missingValue()
        }
    }

    private mutating func missingColon() -> Step {
        tokens.faults.add(
            .missingColon,
            lastEnd..<lastEnd,
            "no colon stands between the name and its value",
            "add ':'",
            replacement: ":"
        )
        return .memberValue
    }

    private mutating func missingValue() -> Step {
        let name = records.last.map { Shown.text(tokens.text(of: $0)) } ?? ""
        let isEnd = peek().kind == .end
        tokens.faults.add(
            .missingValue,
            lastEnd..<lastEnd,
            isEnd ? "the text ends before the value of '\(name)'" : "the member '\(name)' has no value",
            "write one, or leave the member out"
        )
        addMissing("value", at: lastEnd)
        return .afterMember
    }

    /// Takes a member's value.
    mutating func memberValue() -> Step {
        let token = take()
        switch token.kind {
        case .openObject: return openContainer(token, isObject: true)
        case .openArray: return openContainer(token, isObject: false)
        case .string, .number, .true, .false, .null, .placeholder, .bare:
            addScalar(token)
            return .afterMember
        case .comma, .closeObject, .closeArray, .end:
            putBack(token)
            return missingValue()
        case .colon, .separator:
            stray(token)
            return .memberValue
        }
    }

    /// Takes what follows a member.
    mutating func afterMember() -> Step {
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
            if !token.followsDirective { missingComma(before: token) }
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
