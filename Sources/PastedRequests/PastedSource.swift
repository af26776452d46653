/// A text that may contain requests, as UTF-8, with the line and column of each byte.
package struct PastedSource: Sendable {
    package let bytes: [UInt8]

    /// The lines and columns in the file into which somebody pasted the text.
    package let places: TextPlaces

    /// Whether the file was in UTF-16.
    package let isUTF16: Bool

    package init(_ bytes: [UInt8]) {
        let transcoded = TextEncoding.utf8(fromUTF16: bytes)
        isUTF16 = transcoded != nil
        self.bytes = transcoded ?? bytes
        places = TextPlaces(self.bytes)
    }

    /// Makes a source of a text that was taken from inside another text, without its quotes and escapes.
    package init(_ taken: TakenText, in outer: PastedSource) {
        bytes = taken.bytes
        places = TextPlaces(of: taken, in: outer.places)
        isUTF16 = outer.isUTF16
    }

    package func part(_ range: Range<Int>) -> PastedSource {
        guard range != bytes.indices else { return self }
        var taken = TakenText(at: range.lowerBound)
        taken.append(range, of: bytes, .none)
        return PastedSource(taken, in: self)
    }

    /// Reports an encoding that other programs may not read.
    package func reportEncoding(to faults: inout RequestFaults) {
        guard isUTF16 else { return }
        faults.add(
            .encoding,
            0..<0,
            "the text is UTF-16, which other programs may not read",
            "save the text as UTF-8",
            severity: .warning
        )
    }
}
