/// Builds the nodes of a document from its tokens, as the grammar requires, or as the author probably meant the text.
package struct JSONBuilder {
    package var tokens: JSONTokens
    package var records: ContiguousArray<JSONRecord> = []

    /// The objects and arrays that aren't closed yet; the innermost is last.
    package var open: [OpenContainer] = []

    /// Whether to warn of text that is valid JSON, but that the author probably didn't mean.
    package let warns: Bool

    private var lastEnd = 0
    private var previousEnd = 0

    /// Tokens that were read ahead but not taken yet.
    private var ahead: [JSONToken] = []

    /// The deepest nesting that is read; no request needs more, and other parsers refuse deeper nesting.
    ///
    /// Genesys Cloud's own limit is 50.
    package static let depth = 512

    package struct OpenContainer {
        /// The index of the container among the document's nodes.
        package let record: Int

        package var isObject: Bool

        /// The number of nodes that the container directly contains.
        package var count = 0

        /// The last comma, if no value has followed it yet.
        package var comma: JSONToken?

        /// The byte at which the container starts.
        package let start: Int
    }

    /// What must come next.
    package enum Step {
        case root, afterRoot, name, colon, memberValue, afterMember, element, afterElement, end
    }

    package init(_ tokens: JSONTokens, warns: Bool) {
        self.tokens = tokens
        self.warns = warns
    }

    /// Reserves memory for all nodes of a large text, so that they are never moved.
    ///
    /// The operating system only allocates memory when it is used.
    package mutating func makeRoom() {
        guard tokens.bytes.count > 1 << 20 else { return }
        let count = tokens.bytes.count { byte in
            byte == UInt8(ascii: ",") || byte == UInt8(ascii: ":") || byte == UInt8(ascii: "{")
                || byte == UInt8(ascii: "[")
        }
        records.reserveCapacity(count + 1)
    }

    package mutating func build() {
        var step = Step.root
        while step != .end {
            step =
                switch step {
                case .root: root()
                case .afterRoot: afterRoot()
                case .name: name()
                case .colon: colon()
                case .memberValue: memberValue()
                case .afterMember: afterMember()
                case .element: element()
                case .afterElement: afterElement()
                case .end: .end
                }
        }
    }

    package mutating func take() -> JSONToken {
        let token = ahead.isEmpty ? tokens.next() : ahead.removeFirst()
        previousEnd = lastEnd
        lastEnd = token.kind == .end ? lastEnd : token.range.upperBound
        return token
    }

    /// Looks at an upcoming token without taking it; number 0 is the next one.
    private mutating func peek(_ number: Int = 0) -> JSONToken {
        while ahead.count <= number { ahead.append(tokens.next()) }
        return ahead[number]
    }

    /// Puts back a token that the next step needs.
    private mutating func putBack(_ token: JSONToken) {
        ahead.insert(token, at: 0)
        lastEnd = previousEnd
    }

    /// Drops the tokens that were read ahead, and continues at a byte.
    package mutating func resume(at index: Int) {
        ahead = []
        tokens.index = index
    }

    private func isColon(_ token: JSONToken) -> Bool {
        token.kind == .colon || token.kind == .separator && tokens.byte(at: token.range.lowerBound) == UInt8(ascii: "=")
    }

    /// Whether no token was read ahead.
    private var isUpToDate: Bool { ahead.isEmpty }

    package mutating func add(_ record: JSONRecord) {
        records.append(record)
        if !open.isEmpty { open[open.count - 1].count += 1 }
    }

    private var isInObject: Bool { open.last?.isObject ?? false }

    /// What must follow a value, by its container.
    private var afterValue: Step {
        guard let container = open.last else { return .afterRoot }
        return container.isObject ? .afterMember : .afterElement
    }
}

// MARK: - Arrays

extension JSONBuilder {
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

