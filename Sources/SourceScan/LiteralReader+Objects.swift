import SourceText

/// Objects: their brackets and members in each language.
extension LiteralReader {
    /// The bracket whose entries are the members of an object, or `nil` if the tokens can't be one.
    func objectGroup(_ range: Range<Int>) -> Int? {
        var open: Int?
        var index = range.lowerBound
        var count = 0
        while index < range.upperBound, count < 40 {
            count += 1
            let token = unit.tokens[index]
            let isText = token.code == Token.Code.template || token.code == Token.Code.hole
            if token.kind == .open, !isText { open = index }
            index = unit.after(index)
        }
        guard let open, unit.closer(open) == range.upperBound - 1, unit.closer(open) > open else { return nil }
        if unit.tokens[open].opens(UInt8(ascii: "[")), open > range.lowerBound { return nil }
        return open
    }

    mutating func object(_ open: Int, of range: Range<Int>, depth: Int) -> LiteralNode? {
        let entries = entries(inside: open)
        let isNamed = range.lowerBound < open
        budget -= unit.closer(open) - open
        if unit.tokens[open].opens(UInt8(ascii: "(")) {
            guard isNamed else { return nil }
            let name = unit.word(open - 1)
            if name == "of" || name == "ofEntries" { return pairs(entries, range, depth, isFlat: name == "of") }
            return call(name, entries, range, depth)
        }
        let isBrace = unit.tokens[open].opens(UInt8(ascii: "{"))
        if entries.isEmpty { return isBrace || unit.dialect == .php ? node(.object([], isOpen: false), range) : nil }
        // Java's `new HashMap<>() {{ put(k, v); }}`.
        if isBrace, entries.count == 1, unit.dialect == .java,
            unit.tokens[entries[0].lowerBound].opens(UInt8(ascii: "{"))
        {
            return putCalls(self.entries(inside: entries[0].lowerBound), range, depth)
        }
        guard let node = members(entries, range, depth, isBrace: isBrace) else { return nil }
        return node
    }

    /// Reads entries of the forms `k: v`, `k = v`, `k => v`, `["k"] = v`, `{ k, v }` and a bare name.
    private mutating func members(
        _ entries: [Range<Int>],
        _ range: Range<Int>,
        _ depth: Int,
        isBrace: Bool
    ) -> LiteralNode? {
        var members: [LiteralNode.Member] = []
        var isOpen = false
        var count = 0
        for entry in entries where !entry.isEmpty {
            if isSpread(entry) {
                isOpen = true
                count += 1
            } else if let member = member(entry, depth, isBrace: isBrace) {
                count += 1
                if let member { members.append(member) }
            } else if hasSeparator(entry) {
                isOpen = true
                count += 1
            } else if !isBrace || !unit.dialect.syntax.traits.contains(.braceObjects) && unit.dialect != .csharp {
                return nil
            } else {
                isOpen = true
            }
        }
        return count == 0 && !isOpen ? nil : node(.object(members, isOpen: isOpen), range)
    }

    private func isSpread(_ entry: Range<Int>) -> Bool {
        // YAML's `<<: *other` adds the members of another mapping.
        unit.tokens[entry.lowerBound].isSymbol(Token.Code.spread)
            || unit.dialect == .yaml && unit.raw(entry.lowerBound) == "<<"
    }

    private func hasSeparator(_ entry: Range<Int>) -> Bool {
        separator(in: entry) != nil
    }

    private func separator(in entry: Range<Int>) -> Int? {
        var index = entry.lowerBound
        while index < entry.upperBound {
            let token = unit.tokens[index]
            if token.isSymbol(UInt8(ascii: ":")) && index > entry.lowerBound || token.isSymbol(UInt8(ascii: "="))
                || token.isSymbol(Token.Code.fatArrow)
                || unit.dialect == .kotlin && unit.word(index) == "to"
                || unit.dialect == .scala && token.isSymbol(Token.Code.thinArrow)
            {
                return index
            }
            index = unit.after(index)
        }
        return nil
    }

