import SourceText

/// The bodies of launches in a unit, written as literals or set member by member.
struct LaunchObjects: Sendable {
    struct Body: Sendable {
        /// The tokens of the body: those of its literal, or those from its first to its last setter.
        var range: Range<Int>
        var node: LiteralNode
        /// The variable that contains the body, or an empty string.
        var variable: String
        var function: Int
        var form: String
        /// The tokens that belong to the body: all of its range, or only those of the setters.
        var parts: [Range<Int>]
        var isEmbedded = false
        var isSet = false
    }

    private(set) var list: [Body] = []
    /// How many tokens were read for the literals.
    private(set) var steps = 0
    private let unit: CodeUnit
    private let scopes: Scopes
    private var reader: LiteralReader

    init(_ unit: CodeUnit, _ scopes: Scopes, isBot: Bool) {
        self.unit = unit
        self.scopes = scopes
        reader = LiteralReader(unit)
        var groups: Set<Int> = []
        var setters: [String: [(key: String, range: Range<Int>, value: Range<Int>)]] = [:]
        let opens = Self.enclosing(unit)
        for index in unit.tokens.indices {
            guard let key = mainKey(index, isBot: isBot) else { continue }
            if let setter = setter(index, key) {
                setters["\(scopes.function(of: index))/\(setter.receiver)", default: []].append(
                    (setter.key, setter.range, setter.value)
                )
            } else if let group = group(of: index, opens), groups.insert(group).inserted {
                addLiteral(group)
            }
        }
        for (receiver, members) in setters.sorted(by: { $0.value[0].range.lowerBound < $1.value[0].range.lowerBound }) {
            addSet(receiver, members)
        }
        for index in unit.tokens.indices { addEmbedded(index) }
        list.sort { $0.range.lowerBound < $1.range.lowerBound }
        list = Self.withoutInner(list)
        steps = 40 * unit.tokens.count + 1000 - reader.budget
    }

    // MARK: Keys

    private func mainKey(_ index: Int, isBot: Bool) -> String? {
        let token = unit.tokens[index]
        guard token.kind == .word || token.kind == .string, token.content.count <= 24 else { return nil }
        guard token.content.count >= 4 else { return nil }
        let text = unit.raw(index)
        let key = LaunchKeys.wireKey(text)
        if LaunchKeys.main.contains(key) || isBot && key == "flow" { return key }
        return token.kind == .word ? LaunchKeys.member(ofSetter: text) : nil
    }

    /// The innermost bracket around each token, or -1 if there is none.
    private static func enclosing(_ unit: CodeUnit) -> [Int] {
        var stack: [Int] = []
        return unit.tokens.enumerated().map { index, token in
            while let last = stack.last, unit.tokens[last].partner <= index { stack.removeLast() }
            let place = stack.last ?? -1
            if token.kind == .open, token.partner > index { stack.append(index) }
            return place
        }
    }

    /// The bracket whose object has the token as a key.
    private func group(of index: Int, _ opens: [Int]) -> Int? {
        guard let next = unit.token(index + 1) else { return nil }
        var group = opens[index]
        guard group >= 0 else { return nil }
        let byte = unit.tokens[group].code
        // `["flowId"] = …` and `{ "flowId", … }`, `Map.entry("flowId", …)`, `put("flowId", …)`.
        if byte == UInt8(ascii: "["), next.closes(UInt8(ascii: "]")), group + 1 == index {
            group = opens[group]
        } else if next.isSymbol(UInt8(ascii: ",")), unit.isString(index) {
            let isEntry = ["entry", "put", "add", "Add"].contains(unit.word(group - 1))
            let isPair = byte == UInt8(ascii: "{") && unit.dialect == .csharp
            if isEntry || isPair { group = opens[group] } else if unit.word(group - 1) != "of" { return nil }
        } else {
            let isShorthand =
                unit.tokens[index].kind == .word && byte == UInt8(ascii: "{")
                && (next.isSymbol(UInt8(ascii: ",")) || next.closes(UInt8(ascii: "}")))
            let isColon =
                next.isSymbol(UInt8(ascii: ":")) || next.isSymbol(Token.Code.fatArrow)
                || unit.dialect == .scala && next.isSymbol(Token.Code.thinArrow)
            let isAssigned = next.isSymbol(UInt8(ascii: "="))
            guard isColon || isAssigned || isShorthand || unit.word(index + 1) == "to" else { return nil }
        }
        guard group >= 0, unit.tokens[group].code != Token.Code.hole, unit.tokens[group].code != Token.Code.template
        else {
            return nil
        }
        return group
    }

