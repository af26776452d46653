/// Where the bytes of a text stand in the text that it was taken from.
///
/// A body is taken out of a curl command or a data action: quotes and escapes are gone from it, and its places are
/// still those of the text that a person sees.
package struct TextOrigin: Sendable {
    /// How a text is written where it was taken from, which a replacement must follow.
    package enum Quoting: Sendable {
        /// As it is.
        case none

        /// As a JSON string.
        case json

        /// In a shell's single quotes.
        case single

        /// In a shell's double quotes.
        case double

        /// In a shell's `$'…'`.
        case dollar
    }

    /// Bytes that follow each other in both texts, or an escape and the bytes that it stands for.
    package struct Run: Sendable {
        /// The bytes in the text taken.
        package var taken: Range<Int>

        /// The bytes in the text that it was taken from.
        package var source: Range<Int>

        /// How the bytes are written there.
        package var quoting: Quoting

        /// Makes a run of bytes.
        package init(taken: Range<Int>, source: Range<Int>, quoting: Quoting) {
            self.taken = taken
            self.source = source
            self.quoting = quoting
        }

        /// Whether the bytes are written otherwise there, so that they have one place together.
        package var isEscape: Bool { taken.count != source.count }
    }

    /// The places of the text that it was taken from.
    package let places: TextPlaces

    /// The runs in order of the text taken; none where the two texts are the same.
    package var runs: [Run]

    /// Makes the origin of a text, with its runs in order; none where the two texts are the same.
    package init(places: TextPlaces, runs: [Run] = []) {
        self.places = places
        self.runs = runs
    }

    /// The place of a byte of the text taken.
    package func position(of offset: Int) -> Position {
        guard let run = run(of: offset) else { return places.position(of: offset) }
        let distance = run.isEscape ? 0 : offset - run.taken.lowerBound
        return places.position(of: min(run.source.lowerBound + distance, run.source.upperBound))
    }

    /// Just past the byte before an offset, so that a range does not reach over what was left out.
    package func end(of offset: Int) -> Position {
        guard offset > 0 else { return position(of: offset) }
        guard let run = run(of: offset - 1) else { return places.end(of: offset) }
        let distance = run.isEscape ? run.source.count : offset - run.taken.lowerBound
        return places.end(of: min(run.source.lowerBound + distance, run.source.upperBound))
    }

    /// Just past a range; where it starts if what follows stands further up, as the value of a variable may.
    package func end(of range: Range<Int>) -> Position {
        max(position(of: range.lowerBound), end(of: range.upperBound))
    }

    /// Whether a range is one piece in the outermost text too, so that a replacement touches nothing else.
    package func isOnePiece(_ range: Range<Int>) -> Bool {
        let touched = runs.filter { $0.taken.overlaps(range) }
        guard let first = touched.first, let last = touched.last else {
            return runs.isEmpty && places.isOnePiece(range)
        }
        guard zip(touched, touched.dropFirst()).allSatisfy({ $0.source.upperBound == $1.source.lowerBound }) else {
            return false
        }
        return places.isOnePiece(first.source.lowerBound..<last.source.upperBound)
    }

    /// A replacement as it must be written where the text was taken from.
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

    /// The last run that starts at or before an offset; nil where the two texts are the same.
    private func run(of offset: Int) -> Run? {
        guard !runs.isEmpty else { return nil }
        var (low, high) = (0, runs.count)
        while high - low > 1 {
            let middle = (low + high) / 2
            if runs[middle].taken.lowerBound <= offset { low = middle } else { high = middle }
        }
        return runs[low]
    }
}
