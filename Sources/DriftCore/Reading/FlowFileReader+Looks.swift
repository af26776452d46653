import StrictJSON

extension FlowFileReader {
    /// Whether an unreadable file looks like a flow, a listing or a trigger, which a run without the file would miss.
    ///
    /// - Parameters:
    ///   - bytes: The file's bytes, or a part of them.
    ///   - file: The file's path.
    /// - Returns: Whether the file looks like one of the three.
    public static func looksLikeFlow(_ bytes: [UInt8], file: String) -> Bool {
        let name = FileName(file)
        if name.kind == .flow { return true }
        let stem = name.stem
        if let id = FlowID(String(stem.suffix(36))), id.isUUID, stem.utf8.count > 36 { return true }
        if FileContent.hasFlowRoot(bytes) { return true }
        return marks.contains { bytes.holds($0) }
    }

    /// Names of members that only flows, listings and triggers have, and the types of flows.
    private static let marks: [[UInt8]] =
        ([
            "flowSequenceItemList", "initialSequence", "publishedVersion", "checkedInVersion", "matchCriteria",
            "topicName",
            "workflowTargetSettings", "entities",
        ] + FlowType.known.map { $0.name.uppercased() })
        .map { Array("\"\($0)\"".utf8) }

    /// Whether a text is valid JSON; then a reader's error is about the content, not the syntax.
    static func isJSON(_ bytes: [UInt8]) -> Bool {
        JSONDocument(reading: bytes, JSONReading(warning: false)).faults.allSatisfy { $0.kind == .byteOrderMark }
    }

    /// Whether a text is complete JSON, except for deviations that editors and JavaScript allow, such as comments.
    static func isLooseJSON(_ bytes: [UInt8]) -> Bool {
        let document = JSONDocument(reading: bytes, JSONReading(warning: false))
        guard document.root != nil else { return false }
        return document.faults.allSatisfy { loose.contains($0.kind) }
    }

    /// The deviations that editors and JavaScript allow; any other deviation may be damage to a flow's file.
    private static let loose: Set<JSONFaultKind> = [
        .comment, .trailingComma, .extraComma, .singleQuotes, .unquotedName, .foreignLiteral, .badNumber, .badEscape,
        .controlCharacter, .strayBlank, .byteOrderMark, .secondDocument, .duplicateName,
    ]

    /// The keys of the `{{placeholders}}` in a file.
    public static func placeholderKeys(in bytes: [UInt8]) -> Set<String> { Placeholders.bracedTexts(in: bytes) }

    /// The notices on values that no placeholder uses.
    ///
    /// - Parameter keys: The keys of the placeholders in all files that were read.
    /// - Returns: A notice for each value without a placeholder.
    public func noticesOnUnused(among keys: Set<String>) -> [FlowSet.Notice] {
        substitutions.keys.filter { !keys.contains($0) }.sorted().map { key in
            let near = NearName.best(for: key, among: keys.sorted())
            let advice =
                near.map { "did you mean '\($0)'?" }
                ?? (keys.isEmpty
                    ? "no file has a placeholder" : "the files have \(keys.sorted().prefix(5).joined(separator: ", "))")
            return FlowSet.Notice("--set \(key) matches no {{placeholder}} in the files that were read; \(advice)")
        }
    }
}
