import SourceText

extension JSONBuilder {
    /// Takes a member's name, or the end of the object.
    package mutating func name() -> Step {
        let token = take()
        switch token.kind {
        case .number where isBehindDecimalComma(token):
            decimalComma(token)
            return .afterMember
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
            return unnamedMember(at: token.range.lowerBound)
        case .openArray:
            missing(.missingName, "an array without a name inside an object", "write a name and a colon", token)
            putBack(token)
            return unnamedMember(at: token.range.lowerBound)
        case .openObject, .separator:
            stray(token)
            return .name
        case .end: return finish()
        }
    }

    private mutating func unnamedMember(at offset: Int) -> Step {
        open[open.count - 1].comma = nil
        addMissing("name", at: offset)
        return .memberValue
    }

    private mutating func memberName(_ token: JSONToken) -> Step {
        open[open.count - 1].comma = nil
        addName(token)
        return .colon
    }

    /// Takes the colon behind a name.
    package mutating func colon() -> Step {
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
        // The name in another branch of a template.
        case .string where token.followsDirective:
            _ = take()
            return .colon
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
    package mutating func memberValue() -> Step {
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
}
