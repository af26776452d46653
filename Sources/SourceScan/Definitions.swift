/// The variables and constants of a unit, and the values that the unit gives them.
struct Definitions: Sendable {
    struct Definition: Sendable {
        var name: String
        /// The first token of the value.
        var value: Int
        /// The function that contains the definition, or -1 for the file.
        var function: Int
        /// The variable whose object contains the definition, or an empty string.
        var owner: String
        var isMember: Bool
    }

    /// The variables by name, then by function.
    private var variables: [String: [Int: [Definition]]] = [:]
    /// The members of objects and the constants of types, by owner and name: `FLOWS.callback`.
    private var members: [String: [Definition]] = [:]
    /// All variables by name, in whatever function they are.
    private var any: [String: [Definition]] = [:]
    private let unit: CodeUnit
    private let scopes: Scopes

    init(_ unit: CodeUnit, _ scopes: Scopes) {
        self.unit = unit
        self.scopes = scopes
        var owners: [(name: String, end: Int)] = []
        for (index, token) in unit.tokens.enumerated() {
            while let last = owners.last, last.end < index { owners.removeLast() }
            if token.kind == .open, token.partner > index {
                owners.append((Self.owner(of: index, unit), token.partner))
            }
            let isColon = token.isSymbol(UInt8(ascii: ":")) || token.isSymbol(Token.Code.fatArrow)
            if token.isSymbol(UInt8(ascii: "=")) || token.isSymbol(Token.Code.define) {
                for name in names(before: index) {
                    add(name, index + 1, owner: owners.last?.name ?? "", isMember: false)
                }
            } else if isColon, let owner = owners.last?.name, !owner.isEmpty, unit.isString(index + 1) {
                let key = unit.isString(index - 1) ? unit.value(index - 1) : unit.word(index - 1)
                add(key, index + 1, owner: owner, isMember: true)
            } else if unit.dialect == .php, unit.word(index) == "define", unit.isString(index + 2) {
                add(unit.value(index + 2), index + 4, owner: "", isMember: false)
            }
        }
    }

    private mutating func add(_ name: String, _ value: Int, owner: String, isMember: Bool) {
        guard !name.isEmpty, value < unit.tokens.count else { return }
        let function = scopes.function(of: value)
        let definition = Definition(name: name, value: value, function: function, owner: owner, isMember: isMember)
        if isMember {
            members["\(owner).\(name)", default: []].append(definition)
        } else {
            variables[name, default: [:]][function, default: []].append(definition)
            any[name, default: []].append(definition)
            let type = typeName(around: value)
            if !type.isEmpty { members["\(type).\(name)", default: []].append(definition) }
        }
    }

    /// The name of the variable that an object is assigned to: `FLOWS` for `FLOWS = {`.
    private static func owner(of open: Int, _ unit: CodeUnit) -> String {
        var place = open - 1
        for _ in 0..<6 where place > 0 {
            if unit.tokens[place].isSymbol(UInt8(ascii: "=")) || unit.tokens[place].isSymbol(Token.Code.define) {
                return unit.word(place - 1)
            }
            guard unit.tokens[place].kind != .open || unit.tokens[place].opens(UInt8(ascii: "(")),
                !unit.tokens[place].isSymbol(UInt8(ascii: ","))
            else { return "" }
            place -= 1
        }
        return ""
    }

    /// The names that an assignment may define: two if one of them may be a type.
    private func names(before sign: Int) -> [String] {
        let last = unit.word(sign - 1)
        guard
            !last.isEmpty || unit.token(sign - 1)?.isSymbol(UInt8(ascii: ">")) ?? false
                || unit.token(sign - 1)?.kind == .close || unit.token(sign - 1)?.isSymbol(UInt8(ascii: "?")) ?? false
        else { return [] }
        var names = last.isEmpty ? [] : [last]
        var place = sign - 1
        for _ in 0..<8 where place > 0 {
            let token = unit.tokens[place]
            if token.isSymbol(UInt8(ascii: ":")) {
                names.append(unit.word(place - 1))
                break
            }
            guard !token.isFirstOnLine, token.kind != .open || token.opens(UInt8(ascii: "[")),
                !token.isSymbol(UInt8(ascii: ",")), !token.isSymbol(UInt8(ascii: ";"))
            else { break }
            place -= 1
        }
        if unit.dialect == .go, unit.token(sign - 2)?.kind == .word { names.append(unit.word(sign - 2)) }
        return names
    }

    /// Whether the unit gives a variable of this name a value anywhere.
    func has(_ name: String) -> Bool { any[name] != nil }

    /// The definitions that a name in a function may refer to, the nearest last, at most eight from each function.
    func visible(_ name: String, in function: Int, owner: String = "") -> [Definition] {
        if Self.selfWords.contains(owner) { return Self.last(any[name]) }
        guard owner.isEmpty else { return Self.last(members["\(owner).\(name)"]) }
        guard let byFunction = variables[name] else { return [] }
        var found: [Definition] = []
        var place = function
        for _ in 0..<16 {
            found = Self.last(byFunction[place]) + found
            guard place >= 0 else { break }
            let parent = scopes.list[place].parent
            place = parent < 0 ? -1 : scopes.list[parent].function
        }
        return found
    }

    /// The last eight elements of a list; a sequence's `suffix` would look at all elements.
    private static func last(_ list: [Definition]?) -> [Definition] {
        let slice: ArraySlice<Definition> = (list ?? []).suffix(8)
        return Array(slice)
    }

    private func typeName(around token: Int) -> String {
        var scope = scopes.scopeOf[token]
        for _ in 0..<8 where scope >= 0 {
            if scopes.list[scope].kind == .type { return scopes.list[scope].name }
            scope = scopes.list[scope].parent
        }
        return ""
    }

    static let selfWords: Set = ["this", "self", "static", "cls", "local", "env", "script"]
}
