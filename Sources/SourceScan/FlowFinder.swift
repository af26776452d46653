import SourceText

/// Finds the flow that a launch starts, or why the flow is unknown.
///
/// A literal id, an id in a constant, or a literal name shows the flow.
struct FlowFinder {
    let unit: CodeUnit
    let scopes: Scopes
    let definitions: Definitions
    /// Every literal id of the unit, by token, in order.
    let ids: [(token: Int, id: Written<String>)]
    private let imports: Set<String>

    init(_ unit: CodeUnit, _ scopes: Scopes, _ definitions: Definitions) {
        self.unit = unit
        self.scopes = scopes
        self.definitions = definitions
        imports = Self.importedWords(unit)
        ids = unit.tokens.indices.compactMap { index in
            let token = unit.tokens[index]
            guard token.kind == .string || token.kind == .word || token.kind == .number, token.content.count == 36,
                FlowID.isID(unit.bytes[token.content])
            else { return nil }
            return (index, Self.written(index, unit))
        }
    }

    private static func written(_ index: Int, _ unit: CodeUnit) -> Written<String> {
        let content = unit.tokens[index].content
        return Written(unit.raw(index), from: unit.position(content.lowerBound), to: unit.position(content.upperBound))
    }

    /// The flow that a body's member for the flow's id names, or `nil` if the body has no such member.
    func flow(of body: LaunchObjects.Body, in function: Int) -> LaunchedFlow? {
        var member = body.node["flowId"] ?? body.node["botFlowId"] ?? body.node["flow"]
        if case .object = member?.kind { member = member?["id"] }
        guard let member else { return nil }
        switch member.kind {
        case .string(let text):
            guard FlowID.isID(text.utf8) else { return unknown(text) }
            return .id(Self.withoutQuotes(text, member))
        case .expression(let text, let parts): return resolved(text, parts, in: function, body: body)
        case .null: return .unknown(reason: "the flow's id is null")
        default: return .unknown(reason: "the flow's id isn't a string")
        }
    }

    private static func withoutQuotes(_ text: String, _ node: LiteralNode) -> Written<String> {
        var (start, end) = (node.position, node.end)
        let quotes = end.column - start.column - text.unicodeScalars.count
        if start.line == end.line, quotes > 0, quotes % 2 == 0 {
            start.column += quotes / 2
            end.column -= quotes / 2
        }
        return Written(text, from: start, to: end)
    }

    private func unknown(_ text: String) -> LaunchedFlow {
        let shown = text.prefix(60)
        if text.isEmpty { return .unknown(reason: "the flow's id is an empty string") }
        if let open = text.range(of: "${"), let close = text.range(of: "}", in: open.upperBound..<text.endIndex) {
            return .unknown(
                reason: "the flow's id is the template's placeholder '\(text[open.upperBound..<close.lowerBound])'"
            )
        }
        return .unknown(reason: "'\(shown)' isn't the id of a flow, which is a UUID")
    }

    // MARK: Expressions

    private func resolved(_ text: String, _ parts: [String], in function: Int, body: LaunchObjects.Body) -> LaunchedFlow
    {
        if body.isEmbedded {
            // The expression is a hole of the string, so its words are among the string's tokens.
            guard let hole = hole(in: body) else { return .unknown(reason: "the code computes the flow's id") }
            return found(hole, in: function)
        }
        guard let range = tokens(at: text, in: body) else {
            return .unknown(reason: "the code computes the flow's id")
        }
        return found(range, in: function)
    }

    private func found(_ range: Range<Int>, in function: Int) -> LaunchedFlow {
        let flow = follow(range, in: function, depth: 0)
        guard case .unknown(let reason, _) = flow else { return flow }
        return .unknown(reason: reason, candidates: candidates(in: range, function, depth: 0))
    }