    /// A member, or `nil` if the entry isn't a member with a literal key.
    ///
    /// Returns `.some(nil)` for a member that the language drops, such as one with the value `undefined`.
    private mutating func member(_ entry: Range<Int>, _ depth: Int, isBrace: Bool) -> LiteralNode.Member?? {
        let first = unit.tokens[entry.lowerBound]
        if first.opens(UInt8(ascii: "{")), unit.closer(entry.lowerBound) == entry.upperBound - 1,
            unit.dialect == .csharp
        {
            let pair = entries(inside: entry.lowerBound)
            guard pair.count == 2, let key = key(pair[0]) else { return nil }
            return make(key, pair[1], depth)
        }
        guard let separator = separator(in: entry) else {
            let isShorthand = entry.count == 1 && first.kind == .word && isBrace
            guard isShorthand, let key = key(entry) else { return nil }
            return make(key, entry, depth)
        }
        // The key is before the separator, as in Ruby's `"Flow.x": v`, C#'s `["k"] = v` and JavaScript's `["k"]: v`.
        guard separator > entry.lowerBound, let key = key(entry.lowerBound..<separator) else { return nil }
        let isPair = unit.tokens[separator].isSymbol(UInt8(ascii: "="))
        if isPair, unit.dialect == .javascript { return nil }
        return make(key, (separator + 1)..<entry.upperBound, depth)
    }

    private mutating func make(_ key: Written<String>, _ value: Range<Int>, _ depth: Int) -> LiteralNode.Member?? {
        guard !value.isEmpty else { return nil }
        if unit.dialect == .javascript || unit.dialect == .markup, value.count == 1,
            unit.word(value.lowerBound) == "undefined"
        {
            return .some(nil)
        }
        let node = self.value(value, depth: depth + 1)
        return LiteralNode.Member(key: key, wireKey: LaunchKeys.wireKey(key.value), value: node)
    }

    private func key(_ range: Range<Int>) -> Written<String>? {
        var range = range
        // `["k"]` is a literal key, as in C# and JavaScript.
        if range.count == 3, unit.tokens[range.lowerBound].opens(UInt8(ascii: "[")), unit.isString(range.lowerBound + 1)
        {
            range = (range.lowerBound + 1)..<(range.lowerBound + 2)
        }
        // Ruby's `:key => v` and `:"key" => v`.
        if range.count == 2, unit.dialect == .ruby, unit.tokens[range.lowerBound].isSymbol(UInt8(ascii: ":")) {
            range = (range.lowerBound + 1)..<range.upperBound
        }
        guard range.count == 1 else {
            let isBracketed =
                unit.tokens[range.lowerBound].opens(UInt8(ascii: "["))
                && unit.closer(range.lowerBound) == range.upperBound - 1
            return joinedKey(isBracketed ? (range.lowerBound + 1)..<(range.upperBound - 1) : range)
        }
        let token = unit.tokens[range.lowerBound]
        guard token.kind == .word || token.kind == .string || token.kind == .number else { return nil }
        let text = token.kind == .string ? unit.value(range.lowerBound) : unit.raw(range.lowerBound)
        guard token.kind != .word || !Self.hasVariableKeys(unit.dialect) else { return nil }
        return Written(text, from: unit.position(token.content.lowerBound), to: unit.position(token.content.upperBound))
    }

    /// A key of strings that are joined, such as `"Flow." + "x"`.
    private func joinedKey(_ range: Range<Int>) -> Written<String>? {
        guard let first = range.first(where: { unit.isString($0) }) else { return nil }
        let run = StringRun(unit, from: first)
        let isWhole = range.allSatisfy { place in
            run.tokens.contains(place) || unit.tokens[place].isSymbol(UInt8(ascii: "+"))
                || unit.tokens[place].isSymbol(UInt8(ascii: ".")) || unit.tokens[place].code == Token.Code.template
                || unit.tokens[place].code == Token.Code.hole
        }
        guard isWhole, !run.isFollowed, !run.isPreceded else { return nil }
        let (start, end) = (unit.tokens[range.lowerBound].start, unit.tokens[range.upperBound - 1].end)
        let text = String(decoding: run.decoded(in: unit), as: UTF8.self)
        return Written(text, from: unit.position(start), to: unit.position(end))
    }

