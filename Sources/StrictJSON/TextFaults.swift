/// The faults of a text, collected as they are found.
package struct TextFaults<Kind: Hashable & Sendable>: Sendable {
    /// Where each byte of the text is in the original that the text was taken from.
    package let origin: TextOrigin

    /// The faults in the order in which they were found, which isn't always their order in the text.
    package private(set) var list: [TextFault<Kind>] = []

    /// The maximum number of faults; a text that isn't of the expected kind at all could have any number.
    private static var limit: Int { 1000 }

    /// Whether no more faults are added.
    private var isFull: Bool { list.count >= Self.limit }

    package init(origin: TextOrigin) {
        self.origin = origin
    }

    /// Adds a fault.
    ///
    /// - Parameters:
    ///   - kind: The cause.
    ///   - range: The bytes that are wrong; empty if something is missing.
    ///   - problem: What is wrong.
    ///   - fix: How to fix it.
    ///   - replacement: The text that must replace the bytes, or `nil` if a person must decide.
    ///   - severity: Error, or warning.
    package mutating func add(
        _ kind: Kind,
        _ range: Range<Int>,
        _ problem: String,
        _ fix: String,
        replacement: String? = nil,
        severity: Severity = .error
    ) {
        guard !isFull else { return }
        let isEmpty = range.isEmpty
        let position = isEmpty ? origin.end(of: range.lowerBound) : origin.position(of: range.lowerBound)
        let end = isEmpty ? position : origin.end(of: range)
        let edit = (isEmpty || origin.isOnePiece(range) ? replacement : nil).map { text in
            let written = origin.written(text, at: isEmpty ? max(0, range.lowerBound - 1) : range.lowerBound)
            return Fix.Edit(start: position, end: end, replacement: written)
        }
        list.append(
            TextFault(
                kind: kind,
                severity: severity,
                problem: problem,
                fix: fix,
                position: position,
                end: end,
                edit: edit
            )
        )
    }

    /// Removes all faults after the first `count` faults.
    package mutating func removeAll(after count: Int) {
        list.removeLast(max(0, list.count - count))
    }

    /// The place of a byte, for a message that names a second place besides the fault's own.
    package func place(of offset: Int) -> String {
        isFull ? "" : origin.position(of: offset).description
    }

    /// The faults from top to bottom.
    package func sorted() -> [TextFault<Kind>] {
        list.enumerated()
            .sorted { ($0.element.position, $0.offset) < ($1.element.position, $1.offset) }
            .map(\.element)
    }
}
