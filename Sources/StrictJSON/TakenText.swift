/// A text that was taken from another text, the original, with the place of each byte in the original.
package struct TakenText: Sendable {
    package private(set) var bytes: [UInt8] = []

    /// The places in the original, in the order of the text.
    package private(set) var runs: [TextOrigin.Run] = []

    /// Makes an empty text; if no bytes are added, messages name `offset` in the original as its place.
    package init(at offset: Int = 0) {
        runs = [TextOrigin.Run(taken: 0..<0, source: offset..<offset, quoting: .none)]
    }

    package var text: String { String(decoding: bytes, as: UTF8.self) }

    /// Adds bytes that the original has in the same form.
    package mutating func append(_ source: Range<Int>, of all: [UInt8], _ quoting: TextOrigin.Quoting) {
        guard !source.isEmpty else { return }
        let taken = bytes.count..<bytes.count + source.count
        // If the text is the whole original, the bytes are shared, not copied.
        if bytes.isEmpty, source == all.indices { bytes = all } else { bytes += all[source] }
        if let last = runs.last, !last.isEscape, !last.taken.isEmpty, last.quoting == quoting,
            last.source.upperBound == source.lowerBound
        {
            runs[runs.count - 1].taken = last.taken.lowerBound..<taken.upperBound
            runs[runs.count - 1].source = last.source.lowerBound..<source.upperBound
        } else {
            add(TextOrigin.Run(taken: taken, source: source, quoting: quoting))
        }
    }

    private mutating func add(_ run: TextOrigin.Run) {
        if let only = runs.last, only.taken.isEmpty { runs.removeLast() }
        runs.append(run)
    }

    /// Adds a text that is written differently in the original, such as an escape.
    package mutating func append(_ text: String, for source: Range<Int>, _ quoting: TextOrigin.Quoting) {
        guard !text.isEmpty else { return }
        let taken = bytes.count..<bytes.count + text.utf8.count
        bytes += text.utf8
        add(TextOrigin.Run(taken: taken, source: source, quoting: quoting))
    }

    package mutating func append(_ other: TakenText) {
        let offset = bytes.count
        bytes += other.bytes
        for run in other.runs where !run.taken.isEmpty || offset == 0 {
            var run = run
            run.taken = run.taken.lowerBound + offset..<run.taken.upperBound + offset
            add(run)
        }
    }

    package subscript(range: Range<Int>) -> TakenText {
        var part = TakenText(at: source.lowerBound)
        part.bytes = Array(bytes[range])
        for run in runs {
            let taken = run.taken.clamped(to: range)
            guard !taken.isEmpty else { continue }
            let start = run.source.lowerBound + taken.lowerBound - run.taken.lowerBound
            part.add(
                TextOrigin.Run(
                    taken: taken.lowerBound - range.lowerBound..<taken.upperBound - range.lowerBound,
                    source: run.isEscape ? run.source : start..<start + taken.count,
                    quoting: run.quoting
                )
            )
        }
        return part
    }

    package func dropFirst(_ count: Int) -> TakenText { self[min(count, bytes.count)..<bytes.count] }

    package func hasPrefix(_ prefix: String) -> Bool { bytes.starts(with: prefix.utf8) }

    /// The bytes of the original from the start of the text to its end.
    package var source: Range<Int> {
        guard let first = runs.first, let last = runs.last else { return 0..<0 }
        return first.source.lowerBound..<max(first.source.lowerBound, last.source.upperBound)
    }
}