    /// Whether a bare word as a key is a variable, so that the key is unknown.
    private static func hasVariableKeys(_ dialect: Dialect) -> Bool {
        switch dialect {
        case .python, .php: true
        default: false
        }
    }

    // MARK: Calls

    private mutating func pairs(
        _ entries: [Range<Int>],
        _ range: Range<Int>,
        _ depth: Int,
        isFlat: Bool
    ) -> LiteralNode? {
        guard isFlat else { return putCalls(entries, range, depth) }
        guard entries.count % 2 == 0 else { return nil }
        var members: [LiteralNode.Member] = []
        var isOpen = false
        for index in stride(from: 0, to: entries.count, by: 2) {
            guard let key = key(entries[index]), unit.isString(entries[index].lowerBound) else {
                isOpen = true
                continue
            }
            if let member = make(key, entries[index + 1], depth), let member { members.append(member) }
        }
        return node(.object(members, isOpen: isOpen), range)
    }

    /// Reads `put(k, v)` and `entry(k, v)`.
    private mutating func putCalls(_ entries: [Range<Int>], _ range: Range<Int>, _ depth: Int) -> LiteralNode {
        var members: [LiteralNode.Member] = []
        var isOpen = false
        for entry in entries where !entry.isEmpty {
            guard let open = entry.first(where: { unit.tokens[$0].opens(UInt8(ascii: "(")) }),
                ["put", "entry", "add", "Add"].contains(unit.word(open - 1))
            else {
                isOpen = true
                continue
            }
            let pair = self.entries(inside: open)
            if pair.count == 2, let key = key(pair[0]), unit.isString(pair[0].lowerBound) {
                if let member = make(key, pair[1], depth), let member { members.append(member) }
            } else {
                isOpen = true
            }
        }
        return node(.object(members, isOpen: isOpen), range)
    }

    /// Reads a call with named arguments, `mapOf(k to v)`, `dict(k=v)`, and calls that only wrap an object.
    private mutating func call(
        _ name: String,
        _ entries: [Range<Int>],
        _ range: Range<Int>,
        _ depth: Int
    ) -> LiteralNode? {
        if depth == 0, Self.wrappers.contains(name), let only = entries.first {
            let inner = value(only, depth: depth + 1)
            if case .object = inner.kind { return inner }
            return nil
        }
        let isMap = Self.mapCalls.contains(name)
        if entries.isEmpty { return isMap ? node(.object([], isOpen: false), range) : nil }
        let isNamed = entries.allSatisfy { entry in
            !entry.isEmpty
                && (isSpread(entry) || separator(in: entry).map { $0 == entry.lowerBound + 1 || isMap } ?? isMap)
        }
        guard isNamed, isMap || depth == 0 || name.first?.isUppercase ?? false else { return nil }
        var members: [LiteralNode.Member] = []
        var isOpen = false
        for entry in entries {
            guard let separator = separator(in: entry), separator > entry.lowerBound,
                let key = argument(entry.lowerBound..<separator, isMap: isMap && name != "dict")
            else {
                isOpen = true
                continue
            }
            if let member = make(key, (separator + 1)..<entry.upperBound, depth), let member { members.append(member) }
        }
        return node(.object(members, isOpen: isOpen), range)
    }

    private func argument(_ range: Range<Int>, isMap: Bool) -> Written<String>? {
        let token = unit.tokens[range.lowerBound]
        if token.kind == .word, range.count == 1 {
            guard !isMap else { return nil }
            return Written(unit.raw(range.lowerBound), from: unit.position(token.start), to: unit.position(token.end))
        }
        return key(range)
    }

    private static let mapCalls: Set = [
        "mapOf", "hashMapOf", "mutableMapOf", "linkedMapOf", "sortedMapOf", "dict", "Map", "array", "HashMap", "Hash",
    ]
    private static let wrappers: Set = [
        "jsonencode", "stringify", "dumps", "generate", "json_encode", "Serialize", "SerializeObject", "serialize",
        "Marshal", "writeValueAsString", "Create", "encode", "freeze", "H",
    ]
}
