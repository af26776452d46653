extension JSONBuilder {
    /// Takes an element, or the end of the array.
    package mutating func element() -> Step {
        let token = take()
        switch token.kind {
        case .openObject, .openArray:
            open[open.count - 1].comma = nil
            return openContainer(token, isObject: token.kind == .openObject)
        case .string, .number, .true, .false, .null, .placeholder, .bare:
            open[open.count - 1].comma = nil
            addScalar(token)
            return .afterElement
        case .closeArray: return close(token)
        case .closeObject: return closeWrongly(token, else: .element)
        case .comma:
            extraComma(token)
            return .element
        case .colon, .separator:
            stray(token)
            return .element
        case .end: return finish()
        }
    }

    /// Takes what follows an element.
    package mutating func afterElement() -> Step {
        let token = take()
        switch token.kind {
        case .comma:
            open[open.count - 1].comma = token
            return .element
        case .closeArray: return close(token)
        case .closeObject: return closeWrongly(token, else: .afterElement)
        case .colon: return colonInArray(token)
        case .separator: return separator(token) ? .element : .afterElement
        case .end: return finish()
        default:
            let isUnknown = token.kind == .placeholder || records.last?.kind == .placeholder
            if !token.followsDirective, !isUnknown { missingComma(before: token) }
            putBack(token)
            return .element
        }
    }

    /// Takes another language's comma; one that nothing follows is only in the way.
    package mutating func separator(_ token: JSONToken) -> Bool {
        guard ![.closeObject, .closeArray, .end].contains(peek().kind) else {
            stray(token)
            return false
        }
        wrongSeparator(token, ",")
        open[open.count - 1].comma = token
        return true
    }

    /// Takes a colon in an array: an object was meant, or a comma.
    private mutating func colonInArray(_ token: JSONToken) -> Step {
        let container = open[open.count - 1]
        guard container.count == 1, records.count == container.record + 2, records[container.record + 1].kind == .string
        else {
            wrongSeparator(token, ",")
            open[open.count - 1].comma = token
            return .element
        }
        tokens.faults.add(
            .wrongClose,
            container.start..<container.start + 1,
            "a member with a name stands in '[', which holds values without names",
            "write '{'",
            replacement: "{"
        )
        open[open.count - 1].isObject = true
        records[container.record].kind = .object
        return .memberValue
    }
}