    // MARK: Literals

    private mutating func addLiteral(_ group: Int) {
        var start = group
        // The type or function before the bracket belongs to the value.
        for _ in 0..<12 where start > 0 {
            let token = unit.tokens[start - 1]
            let isPart =
                token.kind == .word && !Self.statementWords.contains(unit.word(start - 1))
                || token.isSymbol(UInt8(ascii: ".")) || token.isSymbol(UInt8(ascii: "@"))
                || token.isSymbol(UInt8(ascii: ">")) || token.isSymbol(UInt8(ascii: "<"))
                || token.isSymbol(Token.Code.scope) || token.isSymbol(UInt8(ascii: "&"))
            let isEmpty = unit.dialect == .go && token.partner == start - 2
            let isGroup = token.kind == .close && token.partner >= 0 && (token.code != UInt8(ascii: "}") || isEmpty)
            guard isPart || isGroup else { break }
            guard !unit.tokens[start].isFirstOnLine || start == group else { break }
            start = isGroup ? token.partner : start - 1
        }
        let end = unit.closer(group) + 1
        guard end > group + 1 else { return }
        for first in [start, group] {
            let node = reader.value(first..<end)
            guard case .object(let members, _) = node.kind,
                members.contains(where: {
                    LaunchKeys.main.contains($0.wireKey) || $0.wireKey == "flow" || $0.wireKey == "inputs"
                })
            else { continue }
            list.append(
                Body(
                    range: first..<end,
                    node: node,
                    variable: variable(of: first),
                    function: scopes.function(of: group),
                    form: LiteralForm.name(of: first..<end, in: unit),
                    parts: [first..<end]
                )
            )
            return
        }
    }

    private static let statementWords: Set = [
        "return", "await", "yield", "in", "is", "not", "and", "or", "if", "else", "to",
    ]

    /// The variable that the value at an index is assigned to, or an empty string.
    private func variable(of index: Int) -> String {
        var place = index - 1
        for _ in 0..<40 where place >= 0 {
            let token = unit.tokens[place]
            if token.isSymbol(UInt8(ascii: "=")) || token.isSymbol(Token.Code.define) {
                return unit.assignedName(before: place)
            }
            if token.isSymbol(UInt8(ascii: ";")) || token.isSymbol(UInt8(ascii: ",")) { return "" }
            if token.opens(UInt8(ascii: "{")) || token.closes(UInt8(ascii: "}")) { return "" }
            if unit.tokens[place + 1].isFirstOnLine, token.kind != .symbol, token.kind != .open,
                unit.tokens[place + 1].kind != .symbol
            {
                return ""
            }
            // Calls such as `json.dumps(` may surround the value.
            place -= 1
        }
        return ""
    }

    // MARK: Setters

