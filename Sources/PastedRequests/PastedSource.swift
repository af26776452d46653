/// A text that may hold requests, in UTF-8, with its places.
package struct PastedSource: Sendable {
    /// The bytes in UTF-8.
    package let bytes: [UInt8]

    /// The lines and columns in the file that somebody pasted the text into.
    package let places: TextPlaces

    /// Whether the text came in UTF-16.
    package let isUTF16: Bool

    /// Takes a whole file.
    package init(_ bytes: [UInt8]) {
        let transcoded = TextEncoding.utf8(fromUTF16: bytes)
        isUTF16 = transcoded != nil
        self.bytes = transcoded ?? bytes
        places = TextPlaces(self.bytes)
    }

    /// Takes a text that stands inside another, its quotes and escapes taken off.
    package init(_ taken: TakenText, in outer: PastedSource) {
        bytes = taken.bytes
        places = TextPlaces(of: taken, in: outer.places)
        isUTF16 = outer.isUTF16
    }

    /// A part of the text as a text of its own.
    package func part(_ range: Range<Int>) -> PastedSource {
        guard range != bytes.indices else { return self }
        var taken = TakenText(at: range.lowerBound)
        taken.append(range, of: bytes, .none)
        return PastedSource(taken, in: self)
    }

    /// Reports an encoding that other programs stumble over.
    package func reportEncoding(to faults: inout RequestFaults) {
        guard isUTF16 else { return }
        faults.add(.encoding, 0..<0, "the text is UTF-16", "save it as UTF-8", severity: .warning)
    }
}
