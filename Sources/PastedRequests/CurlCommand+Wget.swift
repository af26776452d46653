extension CurlCommand {
    /// Takes the words after `wget`.
    ///
    /// Source: the manual of GNU Wget 1.24.
    package mutating func takeWget(_ words: ArraySlice<ShellWord>) {
        var words = words
        while let word = words.popFirst() {
            guard word.text.hasPrefix("-") else {
                takeAddress(word)
                continue
            }
            let text = word.text.text
            let name = String(text.prefix { $0 != "=" })
            guard Self.wgetOptions.contains(name) else {
                if Self.wgetOthers.contains(name), name == text { _ = words.popFirst() }
                continue
            }
            let hasValue = name != text
            let rest = ShellWord(text: word.text.dropFirst(name.utf8.count + 1), source: word.source, isQuoted: true)
            guard let value = hasValue ? rest : words.popFirst() else { return }
            takeWget(name, value)
        }
    }

    private mutating func takeWget(_ name: String, _ value: ShellWord) {
        switch name {
        case "--method": request.method = written(value)
        case "--header": takeHeader(value)
        case "--post-file", "--body-file": parts.append(.file(written(value)))
        case "--post-data", "--body-data": takeData(.dataRaw, value)
        default: request.authorization = .init(scheme: "Basic", written(value))
        }
    }

    private static let wgetOptions: Set<String> = [
        "--method", "--header", "--post-data", "--post-file", "--body-data", "--body-file", "--user", "--http-user",
    ]

    /// Other options of wget whose value is the next word.
    private static let wgetOthers: Set<String> = [
        "-O", "--output-document", "-o", "--output-file", "-a", "--append-output", "-T", "--timeout", "-t", "--tries",
        "-U", "--user-agent", "--password", "--http-password", "-P", "-e", "--ca-certificate", "-qO", "-nvO", "-SO",
    ]
}
