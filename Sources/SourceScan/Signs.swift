import SourceText

/// A text that shows a launch in a unit, before the signs of each launch are grouped.
struct FoundSign: Sendable {
    var sign: LaunchSite.Sign
    /// The sign's token, or its first token.
    var token: Int
    var start: Int
    var end: Int
    /// Whether the text is prose that names the path, such as a message.
    var isProse = false
    var isType = false
    var isBot = false
    /// The kind of text that the sign is in, or `nil` if the sign itself doesn't show it.
    var setting: LaunchSite.Setting?

    /// The order in which signs give a site its place: a call before a path before a type.
    var rank: Int {
        switch sign {
        case .call: isType ? 2 : 0
        case .botSession: 1
        case .path: isProse ? 3 : 1
        case .bodyType: 2
        }
    }
}

/// Whether a string is prose: a blank comes before the path in it, and no command does.
private struct ProseStart {
    private let blank: Int
    private let command: Int

    init(_ text: [UInt8]) {
        blank = text.firstIndex(of: 0x20) ?? .max
        let ends = ["curl", "http ", "wget"].compactMap { text[...].end(of: Array($0.utf8)) }
        command = ends.min() ?? .max
    }

    /// Whether a path at an index is part of prose.
    func isBefore(_ path: Int) -> Bool { blank < path && command > path }
}

/// Finds the signs of launches in a unit's tokens.
struct SignFinder {
    private let unit: CodeUnit
    private let runs: [StringRun]
    private var isTypeDeclared = false
    private var lines = (token: -1, holds: false)
    private(set) var signs: [FoundSign] = []

    init(_ unit: CodeUnit, _ runs: [StringRun]) {
        self.unit = unit
        self.runs = runs
        for (index, run) in runs.enumerated() { addPaths(run, next: index + 1 < runs.count ? runs[index + 1] : nil) }
        for index in unit.tokens.indices where unit.tokens[index].kind == .word { addWord(index) }
        // A file that declares the type is part of an SDK.
        if isTypeDeclared { signs.removeAll { $0.isType } }
        signs.sort { $0.start < $1.start }
    }

    // MARK: Paths

    private mutating func addPaths(_ run: StringRun, next: StringRun?) {
        // Some programs write JSON with a backslash before each slash.
        let isEscaped = run.text.holds(Self.escapedPath)
        let text = isEscaped ? run.decoded(in: unit) : run.text
        let matches = PathText.matches(in: text).filter { !$0.endsInSlash || !run.isFollowed }
        let use = matches.isEmpty ? .launch : PathUse(of: run, in: unit)
        if case .other = use { return }
        if let prose = matches.isEmpty ? nil : ProseStart(text) {
            for match in matches {
                let first = isEscaped ? (run.tokens[0], 0) : piece(of: match.range.lowerBound, in: run)
                add(
                    match.isBot ? .botSession : .path,
                    first,
                    match,
                    use,
                    isProse: prose.isBefore(match.range.lowerBound)
                )
            }
        }
        if isSplit(run, next), let first = run.tokens.last {
            let token = unit.tokens[first]
            signs.append(FoundSign(sign: .path, token: first, start: token.start, end: token.end))
        }
        addCommandText(run)
    }

    private static let escapedPath = Array("\\/executions".utf8)

    private func piece(of offset: Int, in run: StringRun) -> (token: Int, offset: Int) {
        var start = 0
        for token in run.tokens {
            let count = unit.tokens[token].content.count
            if offset < start + count { return (token, offset - start) }
            start += count
        }
        return (run.tokens[0], 0)
    }

    private mutating func add(
        _ sign: LaunchSite.Sign,
        _ first: (token: Int, offset: Int),
        _ match: PathText.Match,
        _ use: PathUse,
        isProse: Bool
    ) {
        let token = unit.tokens[first.token]
        var found = FoundSign(sign: sign, token: first.token, start: token.start, end: token.end, isBot: match.isBot)
        if holdsLines(first.token) {
            found.start = token.content.lowerBound + first.offset
            found.end = min(found.start + match.range.count, token.content.upperBound)
        } else if first.token > 0, unit.tokens[first.token - 1].opens(Token.Code.template) {
            found.start = unit.tokens[first.token - 1].start
        }
        found.isProse = isProse
        switch use {
        case .route: found.setting = .mock
        case .description: found.setting = .document
        case .launch, .other: break
        }
        signs.append(found)
    }

    /// Whether a string has more than one line; the last result is kept, because one string may have many paths.
    private mutating func holdsLines(_ token: Int) -> Bool {
        if lines.token != token { lines = (token, unit.bytes[unit.tokens[token].content].contains(0x0a)) }
        return lines.holds
    }

    /// Whether two runs of strings are parts of one path, which a function joins: `"flows", "executions"`.
    private func isSplit(_ run: StringRun, _ next: StringRun?) -> Bool {
        guard unit.dialect != .shell, unit.dialect != .powershell, !unit.dialect.isData else { return false }
        guard let next, let last = run.tokens.last, let first = next.tokens.first, first - last <= 6,
            next.tokens.count == 1
        else { return false }
        let executions = Array("executions".utf8)
        let following = next.text.first == UInt8(ascii: "/") ? Array(next.text.dropFirst()) : next.text
        guard following == executions, run.text.suffix(5).elementsEqual("flows".utf8) else { return false }
        guard run.text.count == 5 || run.text[run.text.count - 6] == UInt8(ascii: "/") else { return false }
        // With a third part, the path is that of one execution.
        let after = unit.token(first + 1)
        let isList = after?.isSymbol(UInt8(ascii: ",")) ?? false || after?.isSymbol(UInt8(ascii: "/")) ?? false
        guard !isList, !next.isFollowed else { return false }
        let between = ((last + 1)..<first).map { unit.tokens[$0] }
        return between.allSatisfy { token in
            token.isSymbol(UInt8(ascii: ",")) || token.isSymbol(UInt8(ascii: "/")) || token.isSymbol(UInt8(ascii: "."))
                || token.opens(UInt8(ascii: "(")) || token.closes(UInt8(ascii: ")")) || token.kind == .word
        }
    }

