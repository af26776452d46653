import SourceText

/// Combines the signs of a unit into launch sites, each with its body, flow and inputs.
struct SiteBuilder {
    /// Signs that belong to one launch.
    struct Group {
        var signs: [FoundSign]
        var function: Int
        var body: Int?
        var isBodyElsewhere = false

        /// The sign that gives the site its place.
        var main: FoundSign { signs.min { ($0.rank, $0.start) < ($1.rank, $1.start) } ?? signs[0] }
    }

    let unit: CodeUnit
    let scopes: Scopes
    let definitions: Definitions
    let objects: LaunchObjects
    let mentions: Mentions
    let flows: FlowFinder
    private let byVariable: [Variable: [Int]]
    private var groupOfBody: [Int: Int] = [:]
    /// How many names were looked up, for tests of the scan's time.
    private(set) var lookups = 0

    private struct Variable: Hashable {
        var name: String
        var function: Int
    }

    private var claimed: Set<Int> = []
    private(set) var groups: [Group] = []

    init(_ unit: CodeUnit) {
        let runs = StringRun.all(in: unit)
        let signs = SignFinder(unit, runs).signs
        self.unit = unit
        scopes = Scopes(unit)
        definitions = Definitions(unit, scopes)
        objects = LaunchObjects(unit, scopes, isBot: signs.contains { $0.isBot })
        mentions = Mentions(unit, runs)
        flows = FlowFinder(unit, scopes, definitions)
        let bodies = objects.list
        byVariable = Dictionary(grouping: bodies.indices) {
            Variable(name: bodies[$0].variable, function: bodies[$0].function)
        }
        for sign in uses(of: signs) { add(sign) }
        claimRest()
        joinTypes()
    }

    // MARK: Signs

    /// Replaces a path in a constant by the places that use the constant.
    private func uses(of signs: [FoundSign]) -> [FoundSign] {
        var constants: [String: FoundSign] = [:]
        var kept: [FoundSign] = []
        for sign in signs {
            let name = sign.sign == .path || sign.sign == .botSession && !sign.isType ? constant(of: sign) : ""
            if name.isEmpty { kept.append(sign) } else { constants[name] = sign }
        }
        guard !constants.isEmpty else { return signs }
        var used: Set<String> = []
        for index in unit.tokens.indices where unit.tokens[index].kind == .word {
            guard let sign = constants[unit.raw(index)],
                unit.tokens[index].start > sign.end || unit.tokens[index].end < sign.start,
                !(unit.token(index + 1)?.isSymbol(UInt8(ascii: "=")) ?? false), !isIdOfExecution(after: index)
            else { continue }
            used.insert(unit.raw(index))
            var use = sign
            (use.token, use.start, use.end) = (index, unit.tokens[index].start, unit.tokens[index].end)
            kept.append(use)
        }
        for (name, sign) in constants where !used.contains(name) { kept.append(sign) }
        return kept.sorted { $0.start < $1.start }
    }

    /// The constant outside functions whose value is the path of a sign, or an empty string.
    private func constant(of sign: FoundSign) -> String {
        guard scopes.function(of: sign.token) < 0, !unit.dialect.isData, unit.dialect != .terraform else { return "" }
        var place = sign.token - 1
        for _ in 0..<12 where place > 0 {
            let token = unit.tokens[place]
            if token.isSymbol(UInt8(ascii: "=")) || token.isSymbol(Token.Code.define) {
                return unit.assignedName(before: place)
            }
            let isCall = token.opens(UInt8(ascii: "(")) || token.opens(UInt8(ascii: "{"))
            guard !isCall, !token.isSymbol(UInt8(ascii: ";")), !token.isSymbol(UInt8(ascii: ",")),
                !unit.tokens[place + 1].isFirstOnLine
            else { return "" }
            place -= 1
        }
        return ""
    }

    /// Whether `PATH + "/" + id` or `${PATH}/${id}` requests one execution.
    private func isIdOfExecution(after index: Int) -> Bool {
        for place in (index + 1)..<(index + 4) where unit.isString(place) {
            let text = unit.bytes[unit.tokens[place].content]
            return text.first == UInt8(ascii: "/")
        }
        return false
    }

    private mutating func add(_ sign: FoundSign) {
        let function = scopes.function(of: sign.token)
        let body = body(of: sign, function)
        if let body, let index = groupOfBody[body] {
            groups[index].signs.append(sign)
            return
        }
        if let last = groups.indices.last, belongs(sign, body, to: groups[last], function) {
            groups[last].signs.append(sign)
            if groups[last].body == nil { groups[last].body = body }
        } else {
            groups.append(Group(signs: [sign], function: function, body: body))
        }
        if let body {
            claimed.insert(body)
            groupOfBody[body] = groups.count - 1
        }
    }

    /// Whether a sign belongs to the launch of a group, which must be in the same function.
    private func belongs(_ sign: FoundSign, _ body: Int?, to group: Group, _ function: Int) -> Bool {
        guard group.function == function else { return false }
        // A message that names the path, before or after the launch.
        if sign.isProse, body == nil { return true }
        if group.signs.allSatisfy(\.isProse), group.body == nil { return true }
        let isSameKind = group.signs.contains { $0.isType == sign.isType && $0.rank == sign.rank }
        // A type and the call that sends it, if at most one of them has a body.
        guard !isSameKind, group.signs.allSatisfy({ $0.isBot == sign.isBot }) else { return false }
        return (body == nil || group.body == nil) && (sign.isType || group.signs.contains { $0.isType })
    }

    // MARK: Bodies

