/// How the code around a launch path uses the path.
enum PathUse {
    /// The code may launch a flow.
    case launch

    /// The code launches nothing: an import, a request of another method, a message in a log.
    case other

    /// The code is a stand-in for the Platform API: a server's route, a comparison with a request's path.
    case route

    /// The code describes the API: the path is a key.
    case description

    /// Derives the use of a path from the tokens around its string.
    init(of run: StringRun, in unit: CodeUnit) {
        guard let first = run.tokens.first, let last = run.tokens.last, unit.dialect != .shell else {
            self = .launch
            return
        }
        let around = Self.whole(first, last, in: unit)
        if Self.isImport(run, around, unit) {
            self = .other
        } else if Self.isKey(around, unit) {
            self = .description
        } else if unit.dialect.isData {
            self = .launch
        } else if Self.isCompared(around, unit) {
            self = .route
        } else {
            self = Self.use(
                inCallAt: unit.statement(around: around.lowerBound, stopsAtCommas: true).lowerBound - 1,
                unit
            )
        }
    }

    /// The tokens of a string with its holes.
    private static func whole(_ first: Int, _ last: Int, in unit: CodeUnit) -> Range<Int> {
        var start = first
        for _ in 0..<40 where start > 0 {
            let before = unit.tokens[start - 1]
            if before.closes(Token.Code.hole), before.partner >= 0 {
                start = before.partner
            } else if unit.isString(start - 1), unit.tokens[start].opens(Token.Code.hole) {
                start -= 1
            } else {
                if before.opens(Token.Code.template) { start -= 1 }
                break
            }
        }
        return start..<max(unit.after(start), last + 1)
    }

    private static func isImport(_ run: StringRun, _ around: Range<Int>, _ unit: CodeUnit) -> Bool {
        let starts = ["./", "../", "@/", "~/", "$lib/"]
        if starts.contains(where: { run.text.starts(with: $0.utf8) }) { return !run.isPreceded }
        let before = around.lowerBound - 1
        guard let token = unit.token(before) else { return false }
        if token.kind == .word { return imports.contains(unit.word(before)) || unit.word(before - 1) == "import" }
        if token.opens(UInt8(ascii: "(")) { return imports.contains(unit.word(before - 1)) }
        return unit.dialect == .go && isInImports(before, unit)
    }

    /// Whether only strings and names are between Go's `import (` and an index.
    private static func isInImports(_ index: Int, _ unit: CodeUnit) -> Bool {
        var place = index
        while place > 0, unit.tokens[place].kind == .string || unit.tokens[place].kind == .word, place > index - 400 {
            place -= 1
        }
        return place > 0 && unit.tokens[place].opens(UInt8(ascii: "(")) && unit.word(place - 1) == "import"
    }

    private static func isKey(_ around: Range<Int>, _ unit: CodeUnit) -> Bool {
        var (before, after) = (around.lowerBound - 1, around.upperBound)
        if let open = unit.token(before), open.opens(UInt8(ascii: "[")), open.partner == after {
            (before, after) = (before - 1, after + 1)
        }
        guard let next = unit.token(after), let last = unit.token(before) else { return false }
        guard
            last.opens(UInt8(ascii: "{")) || last.opens(UInt8(ascii: "[")) || last.isSymbol(UInt8(ascii: ","))
                || last.closes(UInt8(ascii: "}")) || last.isSymbol(UInt8(ascii: ";"))
        else { return false }
        return next.isSymbol(UInt8(ascii: ":")) || next.isSymbol(Token.Code.fatArrow) && unit.dialect != .csharp
    }

    private static func isCompared(_ around: Range<Int>, _ unit: CodeUnit) -> Bool {
        if let next = unit.token(around.upperBound), next.isSymbol(Token.Code.comparison) { return true }
        guard let before = unit.token(around.lowerBound - 1) else { return false }
        return before.isSymbol(Token.Code.comparison)
            || ["case", "when"].contains(unit.word(around.lowerBound - 1))
    }