    /// The tokens of the value of a body's member for the flow's id.
    private func tokens(at text: String, in body: LaunchObjects.Body) -> Range<Int>? {
        for index in body.range where unit.tokens[index].kind != .open {
            let key = LaunchKeys.member(ofSetter: unit.raw(index)) ?? LaunchKeys.wireKey(unit.raw(index))
            guard ["flowId", "botFlowId", "flow"].contains(key) else { continue }
            var start = index + 1
            // A member without a value, such as `flowId` in `{ flowId, name }`, is its own value.
            let isShorthand =
                unit.tokens[index].kind == .word
                && (unit.token(start)?.isSymbol(UInt8(ascii: ",")) ?? false
                    || unit.token(start)?.closes(UInt8(ascii: "}")) ?? false)
            if isShorthand { start = index }
            while !isShorthand, start < body.range.upperBound, start < index + 4,
                isSign(start) || key == "flow" && unit.tokens[start].opens(UInt8(ascii: "{"))
            {
                start += 1
            }
            if key == "flow", unit.word(start) == "id" { start += 2 }
            var end = start
            while end < body.range.upperBound {
                let token = unit.tokens[end]
                if token.isSymbol(UInt8(ascii: ",")) || token.isSymbol(UInt8(ascii: ";")) || token.kind == .close {
                    break
                }
                if end > start, token.isFirstOnLine, !unit.tokens[end].isSymbol(UInt8(ascii: ".")) { break }
                end = unit.after(end)
            }
            return start..<max(start + 1, min(end, unit.tokens.count))
        }
        return nil
    }

    private func isSign(_ index: Int) -> Bool {
        let token = unit.tokens[index]
        return token.isSymbol(UInt8(ascii: ":")) || token.isSymbol(UInt8(ascii: "="))
            || token.isSymbol(Token.Code.fatArrow)
            || token.isSymbol(UInt8(ascii: ",")) || token.opens(UInt8(ascii: "(")) || token.closes(UInt8(ascii: "]"))
            || unit.word(index) == "to"
    }

    private func hole(in body: LaunchObjects.Body) -> Range<Int>? {
        for index in body.range where unit.isString(index) {
            guard let key = ["flowId", "flow_id"].first(where: { unit.raw(index).contains($0) }),
                let after = unit.raw(index).range(of: key)?.upperBound,
                let next = unit.token(index + 1), next.opens(Token.Code.hole),
                unit.raw(index)[after...].utf8.allSatisfy({ "\"'\\: ".utf8.contains($0) || $0.isBlank })
            else { continue }
            return (index + 2)..<max(index + 3, unit.closer(index + 1))
        }
        return nil
    }

    private func follow(_ range: Range<Int>, in function: Int, depth: Int) -> LaunchedFlow {
        guard !range.isEmpty, range.upperBound <= unit.tokens.count else {
            return .unknown(reason: "the code computes the flow's id")
        }
        let text = String(
            decoding: unit.bytes[unit.tokens[range.lowerBound].start..<unit.tokens[range.upperBound - 1].end],
            as: UTF8.self
        )
        if range.count == 1, unit.isString(range.lowerBound) || unit.dialect == .shell {
            if FlowID.isID(unit.bytes[unit.tokens[range.lowerBound].content]) {
                return .id(Self.written(range.lowerBound, unit))
            }
            if unit.isString(range.lowerBound) { return unknown(unit.value(range.lowerBound)) }
        }
        if let reason = EnvironmentRead.reason(text, unit.dialect) { return .unknown(reason: reason) }
        let names = unit.names(in: range)
        guard let last = name(in: names, range), depth < 4 else {
            return .unknown(reason: "the code computes the flow's id")
        }
        let found = definitions.visible(last.name, in: function, owner: last.owner)
        let values = found.map { value(of: $0) }.filter { !$0.isEmpty && $0.lowerBound != range.lowerBound }
        let ids = Set(
            values.compactMap { range in
                range.count == 1 && FlowID.isID(unit.bytes[unit.tokens[range.lowerBound].content])
                    ? range.lowerBound : nil
            }
        )
        if ids.count == 1, let id = ids.first { return .id(Self.written(id, unit)) }
        if ids.count > 1 {
            // The definition in the nearest function counts.
            if let id = values.last?.lowerBound, ids.contains(id), last.owner.isEmpty {
                return .id(Self.written(id, unit))
            }
            return .unknown(
                reason: "the flow's id comes from '\(last.name)', which has more than one value in this file"
            )
        }
        if let value = values.last { return follow(value, in: function, depth: depth + 1) }
        return .unknown(reason: reason(last, text, function))
    }