    private mutating func afterElement() -> Step {
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

    /// Takes a separator that another language uses as a comma; before a closing bracket or the end, it's stray text.
    package mutating func separator(_ token: JSONToken) -> Bool {
        guard ![.closeObject, .closeArray, .end].contains(peek().kind) else {
            stray(token)
            return false
        }
        wrongSeparator(token, ",")
        open[open.count - 1].comma = token
        return true
    }

    /// Takes a colon in an array: the author meant an object or a comma.
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
            "a member with a name is in an array, which has only values",
            "write '{' in place of '['",
            replacement: "{"
        )
        open[open.count - 1].isObject = true
        records[container.record].kind = .object
        return .memberValue
    }
}

// MARK: - Beginning

extension JSONBuilder {
    /// Takes the outermost value.
    package mutating func root() -> Step {
        let token = take()
        switch token.kind {
        case .end:
            if tokens.faults.list.isEmpty || records.isEmpty { emptyText(token) }
            return .end
        case .closeObject, .closeArray:
            extraClose(token)
            return .root
        case .comma, .colon, .separator:
            stray(token)
            return .root
        case .openObject: return openContainer(token, isObject: true)
        case .openArray: return openContainer(token, isObject: false)
        default:
            if token.kind == .bare, let start = containerStart(after: token) { return skip(to: start, from: token) }
            guard peek().kind != .colon else { return missingOpen(token) }
            addScalar(token)
            return .afterRoot
        }
    }

    /// Where an object or array begins after a bare word, as in `JSON.stringify({` or `body = {`.
    ///
    /// - Returns: The index of the bracket, or `nil` if no object or array begins there.
    private func containerStart(after token: JSONToken) -> Int? {
        let rest = tokens.bytes[token.range.upperBound...].prefix(200)
        let signs = Array("{[:\"'\n\r".utf8)
        guard let start = rest.firstIndex(where: { signs.contains($0) }), signs[..<2].contains(rest[start]),
            PlaceholderScan(tokens.bytes).end(at: start) == nil
        else { return nil }
        return start
    }

    /// Skips the text before the value.
    private mutating func skip(to start: Int, from token: JSONToken) -> Step {
        let range = token.range.lowerBound..<start
        tokens.faults.add(
            .strayText,
            range,
            "'\(Shown.text(Blanks.trimmed(tokens.text(range))))' comes before the JSON",
            "remove it",
            replacement: ""
        )
        resume(at: start)
        return .root
    }

    private mutating func emptyText(_ token: JSONToken) {
        tokens.faults.add(.emptyText, token.range, "the text is empty, which is not JSON", "send at least {}")
    }

    /// Begins an object whose opening brace is missing.
    private mutating func missingOpen(_ token: JSONToken) -> Step {
        let start = token.range.lowerBound
        tokens.faults.add(
            .missingOpen,
            start..<start,
            "the text begins with a member; members must be inside '{' and '}'",
            "add '{' before the member",
            replacement: "{"
        )
        _ = openContainer(JSONToken(kind: .openObject, range: start..<start), isObject: true)
        putBack(token)
        return .name
    }
}

// MARK: - Ends

extension JSONBuilder {
    /// Takes what follows the outermost value; anything except the end is a fault.
    private mutating func afterRoot() -> Step {
        let token = take()
        switch token.kind {
        case .end: return .end
        // This token belongs to another branch of a template.
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
                "the text has a second value; the first value ends at "
                    + tokens.faults.place(of: Int(records[0].end) - 1),
                "send each value in its own request"
            )
            return .end
        }
    }

    /// Continues an object that was closed before its last members.
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

    package mutating func close(_ token: JSONToken) -> Step {
        if !token.followsDirective { trailingComma(before: "the closing '\(tokens.text(token.range))'") }
        pop(end: token.range.upperBound)
        return afterValue
    }

    /// Takes a closing bracket of the wrong kind.
    ///
    /// Either other brackets are missing before it, or the bracket is mistyped or superfluous.
    private mutating func closeWrongly(_ token: JSONToken, else step: Step) -> Step {
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
            "'\(tokens.text(token.range))' cannot close the '\(opening)' at "
                + tokens.faults.place(of: open.last?.start ?? 0),
            "write '\(right)'",
            replacement: right
        )
        return close(token)
    }

    /// Closes all containers that are still open at the end of the text.
    package mutating func finish() -> Step {
        closeMissing(before: nil) { _ in false }
        return .end
    }
}

