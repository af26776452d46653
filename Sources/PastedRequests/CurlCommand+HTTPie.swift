extension CurlCommand {
    /// Takes the words after `http`: `POST address name=text name:=json Header:value`.
    ///
    /// Source: httpie.io/docs/cli/request-items.
    package mutating func takeHTTPie(_ words: ArraySlice<ShellWord>, input: ShellReader.Input?) {
        var words = words
        var items = HTTPieItems()
        var (isForm, scheme, credentials): (Bool, String, ShellWord?) = (false, "Basic", nil)
        isJSON = true
        while let word = words.popFirst() {
            let text = word.text.text
            if text.hasPrefix("-"), text != "-" {
                let name = String(text.prefix { $0 != "=" })
                isForm = isForm || ["-f", "--form", "--multipart"].contains(name)
                guard Self.httpieOptions.contains(name) else { continue }
                let rest = ShellWord(text: word.text.dropFirst(name.utf8.count + 1), source: word.source)
                guard let value = name == text ? words.popFirst() : rest else { break }
                switch name {
                case "--raw": takeData(.dataRaw, value)
                case "-A", "--auth-type": scheme = value.text.text.lowercased() == "bearer" ? "Bearer" : "Basic"
                case "-a", "--auth": credentials = value
                case "--session", "--session-read-only": request.showsHeaders = false
                default: break
                }
            } else if request.url == nil, request.method == nil, HTTPMessageReader.methods.contains(text.uppercased()) {
                request.method = written(word)
            } else if request.url == nil {
                takeAddress(word)
            } else if !items.take(word) {
                takeItem(word)
            }
        }
        if let credentials { request.authorization = .init(scheme: scheme, written(credentials)) }
        if let body = items.body, isForm {
            request.body = .form(start(body.word))
            request.formBody = RequestBody(body.text, places: places)
        } else if let body = items.body {
            parts.append(.text(body.text))
        }
        if parts.isEmpty, request.body == nil, let input {
            switch input {
            case .text(let text): parts.append(.text(text))
            case .file(let file): parts.append(.file(written(file)))
            }
        }
    }

    /// Takes a header, or a file with the body.
    private mutating func takeItem(_ word: ShellWord) {
        let text = word.text.text
        if text.hasPrefix("@") {
            let path = word.text.dropFirst(1)
            parts.append(.file(written(path.text, path, word)))
        } else if text.first(where: { "=:@".contains($0) }) == ":" || text.hasPrefix("$") {
            takeHeader(word)
        }
    }

    private static let httpieOptions: Set<String> = [
        "--raw", "-A", "--auth-type", "-a", "--auth", "-o", "--output", "-s", "--style", "-p", "--print", "--session",
        "--session-read-only", "--timeout", "--verify", "--proxy", "--pretty", "--boundary", "--cert",
        "--max-redirects", "--format-options",
    ]
}

/// The parts of a JSON body in HTTPie's syntax: `name=text`, `name:=json`, and `a[b]=text` for a nested member.
package struct HTTPieItems {
    private struct Member {
        var name: String
        var value: Value
        var word: ShellWord
    }

    private enum Value {
        case text(TakenText)
        case json(TakenText)
        case object([Member])
    }

    private var members: [Member] = []

    /// The body as a JSON object, and the first word of the body, or `nil` if no item belongs to the body.
    package var body: (text: TakenText, word: ShellWord)? {
        guard let first = members.first else { return nil }
        var text = TakenText(at: first.word.source.lowerBound)
        Self.write(members, to: &text, at: first.word)
        return (text, first.word)
    }

    /// Takes an item of the body, and returns `false` for any other item.
    package mutating func take(_ word: ShellWord) -> Bool {
        let bytes = word.text.bytes
        guard let sign = bytes.firstIndex(where: { "=:@".utf8.contains($0) }), sign > 0 else { return false }
        let isJSON = bytes[sign...].starts(with: ":=".utf8)
        let isText = bytes[sign] == UInt8(ascii: "=") && !bytes[sign...].starts(with: "==".utf8)
        guard isJSON || isText else { return false }
        let value = word.text.dropFirst(sign + (isJSON ? 2 : 1))
        let path = Self.path(word.text[0..<sign].text)
        Self.insert(isJSON ? .json(value) : .text(value), at: path[...], into: &members, word)
        return true
    }

    /// The names in a nested name: `a`, `b` and `c` for `a[b][c]`.
    private static func path(_ text: String) -> [String] {
        guard text.hasSuffix("]"), let open = text.firstIndex(of: "["), open > text.startIndex else { return [text] }
        let rest = text[text.index(after: open)...].dropLast()
        return [String(text[..<open])] + rest.split(separator: "][", omittingEmptySubsequences: false).map(String.init)
    }

    private static func insert(
        _ value: Value,
        at path: ArraySlice<String>,
        into members: inout [Member],
        _ word: ShellWord
    ) {
        guard let name = path.first else { return }
        let rest = path.dropFirst()
        guard !rest.isEmpty, rest.count < 32 else {
            return members.append(Member(name: name, value: value, word: word))
        }
        if let index = members.firstIndex(where: { $0.name == name }), case .object(var inner) = members[index].value {
            members[index].value = .object([])
            insert(value, at: rest, into: &inner, word)
            members[index].value = .object(inner)
        } else {
            var inner: [Member] = []
            insert(value, at: rest, into: &inner, word)
            members.append(Member(name: name, value: .object(inner), word: word))
        }
    }

    private static func write(_ members: [Member], to text: inout TakenText, at word: ShellWord) {
        var last = word
        text.append("{", for: start(word), .none)
        for (number, member) in members.enumerated() {
            if number > 0 { text.append(", ", for: start(member.word), .none) }
            text.append(JSONValue.quoted(member.name) + ": ", for: member.word.source, .none)
            switch member.value {
            case .json(let value): text.append(value)
            case .object(let inner): write(inner, to: &text, at: member.word)
            case .text(let value):
                text.append(
                    JSONValue.quoted(value.text),
                    for: value.source.isEmpty ? member.word.source : value.source,
                    .none
                )
            }
            last = member.word
        }
        text.append("}", for: last.source.upperBound..<last.source.upperBound, .none)
    }

    private static func start(_ word: ShellWord) -> Range<Int> { word.source.lowerBound..<word.source.lowerBound }
}
