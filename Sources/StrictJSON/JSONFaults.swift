package import SourceText

package struct JSONFaults: Sendable {
    package let origin: TextOrigin

    /// The faults in the order in which they were found, which isn't always the order of the text.
    package private(set) var list: [JSONFault] = []

    /// The largest number of faults to collect; a text that isn't JSON at all would have countless ones.
    private static let limit = 1000

    private var isFull: Bool { list.count >= Self.limit }

    package init(origin: TextOrigin) {
        self.origin = origin
    }

    /// Adds a fault; an empty range means that something is missing there.
    ///
    /// The fault gets an edit if there is a `replacement` for its bytes; without one, a person must decide.
    package mutating func add(
        _ kind: JSONFault.Kind,
        _ range: Range<Int>,
        _ problem: String,
        _ wayOut: String,
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
            JSONFault(
                kind: kind,
                severity: severity,
                problem: problem,
                wayOut: wayOut,
                position: position,
                end: end,
                edit: edit
            )
        )
    }

    /// Removes the faults after the first `count`.
    package mutating func removeAll(after count: Int) {
        list.removeLast(max(0, list.count - count))
    }

    /// Adds the fault of a quote inside a string that looks like the string's end.
    package mutating func unescapedQuote(at index: Int) {
        add(
            .unescapedQuote,
            index..<index + 1,
            "a quote inside a text looks like the text's end",
            "write \\\"",
            replacement: "\\\""
        )
    }

    /// The position of a byte, as text for a message about another fault.
    package func place(of offset: Int) -> String {
        isFull ? "" : origin.position(of: offset).description
    }

    /// The faults from top to bottom.
    package func sorted() -> [JSONFault] {
        list.enumerated()
            .sorted { ($0.element.position, $0.offset) < ($1.element.position, $1.offset) }
            .map(\.element)
    }
}