    /// Reads a setter: `x.flowId(v)`, `x.setFlowId(v)`, `x.flow_id = v` or `x["flowId"] = v`.
    private func setter(
        _ index: Int,
        _ key: String
    ) -> (key: String, receiver: String, range: Range<Int>, value: Range<Int>)? {
        let before = unit.token(index - 1)
        let isDotted = before?.isSymbol(UInt8(ascii: ".")) ?? false || before?.isSymbol(Token.Code.thinArrow) ?? false
        if isDotted, unit.tokens[index].kind == .word, let open = unit.token(index + 1), open.opens(UInt8(ascii: "(")) {
            let end = unit.closer(index + 1)
            guard end > index + 2 else { return nil }
            return (key, receiver(before: index - 1), index..<(end + 1), (index + 2)..<end)
        }
        let isIndexed =
            before?.opens(UInt8(ascii: "[")) ?? false && unit.isString(index)
            && unit.token(index + 1)?.closes(UInt8(ascii: "]")) ?? false && index > 1
            && (unit.tokens[index - 2].kind == .word) && !unit.tokens[index - 1].isFirstOnLine
        let isBlock =
            unit.tokens[index].kind == .word && unit.tokens[index].isFirstOnLine && !unit.dialect.isData
            && unit.dialect == .kotlin
        let sign = isIndexed ? index + 2 : index + 1
        guard isDotted || isIndexed || isBlock, unit.token(sign)?.isSymbol(UInt8(ascii: "=")) ?? false else {
            return nil
        }
        let end = unit.statement(around: sign + 1).upperBound
        guard sign + 1 < end else { return nil }
        let name = isBlock ? "apply" : isIndexed ? unit.word(index - 2) : receiver(before: index - 1)
        return (key, name, index..<end, (sign + 1)..<end)
    }

    /// The variable at the beginning of a chain of calls: `request` in `request.flowId(…).inputData(…)`.
    private func receiver(before dot: Int) -> String {
        var place = dot - 1
        for _ in 0..<12 where place > 0 {
            let token = unit.tokens[place]
            if token.kind == .close, token.partner > 0, token.partner < place {
                place = token.partner - 1
            } else if token.kind == .word, unit.tokens[place - 1].isSymbol(UInt8(ascii: ".")) {
                place -= 2
            } else {
                break
            }
        }
        let name = variable(of: max(place, 0))
        guard unit.token(place - 1)?.kind == .word || name != "" else { return unit.word(place) }
        return name.isEmpty ? unit.word(place) : name
    }

    private mutating func addSet(_ receiver: String, _ members: [(key: String, range: Range<Int>, value: Range<Int>)]) {
        guard let first = members.first, let last = members.last else { return }
        var nodes: [LiteralNode.Member] = []
        for member in members {
            let token = unit.tokens[member.range.lowerBound]
            let key = Written(
                unit.raw(member.range.lowerBound),
                from: unit.position(token.content.lowerBound),
                to: unit.position(token.content.upperBound)
            )
            nodes.append(LiteralNode.Member(key: key, wireKey: member.key, value: reader.value(member.value)))
        }
        let range = first.range.lowerBound..<max(last.range.upperBound, first.range.upperBound)
        let node = reader.node(.object(nodes, isOpen: false), range)
        let variable = receiver.split(separator: "/").dropFirst().joined()
        list.append(
            Body(
                range: range,
                node: node,
                variable: variable,
                function: scopes.function(of: range.lowerBound),
                form: "\(unit.language.name) setters",
                parts: members.map(\.range),
                isSet: true
            )
        )
    }

    // MARK: JSON in strings

    private mutating func addEmbedded(_ index: Int) {
        guard let embedded = EmbeddedJSON(unit, at: index) else { return }
        let scopes = Scopes(embedded.unit)
        let inner = LaunchObjects(embedded.unit, scopes, isBot: false)
        guard let body = inner.list.first else { return }
        list.append(
            Body(
                range: index..<embedded.end,
                node: body.node,
                variable: variable(of: index),
                function: self.scopes.function(of: index),
                form: "JSON in a \(unit.language.name) string",
                parts: [index..<embedded.end],
                isEmbedded: true
            )
        )
    }

    private static func withoutInner(_ bodies: [Body]) -> [Body] {
        var kept: [Body] = []
        for body in bodies {
            if let last = kept.last, last.range.upperBound >= body.range.upperBound,
                last.range.lowerBound <= body.range.lowerBound
            {
                continue
            }
            kept.append(body)
        }
        return kept
    }
}
