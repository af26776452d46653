/// Builds the arena of a document from its tokens, as the grammar has it or as it was probably meant.
package struct JSONBuilder {
    /// The tokens.
    package var tokens: JSONTokens

    /// The nodes so far.
    package var records: ContiguousArray<JSONRecord> = []

    /// The objects and arrays that are not closed yet, the innermost last.
    package var open: [OpenContainer] = []

    /// Whether to look for what is JSON, but probably not what was meant.
    package let warns: Bool

    /// Where the last token ended.
    package var lastEnd = 0

    /// Where the token before the last one ended.
    private var previousEnd = 0

    /// Tokens that were looked at, but not taken.
    private var ahead: [JSONToken] = []

    /// Deeper than this nobody sends anything, and readers give up; Genesys Cloud's own limit is 50.
    package static let depth = 512

    /// An object or array that is not closed yet.
    package struct OpenContainer {
        /// Its record.
        package let record: Int

        /// Whether it is an object.
        package var isObject: Bool

        /// How many records it holds directly.
        package var count = 0

        /// The comma that nothing has followed yet.
        package var comma: JSONToken?

        /// The token that opened it.
        package let start: Int
    }

    /// What must come next.
    package enum Step {
        case root, afterRoot, name, colon, memberValue, afterMember, element, afterElement, end
    }

    package init(_ tokens: JSONTokens, warns: Bool) {
        self.tokens = tokens
        self.warns = warns
    }

    /// Makes room for all that a large text can hold, so that its nodes are never moved.
    ///
    /// What is not filled takes no memory of the system's.
    package mutating func makeRoom() {
        guard tokens.bytes.count > 1 << 20 else { return }
        let count = tokens.bytes.count { byte in
            byte == UInt8(ascii: ",") || byte == UInt8(ascii: ":") || byte == UInt8(ascii: "{")
                || byte == UInt8(ascii: "[")
        }
        records.reserveCapacity(count + 1)
    }

    /// Builds the whole document.
    package mutating func build() {
        var step = Step.root
        while step != .end {
            step =
                switch step {
                case .root: root()
                case .afterRoot: afterRoot()
                case .name: name()
                case .colon: colon()
                case .memberValue: memberValue()
                case .afterMember: afterMember()
                case .element: element()
                case .afterElement: afterElement()
                case .end: .end
                }
        }
    }

    /// Takes the next token.
    package mutating func take() -> JSONToken {
        let token = ahead.isEmpty ? tokens.next() : ahead.removeFirst()
        previousEnd = lastEnd
        lastEnd = token.kind == .end ? lastEnd : token.range.upperBound
        return token
    }

    /// Looks at a token that comes, the next one being number 0.
    package mutating func peek(_ number: Int = 0) -> JSONToken {
        while ahead.count <= number { ahead.append(tokens.next()) }
        return ahead[number]
    }

    /// Puts a token back that belongs to what comes next.
    package mutating func putBack(_ token: JSONToken) {
        ahead.insert(token, at: 0)
        lastEnd = previousEnd
    }

    /// Forgets what was looked at, and goes on behind a token.
    package mutating func resume(at index: Int) {
        ahead = []
        tokens.index = index
    }

    /// Whether a token is a colon, or the `=` or `=>` of other languages.
    package func isColon(_ token: JSONToken) -> Bool {
        token.kind == .colon || token.kind == .separator && tokens.byte(at: token.range.lowerBound) == UInt8(ascii: "=")
    }

    /// Whether nothing was looked at beyond the last token taken.
    package var isUpToDate: Bool { ahead.isEmpty }

    /// Adds a node to the innermost container.
    package mutating func add(_ record: JSONRecord) {
        records.append(record)
        if !open.isEmpty { open[open.count - 1].count += 1 }
    }

    /// Whether the innermost container is an object.
    package var isInObject: Bool { open.last?.isObject ?? false }

    /// What follows a value, by the container that it stands in.
    package var afterValue: Step {
        guard let container = open.last else { return .afterRoot }
        return container.isObject ? .afterMember : .afterElement
    }
}
