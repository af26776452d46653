import SourceText

/// The functions and bodies of a unit's launches, to find mentions that belong to another launch.
struct Taken {
    /// The number of launches in each function that has any, by function.
    private(set) var functions: [Int: Int] = [:]
    /// The bodies of launches, in order, without overlaps.
    private(set) var bodies: [Range<Int>] = []

    /// The mentions outside the bodies and functions of all launches, each name once, at most 500.
    private(set) var free: [Mentions.Mention] = []

    init(_ builder: SiteBuilder) {
        for group in builder.groups {
            functions[group.function, default: 0] += 1
            guard let body = group.body else { continue }
            bodies += builder.objects.list[body].parts
        }
        bodies.sort { $0.lowerBound < $1.lowerBound }
        var names: Set<String> = []
        for mention in builder.mentions.list where free.count < 500 && !holds(mention.token) {
            let function = builder.scopes.function(of: mention.token)
            guard function < 0 || functions[function] == nil, names.insert(mention.name).inserted else { continue }
            free.append(mention)
        }
    }

    /// Whether a token is in the body of some launch.
    func holds(_ token: Int) -> Bool {
        let index = bodies.partitioningIndex { $0.lowerBound > token }
        return index > 0 && bodies[index - 1].contains(token)
    }
}

extension InputMention {
    init(_ mention: Mentions.Mention, _ certainty: Certainty, in unit: CodeUnit) {
        self.init(
            name: mention.name,
            position: unit.position(mention.start),
            end: unit.position(mention.end),
            certainty: certainty,
            written: mention.written
        )
    }
}

/// The inputs of one launch.
struct Inputs {
    private(set) var list: [InputMention] = []
    private(set) var mayBeMore = true

    init(_ builder: SiteBuilder, _ group: SiteBuilder.Group, _ body: LaunchObjects.Body?, _ taken: Taken) {
        let unit = builder.unit
        let parts = body.map { Self.parts(of: $0, builder) } ?? (ranges: [], isClosed: false)
        var names: Set<String> = []
        var found: [InputMention] = []
        func add(_ mention: Mentions.Mention, _ certainty: InputMention.Certainty) {
            guard names.insert(mention.name).inserted else { return }
            found.append(InputMention(mention, certainty, in: unit))
        }
        func add(_ range: Range<Int>, _ certainty: InputMention.Certainty, where isMeant: (Int) -> Bool = { _ in true })
        {
            let mentions = builder.mentions.list
            let start = mentions.partitioningIndex { $0.token >= range.lowerBound }
            for mention in mentions[start...].prefix(1000) {
                guard mention.token < range.upperBound else { break }
                if isMeant(mention.token) { add(mention, certainty) }
            }
        }
        for range in parts.ranges { add(range, .body) }
        let inFunction = builder.scopes.range(of: group.function)
        let computed = builder.mentions.computed
        let first = computed.partitioningIndex { $0 >= inFunction.lowerBound }
        let isComputed = group.function >= 0 && first < computed.count && computed[first] < inFunction.upperBound
        mayBeMore = !parts.isClosed || isComputed && parts.ranges.isEmpty
        if !parts.isClosed {
            let inner = parts.ranges
            func isFree(_ token: Int) -> Bool { !taken.holds(token) && !inner.contains { $0.contains(token) } }
            if group.function >= 0 {
                add(inFunction, .function) { builder.scopes.function(of: $0) == group.function && isFree($0) }
            }
            if found.isEmpty {
                // A name in the function of another launch belongs to that launch.
                for mention in taken.free where isFree(mention.token) { add(mention, .file) }
            }
        }
        list = found
    }

    /// The tokens of a body and of its inputs' literal, and whether the body can't have any other input.
    private static func parts(
        of body: LaunchObjects.Body,
        _ builder: SiteBuilder
    ) -> (ranges: [Range<Int>], isClosed: Bool) {
        var ranges = body.parts
        guard case .object(_, let isOpen) = body.node.kind else { return (ranges, false) }
        let isChanged = !body.variable.isEmpty && isChanged(body.variable, in: body, builder)
        var inputs =
            body.node["inputData"] ?? body.node["inputOutputData"] ?? body.node["inputs"] ?? body.node["Inputs"]
        if let variables = inputs?["variables"] { inputs = variables }
        guard let inputs else { return (ranges, !isOpen && !isChanged) }
        switch inputs.kind {
        case .object(_, let areOpen): return (ranges, !isOpen && !areOpen && !isChanged)
        case .null: return (ranges, !isOpen && !isChanged)
        case .expression(let text, _):
            guard let value = literal(text, in: body, builder) else { return (ranges, false) }
            ranges.append(value.range)
            return (ranges, value.isClosed && !isOpen && !isChanged)
        default: return (ranges, !isOpen && !isChanged)
        }
    }

    /// The literal object in a variable of the inputs, or `nil` if its value isn't a literal in this file.
    private static func literal(
        _ text: String,
        in body: LaunchObjects.Body,
        _ builder: SiteBuilder
    ) -> (range: Range<Int>, isClosed: Bool)? {
        var name = text
        while let first = name.first, "$&*@".contains(first) { name.removeFirst() }
        guard name.utf8.allSatisfy(\.isNamePart) else { return nil }
        let found = builder.definitions.visible(name, in: body.function)
        guard let definition = found.last, found.filter({ $0.function == definition.function }).count == 1 else {
            return nil
        }
        let end = builder.unit.statement(around: definition.value).upperBound
        guard definition.value < end, end - definition.value < 4000 else { return nil }
        var reader = LiteralReader(builder.unit)
        guard case .object(_, let isOpen) = reader.value(definition.value..<end).kind else { return nil }
        return (definition.value..<end, !isOpen && !isChanged(name, in: body, builder))
    }

    /// Whether the function changes a variable after its definition: `x["k"] = …`, `x.put(…)`.
    private static func isChanged(_ name: String, in body: LaunchObjects.Body, _ builder: SiteBuilder) -> Bool {
        let range = builder.scopes.range(of: body.function)
        let unit = builder.unit
        for index in range.prefix(4000) where unit.tokens[index].kind == .word && !body.range.contains(index) {
            guard unit.tokens[index].content.count == name.utf8.count, unit.raw(index) == name else { continue }
            guard let next = unit.token(index + 1), unit.token(index - 1)?.isSymbol(UInt8(ascii: ".")) != true else {
                continue
            }
            if next.opens(UInt8(ascii: "[")), next.start == unit.tokens[index].end { return true }
            let isMember = next.isSymbol(UInt8(ascii: ".")) || next.isSymbol(Token.Code.thinArrow)
            guard isMember else { continue }
            // In a body of setters, an assignment to a member is known, but a change inside the member's value isn't.
            let isIndexed = unit.token(index + 3)?.opens(UInt8(ascii: "[")) ?? false
            let isAssigned = !body.isSet && unit.token(index + 3)?.isSymbol(UInt8(ascii: "=")) ?? false
            if changing.contains(unit.word(index + 2)) || isIndexed || isAssigned { return true }
        }
        return false
    }

    private static let changing: Set = [
        "put", "Add", "add", "update", "merge", "set", "setdefault", "putAll", "store", "TryAdd", "addAll",
    ]
}
