extension HTTPRequestText.Authorization {
    /// Takes the scheme out of a header's value, and nothing else.
    init(header value: Written<String>) {
        let words = value.value.split(separator: " ", maxSplits: 1)
        let first = words.first.map(String.init) ?? ""
        let isScheme = Self.isScheme(first)
        let credentials = isScheme ? (words.count == 2 ? String(words[1]) : "") : value.value
        self.init(
            scheme: isScheme ? first : nil,
            hasCredentials: !credentials.isEmpty,
            isPlaceholder: PlaceholderScan(Array(credentials.utf8)).occurs(in: 0..<credentials.utf8.count)
                || credentials.hasPrefix("<"),
            position: value.position,
            end: value.end
        )
    }

    /// Takes note of an option that gives credentials.
    init(scheme: String, _ credentials: Written<String>) {
        self.init(header: credentials)
        self.scheme = scheme
        hasCredentials = !credentials.value.isEmpty
    }

    private static let schemes: Set<String> = ["bearer", "basic", "digest", "negotiate", "token", "apikey"]

    /// Whether a word is a scheme, or `Bearer` misspelt; anything else may be a token, which nobody should see.
    private static func isScheme(_ word: String) -> Bool {
        let name = word.lowercased()
        return schemes.contains(name) || name.count < 10 && NearName.similarity(name, "bearer") >= 0.7
    }
}