    /// How the call or object whose opening bracket is at an index uses one of its arguments.
    private static func use(inCallAt open: Int, _ unit: CodeUnit) -> PathUse {
        var open = open
        // The first of several arguments may not be the path.
        for _ in 0..<8 where open >= 0 && unit.tokens[open].isSymbol(UInt8(ascii: ",")) {
            open = unit.statement(around: open - 1, stopsAtCommas: true).lowerBound - 1
        }
        guard let token = unit.token(open), token.kind == .open, token.partner > open else { return .launch }
        if hasOtherMethod(open, unit) { return .other }
        guard token.opens(UInt8(ascii: "(")) else { return .launch }
        let name = unit.word(open - 1)
        if isServer(name, before: open - 1, unit) || comparisons.contains(name) { return .route }
        if otherMethods.contains(name.lowercased()) { return .other }
        if name == "fetch", isPlainFetch(open, unit) { return .other }
        return messages.contains(name) ? .other : .launch
    }

    /// Whether an entry of a call or an object is the name of an HTTP method that launches nothing, such as `GET`.
    private static func hasOtherMethod(_ open: Int, _ unit: CodeUnit) -> Bool {
        var index = open + 1
        for _ in 0..<80 where index < unit.tokens[open].partner {
            if unit.isString(index), unit.tokens[index].content.count <= 6,
                ["GET", "DELETE", "PUT", "PATCH", "HEAD"].contains(unit.raw(index).uppercased())
            {
                return true
            }
            index = unit.after(index)
        }
        return false
    }

    /// Whether a call of `fetch` has no method and no body, so that it sends a GET request.
    private static func isPlainFetch(_ open: Int, _ unit: CodeUnit) -> Bool {
        var index = open + 1
        let end = unit.tokens[open].partner
        while index < end, !unit.tokens[index].isSymbol(UInt8(ascii: ",")) { index = unit.after(index) }
        guard index + 1 < end else { return true }
        guard unit.tokens[index + 1].opens(UInt8(ascii: "{")) else { return false }
        let close = unit.closer(index + 1)
        index += 2
        for _ in 0..<200 where index < close {
            if unit.raw(index) == "method" || unit.raw(index) == "body" { return false }
            if unit.tokens[index].isSymbol(Token.Code.spread) { return false }
            index = unit.after(index)
        }
        return index >= close
    }

    /// Whether an annotation declares a route of a server: `@app.post(…)`, `@PostMapping(…)`, `[HttpPost(…)]`.
    private static func isServer(_ name: String, before index: Int, _ unit: CodeUnit) -> Bool {
        var start = index
        while start > 1, unit.tokens[start - 1].isSymbol(UInt8(ascii: ".")), unit.tokens[start - 2].kind == .word {
            start -= 2
        }
        let sign = unit.token(start - 1)
        let isMarked = sign?.isSymbol(UInt8(ascii: "@")) ?? false
        let isBracketed = sign?.opens(UInt8(ascii: "[")) ?? false
        switch unit.dialect {
        case .python: return isMarked
        case .javascript: return isMarked && ["Post", "All", "Controller", "Route", "Api"].contains(name)
        case .java, .kotlin, .scala, .dart: return isMarked && name.hasSuffix("Mapping")
        case .csharp: return isBracketed && (name.hasPrefix("Http") || name == "Route") || name.hasPrefix("Map")
        case .php, .rust: return isBracketed
        default: return false
        }
    }

    private static let imports: Set = [
        "import", "from", "require", "require_relative", "require_once", "include", "include_once", "load", "export",
        "requireActual", "importlib", "import_module",
    ]
    private static let comparisons: Set = [
        "startsWith", "startswith", "StartsWith", "starts_with", "hasPrefix", "HasPrefix", "start_with?", "endsWith",
        "endswith", "EndsWith", "ends_with", "hasSuffix", "HasSuffix", "end_with?", "includes", "contains", "Contains",
        "include?", "str_contains", "str_starts_with", "str_ends_with", "strpos", "match", "matches", "equals",
        "Equals", "equalsIgnoreCase", "indexOf", "IndexOf", "toBe", "toEqual", "toContain", "assertEqual",
        "assertEquals", "assertIn", "toHaveBeenCalledWith", "XCTAssertEqual",
    ]
    private static let otherMethods: Set = [
        "get", "getasync", "getstringasync", "getjson", "getforobject", "getforentity", "getfromjsonasync", "delete",
        "deleteasync", "put", "putasync", "patch", "patchasync", "head", "headasync", "options",
    ]
    private static let messages: Set = [
        "log", "debug", "info", "warn", "warning", "error", "trace", "print", "println", "printf", "puts", "Print",
        "Println", "Printf", "WriteLine", "LogInformation", "LogDebug", "LogTrace", "LogWarning", "LogError", "NSLog",
    ]
}