    /// Adds the vendor's command line in a string: `subprocess.run("gc flows executions create")`.
    private mutating func addCommandText(_ run: StringRun) {
        guard run.text.count > 20, run.text.holds(Self.command), let first = run.tokens.first else { return }
        let token = unit.tokens[first]
        signs.append(
            FoundSign(sign: .call("gc flows executions create"), token: first, start: token.start, end: token.end)
        )
    }

    private static let command = Array("gc flows executions create".utf8)

    // MARK: Words

    private mutating func addWord(_ index: Int) {
        let token = unit.tokens[index]
        if token.content.count == 2 || token.content.count == 5 { return addCommand(index) }
        guard token.content.count >= 16, token.content.count < 60 else { return }
        let word = unit.raw(index)
        if let sign = PathText.call(word) {
            guard isCall(index) else { return }
            let isBot = sign == .botSession
            var found = FoundSign(sign: sign, token: index, start: token.start, end: token.end, isBot: isBot)
            found.isType = word.hasSuffix("Request")
            signs.append(found)
        } else if PathText.types.contains(word) || PathText.botTypes.contains(word) {
            if ["class", "struct", "interface", "record"].contains(unit.word(index - 1)) { isTypeDeclared = true }
            guard isMade(index) else { return }
            let isBot = PathText.botTypes.contains(word)
            signs.append(
                FoundSign(
                    sign: isBot ? .botSession : .bodyType(word),
                    token: index,
                    start: token.start,
                    end: token.end,
                    isType: true,
                    isBot: isBot
                )
            )
        }
    }

    /// Adds the command `gc flows executions create` in a shell, in PowerShell or in YAML.
    private mutating func addCommand(_ index: Int) {
        let words = ["gc", "flows", "executions", "create"]
        guard unit.dialect == .shell || unit.dialect == .powershell || unit.dialect == .yaml else { return }
        for (offset, word) in words.enumerated() where unit.word(index + offset) != word { return }
        signs.append(
            FoundSign(
                sign: .call("gc flows executions create"),
                token: index,
                start: unit.tokens[index].start,
                end: unit.tokens[index + 3].end
            )
        )
    }

    /// Whether a word is called, and not declared or imported.
    private func isCall(_ index: Int) -> Bool {
        let before = unit.word(index - 1)
        guard !Self.declaring.contains(before) else { return false }
        var open = index + 1
        // `PostFlowsExecutionsRequest.builder()` and `post.call<Type>(…)`.
        if unit.token(open)?.isSymbol(UInt8(ascii: ".")) ?? false, unit.word(open + 1) == "builder" { open += 2 }
        guard let token = unit.token(open), token.opens(UInt8(ascii: "(")) else { return false }
        let isMember =
            unit.token(index - 1).map {
                $0.isSymbol(UInt8(ascii: ".")) || $0.isSymbol(Token.Code.thinArrow) || $0.isSymbol(Token.Code.scope)
            } ?? false
        let end = unit.closer(open)
        guard !isMember, let next = unit.token(end + 1) else { return true }
        // A declaration in a class: `postFlowsExecutions(body) {` or with its type before it.
        let isTyped = !before.isEmpty && !["await", "return", "new", "yield", "try"].contains(before)
        let isDeclared =
            next.opens(UInt8(ascii: "{")) || next.isSymbol(UInt8(ascii: ":")) && unit.dialect == .javascript
        return !isDeclared && !(isTyped && !unit.tokens[index].isFirstOnLine)
    }

    /// Whether a type is used to make a value.
    private func isMade(_ index: Int) -> Bool {
        let statement = max(0, index - 12)..<index
        let words = statement.map { unit.word($0) }
        guard !words.suffix(3).contains(where: Self.declaring.contains) else { return false }
        let line = unit.lineStart(unit.tokens[index].start)
        let isImport = statement.contains { place in
            unit.tokens[place].start >= line && Self.importing.contains(unit.word(place))
        }
        guard !isImport, let next = unit.token(index + 1) else { return false }
        if next.opens(UInt8(ascii: "(")) || next.opens(UInt8(ascii: "{")) {
            // A method that returns the type, `FlowExecutionLaunchRequest Build(…) {`, has its name after the type.
            let before = unit.token(index - 1)
            return !(before?.isSymbol(Token.Code.thinArrow) ?? false)
                && !(next.opens(UInt8(ascii: "{"))
                    && (before?.isSymbol(UInt8(ascii: ":")) ?? false || before?.closes(UInt8(ascii: ")")) ?? false))
        }
        if words.last == "new" { return true }
        // `const body: FlowExecutionLaunchRequest = {…}`.
        let isAnnotated = unit.token(index - 1)?.isSymbol(UInt8(ascii: ":")) ?? false
        return isAnnotated && next.isSymbol(UInt8(ascii: "="))
            && !(unit.token(index + 2)?.isSymbol(UInt8(ascii: ">")) ?? false)
    }

    private static let declaring: Set = [
        "function", "func", "fun", "fn", "def", "sub", "class", "interface", "struct", "type", "enum", "typealias",
        "record", "extends", "implements", "instanceof", "is",
    ]
    private static let importing: Set = ["import", "using", "require", "include", "use", "from", "require_once"]
}
