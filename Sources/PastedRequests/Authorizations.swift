extension HTTPRequestText.Authorization {
    /// Reads a header's value, but keeps only the scheme and facts about the credentials.
    package init(header value: Written<String>) {
        let words = value.value.split(separator: " ", maxSplits: 1)
        let first = words.first.map(String.init) ?? ""
        let isScheme = Self.isScheme(first)
        let credentials = isScheme ? (words.count == 2 ? Blanks.trimmed(String(words[1])) : "") : value.value
        let bare = credentials.trimmingQuotes
        self.init(
            scheme: isScheme ? first : nil,
            hasCredentials: !bare.isEmpty,
            isPlaceholder: PlaceholderScan(Array(credentials.utf8)).occurs(in: 0..<credentials.utf8.count)
                || credentials.hasPrefix("<") || Self.isMask(bare),
            emptyValue: Self.emptyValues.contains(bare.lowercased()) ? bare : nil,
            repeatsScheme: isScheme && Self.isScheme(String(bare.prefix { $0 != " " })) && bare.contains(" "),
            position: value.position,
            end: value.end
        )
    }

    /// Texts that programs write in place of a token that they don't have.
    private static let emptyValues: Set<String> = [
        "null", "undefined", "none", "nil", "nan", "false", "true", "[object object]", "[object promise]",
    ]

    /// Whether a program or a person has hidden the token, as in `••••••`, `****`, `xxxx` or `REDACTED`.
    private static func isMask(_ text: String) -> Bool {
        let text = text.lowercased().filter { !"[](){}".contains($0) }
        if ["redacted", "hidden", "masked", "removed", "token", "your_token", "access_token"].contains(text) {
            return true
        }
        return text == "…" || text.count >= 3 && text.allSatisfy { "•●∙·*.…x ".contains($0) }
    }

    package init(scheme: String, _ credentials: Written<String>) {
        self.init(header: credentials)
        self.scheme = scheme
        hasCredentials = !credentials.value.isEmpty
    }

    private static let schemes: Set<String> = ["bearer", "basic", "digest", "negotiate", "token", "apikey"]

    /// Whether a word is a scheme or a misspelt `Bearer`; any other word may be a token and must not be shown.
    private static func isScheme(_ word: String) -> Bool {
        let name = word.lowercased()
        return schemes.contains(name) || name.count < 10 && NearName.similarity(name, "bearer") >= 0.7
    }
}

extension String {
    fileprivate var trimmingQuotes: String {
        for quote in ["\"", "'"] where count >= 2 && hasPrefix(quote) && hasSuffix(quote) {
            return String(dropFirst().dropLast())
        }
        return self
    }
}
