import SourceText

/// The launches of flows, and the mentions of inputs, in a source file.
package struct ScannedSource: Sendable {
    /// The language, or `nil` if neither the file's name nor its first lines show it.
    ///
    /// Nothing is found in a file of an unknown language.
    package let language: ScannedLanguage?

    /// Why the file wasn't scanned, or `nil` if it was.
    package let skipped: SkipReason?

    /// The launch sites in order of position.
    package private(set) var launches: [LaunchSite] = []

    /// Every mention of an input in the file, in order of position, with the certainty `file`.
    ///
    /// A name is listed as often as it is written. Not listed are names in comments, names in prose, and the platform's
    /// built-in variables.
    package private(set) var mentions: [InputMention] = []

    /// Whether the file may use names of inputs that aren't in the text, such as computed keys.
    package private(set) var mayMentionMore = false

    /// How often the scan looked at a byte or token, for tests of its time.
    private(set) var steps = 0

    private let surroundings: Surroundings

    /// Whether the file's path says that it is a test or a stand-in for the Platform API.
    package var isTest: Bool { surroundings.isTest }

    /// Scans a file.
    ///
    /// - Parameters:
    ///   - bytes: The file's bytes: UTF-8, UTF-16, or Latin-1.
    ///   - file: The file's path, which decides the language and whether the file is a test.
    package init(_ bytes: [UInt8], file: String) {
        let text = DecodedText(bytes)
        surroundings = Surroundings(file: file)
        language = ScannedLanguage(file: file, text: text.bytes[...])
        skipped = SkipReason(text, file: file, language)
        guard let language, skipped == nil else { return }
        switch language.dialect {
        case .markup: scan(Blocks.markup(text.bytes), text, as: nil)
        case .markdown: scan(Blocks.markdown(text.bytes), text, as: .document)
        case .notebook: if let unit = Notebook.cells(text) { scan(unit, as: nil) }
        default:
            let unit = CodeUnit(file: text, range: 0..<text.bytes.count, language: language)
            scan(unit, as: Documents.isDocument(unit) ? .document : nil)
            scanScripts(unit)
        }
        launches.sort { $0.position < $1.position }
        mentions.sort { $0.position < $1.position }
    }

    private mutating func scan(_ blocks: Blocks, _ text: DecodedText, as setting: LaunchSite.Setting?) {
        for block in blocks.code {
            scan(CodeUnit(file: text, range: block.range, language: block.language), as: setting)
        }
        for prose in blocks.prose { note(prose, in: text, as: .document) }
        steps += text.bytes.count
    }

    private mutating func scan(_ unit: CodeUnit, as setting: LaunchSite.Setting?) {
        let builder = SiteBuilder(unit)
        let sites = builder.sites(surroundings, as: setting)
        launches += sites
        mentions += builder.mentions.list.map { InputMention($0, .file, in: unit) }
        if !builder.mentions.computed.isEmpty || sites.contains(where: { $0.setting == .code && $0.mayMentionMore }) {
            mayMentionMore = true
        }
        for comment in unit.comments where unit.segments.isEmpty {
            note(comment, in: unit.file, as: setting == .document ? .document : .comment)
        }
        steps += unit.steps + builder.objects.steps + builder.lookups
    }

    /// Scans the scripts in a YAML file's scalars, such as the steps of a pipeline.
    private mutating func scanScripts(_ unit: CodeUnit) {
        guard unit.dialect == .yaml else { return }
        let scripts = YAMLScripts(unit).units
        guard !scripts.isEmpty else { return }
        // The scan as YAML also read the scripts; replace its results with those of scans in the scripts' languages.
        let starts = scripts.map { unit.position($0.range.lowerBound) }
        let ends = scripts.map { unit.position($0.range.upperBound) }
        func isInScript(_ position: Position) -> Bool {
            let index = starts.partitioningIndex { $0 > position }
            return index > 0 && position < ends[index - 1]
        }
        launches.removeAll { isInScript($0.position) }
        mentions.removeAll { isInScript($0.position) }
        for script in scripts { scan(script.unit, as: nil) }
    }

    /// Notes each launch path in a comment or in prose.
    private mutating func note(_ range: Range<Int>, in text: DecodedText, as setting: LaunchSite.Setting) {
        for match in PathText.matches(in: text.bytes[range]) {
            let start = range.lowerBound + match.range.lowerBound
            launches.append(
                LaunchSite(
                    sign: match.isBot ? .botSession : .path,
                    setting: setting,
                    position: text.position(start),
                    end: text.position(range.lowerBound + match.range.upperBound),
                    flow: .unknown(
                        reason: setting == .comment ? "the launch is in a comment" : "the launch is in prose"
                    ),
                    inputs: [],
                    mayMentionMore: false,
                    body: nil
                )
            )
        }
    }
}

/// Files of data that describe launches and start none.
enum Documents {
    /// Whether a JSON or YAML file is an API description, a collection of requests, or a recording.
    static func isDocument(_ unit: CodeUnit) -> Bool {
        guard unit.dialect.isData else { return false }
        for index in unit.tokens.indices.prefix(400) where unit.token(index + 1)?.isSymbol(UInt8(ascii: ":")) ?? false {
            let key = unit.raw(index)
            if ["openapi", "swagger", "_postman_id", "_exporterId", "__export_format"].contains(key) { return true }
            if key == "schema", unit.raw(index + 2).contains("getpostman.com") { return true }
            if key == "log", unit.token(index + 2)?.opens(UInt8(ascii: "{")) ?? false { return true }
        }
        return false
    }
}