// MARK: - Faults

extension JSONBuilder {
    /// Closes containers whose brackets are missing, from the innermost outwards until a condition is met.
    private mutating func closeMissing(before token: JSONToken?, until isReached: (OpenContainer) -> Bool) {
        guard let innermost = open.last else { return }
        trailingComma(before: token.map { "the closing '\(tokens.text($0.range))'" } ?? "the end of the text")
        let end = lastEnd(before: token)
        var brackets = ""
        while let container = open.last, !isReached(container) {
            brackets += container.isObject ? "}" : "]"
            pop(end: end)
        }
        let opening = innermost.isObject ? "{" : "["
        let place = token.map { "before the '\(tokens.text($0.range))'" } ?? "at the end of the text"
        let others = brackets.count > 1 ? " and \(brackets.count - 1) around it are" : " is"
        tokens.faults.add(
            .missingClose,
            end..<end,
            "the '\(opening)' at \(tokens.faults.place(of: innermost.start))\(others) never closed",
            "add '\(Shown.text(brackets))' \(place)",
            replacement: brackets
        )
    }

    /// Where the last token before the given token ended, or, without a given token, the last token of the text.
    private func lastEnd(before token: JSONToken?) -> Int {
        guard let token else { return lastEnd }
        var end = token.range.lowerBound
        while end > 0, [0x20, 0x09, 0x0A, 0x0D].contains(tokens.bytes[end - 1]) { end -= 1 }
        return end
    }

    /// Reports a comma in the innermost container, if no value follows the comma.
    package mutating func trailingComma(before end: String) {
        guard let comma = open.last?.comma else { return }
        open[open.count - 1].comma = nil
        tokens.faults.add(
            .trailingComma,
            comma.range,
            "a trailing comma before \(end)",
            "remove it",
            replacement: ""
        )
    }

    /// Reports a comma without a value before it.
    package mutating func extraComma(_ token: JSONToken) {
        guard !token.followsDirective else { return }
        tokens.faults.add(
            .extraComma,
            token.range,
            "a comma with no value before it",
            "remove it",
            replacement: ""
        )
    }

    package mutating func missingComma(before token: JSONToken) {
        let end = lastEnd(before: token)
        tokens.faults.add(
            .missingComma,
            end..<end,
            "a comma is missing before \(Shown.text(tokens.text(token.range)))",
            "add ','",
            replacement: ","
        )
    }

    package mutating func wrongSeparator(_ token: JSONToken, _ right: String) {
        tokens.faults.add(
            .wrongSeparator,
            token.range,
            "'\(tokens.text(token.range))' is used where JSON allows only '\(right)'",
            "write '\(right)'",
            replacement: right
        )
    }

    package mutating func extraClose(_ token: JSONToken) {
        let bracket = tokens.text(token.range)
        tokens.faults.add(
            .extraClose,
            token.range,
            "this '\(bracket)' has no opening bracket",
            "remove it",
            replacement: ""
        )
    }

    /// Reports text that isn't allowed at its place.
    package mutating func stray(_ token: JSONToken) {
        tokens.faults.add(
            .strayText,
            token.range,
            "'\(Shown.text(tokens.text(token.range)))' is unexpected here",
            "remove it",
            replacement: ""
        )
    }

    /// Reports a missing part whose text can't be guessed, so that the fault has no edit.
    package mutating func missing(_ kind: JSONFaultKind, _ problem: String, _ fix: String, _ token: JSONToken) {
        tokens.faults.add(kind, token.range, problem, fix)
    }
}

// MARK: - Members