    private mutating func body(of sign: FoundSign, _ function: Int) -> Int? {
        if sign.isType {
            if let inside = object(in: max(0, sign.token - 2)..<(sign.token + 2), includes: true) { return inside }
            let statement = unit.statement(around: sign.token)
            for name in unit.names(in: statement.lowerBound..<sign.token) {
                if let body = held(by: name.name, function) { return body }
            }
            return nil
        }
        if let around = object(in: sign.token..<(sign.token + 1), includes: true), objects.list[around].isEmbedded {
            return around
        }
        for group in arguments(around: sign, function) {
            if let body = object(in: group, includes: false) { return body }
            var budget = 400
            if let body = named(in: group, function, &budget, depth: 0) { return body }
        }
        return nil
    }

    /// The ranges to search for a body, the nearest first: the call's arguments, its statement, and those around it.
    private func arguments(around sign: FoundSign, _ function: Int) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        if unit.token(sign.token + 1)?.opens(UInt8(ascii: "(")) ?? false {
            ranges.append((sign.token + 2)..<max(sign.token + 2, unit.closer(sign.token + 1)))
        }
        var statement = unit.statement(around: sign.token)
        let limit = unit.dialect.isData ? 5 : 4
        var hasCall = false
        for _ in 0..<limit {
            ranges.append(statement)
            guard statement.lowerBound > 0, unit.tokens[statement.lowerBound - 1].kind == .open else { break }
            let open = statement.lowerBound - 1
            let isCode = unit.tokens[open].opens(UInt8(ascii: "{")) && !unit.dialect.isData
            let inner = scopes.scopeOf[min(open + 1, scopes.scopeOf.count - 1)]
            if isCode, inner >= 0, scopes.list[inner].start == open, scopes.list[inner].kind != .other { break }
            ranges.append((open + 1)..<max(open + 1, unit.closer(open)))
            hasCall = hasCall || unit.tokens[open].opens(UInt8(ascii: "("))
            statement = unit.statement(around: open)
            // If a call is a member of an object, the object's other members don't belong to the call.
            let outer = unit.token(statement.lowerBound - 1)
            let isMember = outer?.opens(UInt8(ascii: "{")) ?? false || outer?.opens(UInt8(ascii: "[")) ?? false
            if hasCall, isMember, !unit.dialect.isData, unit.dialect != .terraform {
                ranges.append(unit.statement(around: open, stopsAtCommas: true))
                break
            }
            if function != scopes.function(of: statement.lowerBound) { break }
        }
        return ranges
    }

    /// The first body that begins in a range of tokens, or, if allowed, a body around the end of the range.
    private func object(in range: Range<Int>, includes isAround: Bool) -> Int? {
        var low = 0
        var high = objects.list.count
        while low < high {
            let middle = (low + high) / 2
            if objects.list[middle].range.lowerBound < range.lowerBound { low = middle + 1 } else { high = middle }
        }
        if low < objects.list.count, objects.list[low].range.lowerBound < range.upperBound { return low }
        if isAround, low > 0, objects.list[low - 1].range.contains(range.upperBound - 1) { return low - 1 }
        return nil
    }

    /// The body in a variable that a range of tokens names, directly or through other variables.
    private mutating func named(in range: Range<Int>, _ function: Int, _ budget: inout Int, depth: Int) -> Int? {
        guard depth < 3, budget > 0 else { return nil }
        let names = unit.names(in: range.prefix(200))
        budget -= names.count
        lookups += range.prefix(200).count
        for name in names { if let body = held(by: name.name, function) { return body } }
        for name in names.prefix(40) where name.owner.isEmpty && budget > 0 {
            for definition in definitions.visible(name.name, in: function).suffix(2)
            where !range.contains(definition.value) {
                let value = definition.value..<unit.statement(around: definition.value).upperBound
                if let body = named(in: value, function, &budget, depth: depth + 1) { return body }
            }
        }
        return nil
    }

    private func held(by name: String, _ function: Int) -> Int? {
        guard !name.isEmpty else { return nil }
        let own = byVariable[Variable(name: name, function: function)] ?? []
        return own.suffix(64).last { !claimed.contains($0) } ?? own.last
            ?? byVariable[Variable(name: name, function: -1)]?.last
    }

    /// Finds, for each launch without a body, a body in the same function that belongs to no other launch.
    private mutating func claimRest() {
        let bodies = objects.list
        let free = Dictionary(grouping: bodies.indices.filter { !claimed.contains($0) }) { bodies[$0].function }
        for index in groups.indices where groups[index].body == nil {
            let token = groups[index].main.token
            let candidates = (free[groups[index].function] ?? []).prefix(64).filter { !claimed.contains($0) }
            guard let first = candidates.first, candidates.count == 1 || !unit.dialect.isData
            else { continue }
            let body = candidates.last { bodies[$0].range.lowerBound < token } ?? first
            groups[index].body = body
            claimed.insert(body)
        }
    }

    /// Joins a call and a body if a unit has only one call, without a body, and only one body made of an SDK's type.
    private mutating func joinTypes() {
        let types = groups.indices.filter { groups[$0].signs.allSatisfy(\.isType) }
        let calls = groups.indices.filter { groups[$0].body == nil && !groups[$0].signs.contains(where: \.isType) }
        guard types.count == 1, calls.count == 1, groups.count == 2 else { return }
        groups[calls[0]].signs += groups[types[0]].signs
        groups[calls[0]].body = groups[types[0]].body
        groups[calls[0]].isBodyElsewhere = true
        groups.remove(at: types[0])
    }
}
