/// For each byte of a text that was taken from another text, the original, the place in the original.
///
/// For example, a body that was taken from a curl command no longer has the command's quotes and escapes. But messages
/// must name the places in the command, which the user sees.
package struct TextOrigin: Sendable {
    /// How the text is quoted in the original; a replacement must be quoted the same way.
    package enum Quoting: Sendable {
        case none
        case json

        /// In a shell's single quotes.
        case single

        /// In a shell's double quotes.
        case double

        /// In a shell's `$'…'`.
        case dollar
    }

    /// A run of bytes that is the same in both texts, or one escape in the original and the bytes that it means.
    package struct Run: Sendable {
        package var taken: Range<Int>

        /// The bytes in the original.
        package var source: Range<Int>

        package var quoting: Quoting

        package init(taken: Range<Int>, source: Range<Int>, quoting: Quoting) {
            self.taken = taken
            self.source = source
            self.quoting = quoting
        }

        /// Whether the run is one escape in the original, so that all bytes of the run have the same place.
        package var isEscape: Bool { taken.count != source.count }
    }

    /// The places in the original.
    package let places: TextPlaces

    /// The runs in the order of the text; empty if the text is the same as the original.
    package var runs: [Run]

    package init(places: TextPlaces, runs: [Run] = []) {
        self.places = places
        self.runs = runs
    }

    package func position(of offset: Int) -> Position {
        guard let run = run(of: offset) else { return places.position(of: offset) }
        let distance = run.isEscape ? 0 : offset - run.taken.lowerBound
        return places.position(of: min(run.source.lowerBound + distance, run.source.upperBound))
    }

    /// The position just past the byte before an offset.
    ///
    /// A range that ends at this position doesn't extend over text of the original that was left out.
    package func end(of offset: Int) -> Position {
        guard offset > 0 else { return position(of: offset) }
        guard let run = run(of: offset - 1) else { return places.end(of: offset) }
        let distance = run.isEscape ? run.source.count : offset - run.taken.lowerBound
        return places.end(of: min(run.source.lowerBound + distance, run.source.upperBound))
    }

    /// The position just past a range.
    ///
    /// If the end comes before the start in the original, as in a variable's value, the result is the range's start.
    package func end(of range: Range<Int>) -> Position {
        max(position(of: range.lowerBound), end(of: range.upperBound))
    }

    /// Whether a range is also contiguous in the outermost original, so that a replacement changes nothing else.
    package func isOnePiece(_ range: Range<Int>) -> Bool {
        guard let start = index(of: range.lowerBound) else { return places.isOnePiece(range) }
        let touched = runs[start...].prefix { $0.taken.lowerBound < range.upperBound }
        guard let last = touched.last,
            zip(touched, touched.dropFirst()).allSatisfy({ $0.source.upperBound == $1.source.lowerBound })
        else { return false }
        return places.isOnePiece(runs[start].source.lowerBound..<last.source.upperBound)
    }

    /// A replacement, quoted as the original is.
    package func written(_ text: String, at offset: Int) -> String {
        let run = run(of: offset)
        let quoted =
            switch run?.quoting ?? .none {
            case .none: text
            case .json: String(JSONValue.quoted(text).dropFirst().dropLast())
            case .single: text.replacing("'", with: #"'\''"#)
            case .double: Self.escaping(["\\", "\"", "$", "`"], in: text)
            case .dollar: Self.escaping(["\\", "'"], in: text)
            }
        return places.written(quoted, at: run?.source.lowerBound ?? offset)
    }

    private static func escaping(_ characters: Set<Character>, in text: String) -> String {
        text.reduce(into: "") { $0 += characters.contains($1) ? "\\\($1)" : String($1) }
    }

    /// The last run that starts at or before an offset, or `nil` if the text is the same as the original.
    private func run(of offset: Int) -> Run? { index(of: offset).map { runs[$0] } }

    private func index(of offset: Int) -> Int? {
        guard !runs.isEmpty else { return nil }
        var (low, high) = (0, runs.count)
        while high - low > 1 {
            let middle = (low + high) / 2
            if runs[middle].taken.lowerBound <= offset { low = middle } else { high = middle }
        }
        return low
    }
}
