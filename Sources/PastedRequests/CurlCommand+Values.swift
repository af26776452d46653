extension CurlCommand {
    /// Takes a word that is neither an option nor the value of an option.
    package mutating func takeAddress(_ word: ShellWord) {
        let isVariable = Self.isVariable(word.text.text)
        if let url = request.url, isVariable || Self.isVariable(url.value) {
            // A variable may contain options, including headers.
            request.showsHeaders = false
            if isVariable { return }
            request.url = nil
        }
        guard request.url == nil else {
            guard !word.text.bytes.isEmpty else { return }
            faults.add(
                .unknownOption,
                word.source,
                // The word isn't shown because it may be a token that should be in quotes.
                "this word is not the value of an option, so curl treats the word as another address",
                "put the whole text around the word in quotes, or remove the word"
            )
            return
        }
        var (address, user) = Self.withoutUser(word.text.text)
        address = Blanks.trimmed(address)
        request.url = Written(address, from: start(word), to: end(word))
        if let user, request.authorization == nil {
            request.authorization = .init(scheme: "Basic", Written(user, from: start(word), to: end(word)))
        }
    }

    /// Whether a word is only a variable, such as `$OPTIONS` or `"${options[@]}"`.
    private static func isVariable(_ word: String) -> Bool {
        word.hasPrefix("$") && !word.contains("/") && !word.contains(".")
    }

    /// Separates an address from the user and password before its host; `user` contains both, or is `nil` without them.
    package static func withoutUser(_ address: String) -> (address: String, user: String?) {
        guard let scheme = address.firstRange(of: "://") else { return (address, nil) }
        let rest = address[scheme.upperBound...]
        let host = rest.prefix { !"/?#".contains($0) }
        guard let at = host.lastIndex(of: "@") else { return (address, nil) }
        return (String(address[..<scheme.upperBound] + rest[rest.index(after: at)...]), String(host[..<at]))
    }

    /// Joins the parts of a header that a shell splits at its blanks, because the header isn't in quotes.
    package mutating func wholeHeader(_ word: ShellWord, _ words: inout ArraySlice<ShellWord>) -> ShellWord {
        guard !word.isQuoted, word.text.bytes.last == UInt8(ascii: ":") else { return word }
        var header = word
        while let next = words.first, !next.text.hasPrefix("-"), !next.text.text.contains("://") {
            header.text.append(" ", for: next.source.lowerBound..<next.source.lowerBound, .none)
            header.text.append(next.text)
            header.source = header.source.lowerBound..<next.source.upperBound
            words.removeFirst()
        }
        guard header.source != word.source else { return word }
        faults.add(
            .unquotedHeader,
            header.source,
            "the header is not in quotes, so a shell splits the header at its blanks",
            "put the header in quotes"
        )
        return header
    }

    /// Takes a header; of the credentials in an Authorization header, only the scheme and some facts are kept.
    package mutating func takeHeader(_ word: ShellWord) {
        let bytes = word.text.bytes
        // A file or a variable may contain any header.
        if word.text.hasPrefix("@") || !bytes.isEmpty && PlaceholderScan(bytes).end(at: 0) != nil {
            request.showsHeaders = false
            return
        }
        guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")) else { return }
        let name = Blanks.trimmed(word.text[0..<colon].text)
        let rest = word.text.dropFirst(colon + 1 + bytes[(colon + 1)...].prefix { $0 == 0x20 }.count)
        let writtenValue = written(Blanks.trimmed(rest.text), rest, word)
        if name.lowercased() == "authorization" {
            request.authorization = .init(header: writtenValue)
        } else if !["proxy-authorization", "cookie"].contains(name.lowercased()) {
            let writtenName = written(name, word.text[0..<colon], word)
            request.headers.append(HTTPRequestText.Header(name: writtenName, value: writtenValue))
        }
    }

    package mutating func takeData(_ option: CurlOption, _ word: ShellWord) {
        if case .json = option { isJSON = true }
        if word.losesQuotes { lostQuotes(word) }
        var isFile = false
        if case .dataRaw = option {} else { isFile = word.text.hasPrefix("@") }
        if isFile {
            let path = word.text.dropFirst(1)
            parts.append(.file(written(path.text, path, word)))
        } else if let path = printedFile(word) {
            parts.append(.file(path))
        } else if case .dataURLEncode = option {
            request.body = .form(start(word))
            fields.append(word.text)
        } else {
            parts.append(.text(word.text))
        }
    }

    /// The file whose content a shell writes in place of the word, as in `"$(cat body.json)"` or `"$(<body.json)"`, or
    /// `nil` if the word names no such file.
    private func printedFile(_ word: ShellWord) -> Written<String>? {
        let text = word.text.text
        for (open, close) in [("$(cat ", ")"), ("$(<", ")"), ("`cat ", "`")] {
            guard text.hasPrefix(open), text.hasSuffix(close), !text.contains("<<") else { continue }
            let path = Blanks.trimmed(String(text.dropFirst(open.count).dropLast(close.count)))
            guard !path.isEmpty, !path.contains(where: { $0 == " " || $0 == "|" }) else { continue }
            return written(path, word.text, word)
        }
        return nil
    }

    /// Reports a body whose double quotes PowerShell drops when it calls the program.
    private mutating func lostQuotes(_ word: ShellWord) {
        guard case .powerShell(let isProgram) = shell else { return }
        faults.add(
            .lostQuotes,
            word.source,
            "Windows PowerShell 5.1, and PowerShell before 7.3, drop the double quotes inside an argument, so curl "
                + "gets a body without double quotes",
            "write each double quote inside the body as \\\", or put the body in a file and send the file with "
                + "--data '@body.json'",
            severity: isProgram ? .error : .warning
        )
    }

    /// Reports an option that curl doesn't have.
    package mutating func unknown(_ name: String, _ word: ShellWord) {
        faults.add(
            .unknownOption,
            word.source,
            "curl has no option '\(Shown.text(name))'",
            "remove the option, or correct its name",
            severity: .warning
        )
    }

    /// Reports an option that `=` joins to its value.
    package mutating func joined(_ word: ShellWord, _ name: String) {
        let equals = word.text[2 + name.utf8.count..<3 + name.utf8.count].source
        faults.add(
            .joinedValue,
            equals,
            "curl expects the value of '--\(name)' after a space, not after '='",
            "replace '=' with a space",
            replacement: " "
        )
    }

    /// Reports a long option name after a single dash, which curl reads as letters.
    package mutating func singleDash(_ word: ShellWord, _ text: String) {
        let letter = text.dropFirst().prefix(1)
        let dash = word.source.lowerBound
        faults.add(
            .singleDash,
            dash..<dash + 1,
            "curl reads '\(text)' as '-\(letter)' with the value '\(text.dropFirst(2))'",
            "write '-\(text)'",
            replacement: "--"
        )
    }

    package func start(_ word: ShellWord) -> Position { places.position(of: word.source.lowerBound) }

    package func end(_ word: ShellWord) -> Position { places.end(of: word.source) }

    package func written(_ word: ShellWord) -> Written<String> {
        written(word.text.text, word.text, word)
    }

    package func written(_ value: String, _ text: TakenText, _ word: ShellWord) -> Written<String> {
        let source = text.bytes.isEmpty ? word.source : text.source
        return Written(
            value,
            from: places.position(of: source.lowerBound),
            to: places.end(of: source)
        )
    }
}
