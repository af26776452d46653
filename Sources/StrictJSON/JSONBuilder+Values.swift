extension JSONBuilder {
    /// Adds a scalar.
    package mutating func addScalar(_ token: JSONToken) {
        var token = token
        if token.kind == .bare {
            addBare(&token)
            return
        }
        let kind: JSONRecord.Kind =
            switch token.kind {
            case .number: .number
            case .true: .true
            case .false: .false
            case .null: .null
            case .placeholder: .placeholder
            default: .string
            }
        add(JSONRecord(token, kind))
        if warns, kind == .string { warnOfNestedJSON(token.range) }
    }

    /// Adds what a word without quotes was meant as.
    private mutating func addBare(_ token: inout JSONToken) {
        var word = BareWord(tokens.text(token.range))
        if word.fault == .unquotedText, isUpToDate {
            let extended = tokens.extend(token)
            if extended.range != token.range {
                word = BareWord(tokens.text(extended.range))
                token = extended
                lastEnd = token.range.upperBound
            }
        }
        let replacement = word.fault == .strayText ? nil : word.json
        tokens.faults.add(word.fault, token.range, word.problem, word.wayOut, replacement: replacement)
        let isText = [.string, .number, .placeholder].contains(word.kind)
        let text = word.kind == .string ? tokens.text(token.range) : word.json
        add(JSONRecord(isText ? tokens.rewritten(text, token.range) : token, word.kind))
    }

    /// Adds a name.
    package mutating func addName(_ token: JSONToken) {
        switch token.kind {
        case .string: add(JSONRecord(token, .string))
        case .placeholder: add(JSONRecord(token, .placeholder))
        default:
            let name = tokens.text(token.range)
            tokens.faults.add(
                .unquotedName,
                token.range,
                "the name '\(Shown.text(name))' stands without quotes",
                "write \(Shown.text(JSONValue.quoted(name)))",
                replacement: JSONValue.quoted(name)
            )
            add(JSONRecord(tokens.rewritten(name, token.range), .string))
        }
    }

    /// Adds a placeholder for what is missing, which nobody can guess.
    package mutating func addMissing(_ name: String, at offset: Int) {
        let text = tokens.rewritten("${\(name)}", offset..<offset)
        add(JSONRecord(text, .placeholder))
    }

    /// Adds a placeholder that stands for any number of members.
    package mutating func addRun(_ token: JSONToken) {
        var record = JSONRecord(token, .placeholder)
        record.form = .run
        add(record)
        add(JSONRecord(token, .null))
    }

    /// Opens an object or array.
    package mutating func openContainer(_ token: JSONToken, isObject: Bool) -> Step {
        guard open.count < Self.depth else { return tooDeep(token) }
        add(JSONRecord(token, isObject ? .object : .array))
        open.append(OpenContainer(record: records.count - 1, isObject: isObject, start: token.range.lowerBound))
        return isObject ? .name : .element
    }

    private mutating func tooDeep(_ token: JSONToken) -> Step {
        tokens.faults.add(
            .tooDeep,
            token.range,
            "objects and arrays stand in one another more than \(Self.depth) deep",
            "send a flatter body"
        )
        resume(at: tokens.bytes.count)
        while !open.isEmpty { pop(end: tokens.bytes.count) }
        return .end
    }

    /// Takes note of the end of the innermost container.
    package mutating func pop(end: Int) {
        guard let container = open.popLast() else { return }
        records[container.record].link = UInt32(records.count)
        records[container.record].end = UInt32(end)
        records[container.record].count = UInt32(container.count)
        if warns, container.isObject { warnOfDuplicates(container.record) }
    }
}

extension JSONRecord {
    /// Makes the record of a token.
    package init(_ token: JSONToken, _ kind: Kind) {
        self.init(
            kind: kind,
            form: token.form,
            holdsPlaceholder: token.holdsPlaceholder,
            start: UInt32(token.range.lowerBound),
            end: UInt32(token.range.upperBound),
            link: token.text
        )
    }
}