extension JSONBuilder {
    private mutating func afterMember() -> Step {
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

    /// Takes the token after a member, if it's not a comma or bracket: another member, or something unexpected.
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

    /// Takes an object or array without a name, such as one in another branch of a template.
    private mutating func unnamed(_ token: JSONToken) -> Step {
        if !token.followsDirective {
            let fix = "write ', \"name\":' before the value"
            missing(.missingName, "a value without a comma and a name before it", fix, token)
        }
        addRun(JSONToken(kind: .placeholder, range: token.range.lowerBound..<token.range.lowerBound))
        records.removeLast()
        open[open.count - 1].count -= 1
        putBack(token)
        return .memberValue
    }
}

// MARK: - Numbers

extension JSONBuilder {
    /// Whether a number in the place of a name is the fraction after a decimal comma, as the `5` of `1,5` is.
    private mutating func isBehindDecimalComma(_ token: JSONToken) -> Bool {
        guard let whole = records.last, whole.kind == .number, whole.form == .plain,
            Int(whole.end) + 1 == token.range.lowerBound, peek().kind != .colon
        else { return false }
        let digits = tokens.text(of: whole).drop { $0 == "-" } + tokens.text(token.range)
        return digits.utf8.allSatisfy { 0x30...0x39 ~= $0 }
    }

    /// Joins the two halves of a number that has a decimal comma.
    private mutating func decimalComma(_ token: JSONToken) {
        guard let whole = records.last else { return }
        open[open.count - 1].comma = nil
        let number = "\(tokens.text(of: whole)).\(tokens.text(token.range))"
        let range = Int(whole.start)..<token.range.upperBound
        tokens.faults.add(
            .badNumber,
            range,
            "a comma in a number, where JSON allows only a point",
            "write \(number)",
            replacement: number
        )
        records[records.count - 1] = JSONRecord(tokens.rewritten(number, range), .number)
    }
}

// MARK: - Objects

extension JSONBuilder {
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
            let fix = "write a name and a colon before the array"
            missing(.missingName, "an array without a name inside an object", fix, token)
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
        // The string is the same name in another branch of a template.
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
            "a colon is missing between the name and its value",
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
            "write a value, or leave the member out"
        )
        addMissing("value", at: lastEnd)
        return .afterMember
    }

    private mutating func memberValue() -> Step {
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

// MARK: - Values

extension JSONBuilder {
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

    /// Adds the value that was probably meant by a word without quotes.
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
        tokens.faults.add(word.fault, token.range, word.problem, word.fix, replacement: replacement)
        let isText = [.string, .number, .placeholder].contains(word.kind)
        let text = word.kind == .string ? tokens.text(token.range) : word.json
        add(JSONRecord(isText ? tokens.rewritten(text, token.range) : token, word.kind))
    }

    private mutating func addName(_ token: JSONToken) {
        switch token.kind {
        case .string: add(JSONRecord(token, .string))
        case .placeholder: add(JSONRecord(token, .placeholder))
        default:
            let name = tokens.text(token.range)
            tokens.faults.add(
                .unquotedName,
                token.range,
                "the name '\(Shown.text(name))' is not in quotes",
                "write \(Shown.text(JSONValue.quoted(name)))",
                replacement: JSONValue.quoted(name)
            )
            add(JSONRecord(tokens.rewritten(name, token.range), .string))
        }
    }

    /// Adds a placeholder for a missing part whose text can't be guessed.
    package mutating func addMissing(_ name: String, at offset: Int) {
        let text = tokens.rewritten("${\(name)}", offset..<offset)
        add(JSONRecord(text, .placeholder))
    }

    /// Adds a placeholder that stands for any number of members.
    private mutating func addRun(_ token: JSONToken) {
        var record = JSONRecord(token, .placeholder)
        record.form = .run
        add(record)
        add(JSONRecord(token, .null))
    }

    private mutating func openContainer(_ token: JSONToken, isObject: Bool) -> Step {
        guard open.count < Self.depth else { return tooDeep(token) }
        add(JSONRecord(token, isObject ? .object : .array))
        open.append(OpenContainer(record: records.count - 1, isObject: isObject, start: token.range.lowerBound))
        return isObject ? .name : .element
    }

    private mutating func tooDeep(_ token: JSONToken) -> Step {
        tokens.faults.add(
            .tooDeep,
            token.range,
            "objects and arrays are nested more than \(Self.depth) levels deep, which is flowdrift's limit",
            "send a body with fewer levels"
        )
        resume(at: tokens.bytes.count)
        while !open.isEmpty { pop(end: tokens.bytes.count) }
        return .end
    }

    /// Closes the innermost container at a byte.
    private mutating func pop(end: Int) {
        guard let container = open.popLast() else { return }
        records[container.record].link = UInt32(records.count)
        records[container.record].end = UInt32(end)
        records[container.record].count = UInt32(container.count)
        if warns, container.isObject { warnOfDuplicates(container.record) }
    }
}