    private func name(
        in names: [(name: String, owner: String, index: Int)],
        _ range: Range<Int>
    ) -> (name: String, owner: String)? {
        // A call's result is computed, unless it only converts: `FLOW_ID.toString()`, `str(FLOW_ID)`.
        let converting: Set = [
            "toString", "str", "String", "to_s", "trim", "UUID", "fromString", "strip", "Guid", "Parse",
        ]
        let plain = names.filter { !converting.contains($0.name) }
        guard let last = plain.last else { return nil }
        // `FLOWS["callback"]` has a literal key; only the running program knows the key of `FLOWS[kind]`.
        if let bracket = range.first(where: { unit.tokens[$0].opens(UInt8(ascii: "[")) }) {
            return unit.isString(bracket + 1) ? (unit.value(bracket + 1), plain[0].name) : nil
        }
        if unit.token(last.index + 1)?.opens(UInt8(ascii: "(")) ?? false { return nil }
        return plain.count == 1 || !last.owner.isEmpty ? (last.name, last.owner) : nil
    }

    func value(of definition: Definitions.Definition) -> Range<Int> {
        var end = definition.value
        while end < unit.tokens.count, end < definition.value + 40 {
            let token = unit.tokens[end]
            if token.isSymbol(UInt8(ascii: ",")) || token.isSymbol(UInt8(ascii: ";")) || token.kind == .close { break }
            if end > definition.value, token.isFirstOnLine, !token.isSymbol(UInt8(ascii: ".")) { break }
            if end > definition.value, unit.dialect == .shell, token.start > unit.tokens[end - 1].end { break }
            end = unit.after(end)
        }
        // `'…'.freeze` has the string's value.
        if end == definition.value + 3, unit.isString(definition.value) { end = definition.value + 1 }
        return definition.value..<min(end, unit.tokens.count)
    }

    // MARK: Reasons

    private func reason(_ name: (name: String, owner: String), _ text: String, _ function: Int) -> String {
        if unit.dialect == .shell { return "the flow's id comes from the environment variable '\(name.name)'" }
        if unit.dialect == .terraform { return "the flow's id is the expression '\(text.prefix(80))'" }
        if function >= 0, name.owner.isEmpty || unit.dialect == .powershell, isParameter(name.name, of: function) {
            return "the flow's id is the parameter '\(name.name)'"
        }
        let isOwn = Definitions.selfWords.contains(name.owner)
        if !name.owner.isEmpty, !isOwn, function >= 0, isParameter(name.owner, of: function) {
            return "the flow's id is a member of the parameter '\(name.owner)'"
        }
        let imported = name.owner.isEmpty ? name.name : name.owner
        if imports.contains(imported) { return "the flow's id comes from another file: '\(text.prefix(80))'" }
        if name.owner.isEmpty, !definitions.has(name.name), unit.dialect != .powershell {
            return "the flow's id comes from '\(name.name)', which has no literal value in this file"
        }
        return "the flow's id comes from '\(text.prefix(80))'"
    }

    /// Whether a name is a parameter of a function, or of a function around that function.
    func isParameter(_ name: String, of function: Int) -> Bool {
        var place = function
        for _ in 0..<6 where place >= 0 {
            if isOwnParameter(name, of: scopes.list[place]) { return true }
            place = scopes.list[place].parent
        }
        return false
    }

    private func isOwnParameter(_ name: String, of scope: Scopes.Scope) -> Bool {
        guard scope.kind == .function || scope.kind == .callback else { return false }
        var range = scope.head..<scope.start
        // Python and Ruby have the parameters after the keyword, PowerShell in a block of their own.
        if range.isEmpty || unit.dialect == .powershell { range = scope.start..<min(scope.start + 80, scope.end) }
        if let open = range.first(where: { unit.tokens[$0].opens(UInt8(ascii: "(")) }) {
            let receiver = unit.dialect == .go && unit.word(open - 1) == "func"
            range = open..<max(open, receiver ? scope.start : unit.closer(open))
        }
        return range.prefix(200).contains { unit.word($0) == name }
    }

    private static func importedWords(_ unit: CodeUnit) -> Set<String> {
        var words: Set<String> = []
        for index in unit.tokens.indices where unit.tokens[index].kind == .word && unit.tokens[index].content.count < 20
        {
            guard importing.contains(unit.raw(index)) else { continue }
            // `const { FLOW_ID } = require("./flows")` has the imported names before the word `require`.
            var start = index
            while start > 0, index - start < 30, !unit.tokens[start].isFirstOnLine { start -= 1 }
            let end = unit.statement(around: index).upperBound
            for place in (start..<max(start, end)).prefix(60) where unit.tokens[place].kind == .word {
                words.insert(unit.raw(place))
            }
        }
        return words
    }

    private static let importing: Set = ["import", "require", "from", "use", "using", "include", "require_relative"]
}