extension JSONRecord {
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

// MARK: - Warnings

extension JSONBuilder {
    /// Warns of repeated names in the object that was just closed.
    private mutating func warnOfDuplicates(_ object: Int) {
        let members = records[object].count / 2
        // Only one branch of a template is sent, so a name in two branches isn't a duplicate.
        guard members > 1, !tokens.hasDirectives else { return }
        var names = JSONNames(room: Int(members))
        var duplicates: [(name: Int, first: Int)] = []
        var index = object + 1
        for _ in 0..<members {
            if records[index].form != .run, records[index].kind == .string,
                let first = names.insert(index, hash: hash(of: index), isSame: { isSameName($0, $1) })
            {
                duplicates.append((index, first))
            }
            index = records[index + 1].successor(of: index + 1)
        }
        for (name, first) in duplicates { warnOfDuplicate(name, first) }
    }

    /// Whether the bytes between the quotes of a name are the name's text, without escapes.
    private func isPlain(_ record: JSONRecord) -> Bool { record.form == .plain && !record.holdsPlaceholder }

    private func hash(of name: Int) -> Int {
        let record = records[name]
        var hasher = Hasher()
        if isPlain(record) {
            tokens.bytes.withUnsafeBytes { bytes in
                hasher.combine(bytes: .init(rebasing: bytes[Int(record.start) + 1..<Int(record.end) - 1]))
            }
        } else {
            var text = tokens.text(of: record)
            text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
        }
        return hasher.finalize()
    }

    private func isSameName(_ lhs: Int, _ rhs: Int) -> Bool {
        let (left, right) = (records[lhs], records[rhs])
        guard isPlain(left), isPlain(right) else {
            return tokens.text(of: left).utf8.elementsEqual(tokens.text(of: right).utf8)
        }
        return left.end - left.start == right.end - right.start
            && tokens.bytes[Int(left.start)..<Int(left.end)].elementsEqual(
                tokens.bytes[Int(right.start)..<Int(right.end)]
            )
    }

    private mutating func warnOfDuplicate(_ name: Int, _ first: Int) {
        let record = records[name]
        let place = tokens.faults.place(of: Int(records[first].start))
        tokens.faults.add(
            .duplicateName,
            Int(record.start)..<Int(record.end),
            "the name '\(Shown.text(tokens.text(of: record)))' is already at \(place); most parsers use the last value",
            "keep one of the two",
            severity: .warning
        )
    }

    /// Warns of a string whose text is a JSON object or array.
    private mutating func warnOfNestedJSON(_ range: Range<Int>) {
        let blanks: [UInt8] = [0x20, 0x09, 0x0A, 0x0D, UInt8(ascii: "\\"), UInt8(ascii: "n"), UInt8(ascii: "\"")]
        guard let first = tokens.bytes[range].first(where: { !blanks.contains($0) }),
            first == UInt8(ascii: "{") || first == UInt8(ascii: "["), let record = records.last
        else { return }
        let text = tokens.text(of: record)
        let options = JSONReading(allowingPlaceholders: tokens.allowsPlaceholders, warning: false)
        let document = JSONDocument(reading: Array(text.utf8), options)
        guard document.faults.isEmpty, let root = document.root, root.kind == .object || root.kind == .array else {
            return
        }
        let isObject = root.kind == .object
        let name = isInObject && records.count > 1 ? tokens.text(of: records[records.count - 2]) : nil
        let whose = name.map { "the member '\(Shown.text($0))' is a string that" } ?? "this string"
        tokens.faults.add(
            .nestedJSON,
            range,
            "\(whose) contains JSON, \(isObject ? "an object" : "an array") in quotes",
            "send the \(isObject ? "object" : "array") itself, unless the receiver expects a string",
            severity: .warning
        )
    }
}
