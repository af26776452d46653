public import SourceText
package import StrictJSON

/// What is wrong in how a request is written, apart from its body: the cause, where, and how to put it right.
public struct RequestFault: Hashable, Sendable {
    /// The cause.
    public var kind: Kind

    /// Error where the request is not sent as it was meant; warning where it may not be.
    public var severity: Severity

    /// What is wrong, as one phrase with no final period.
    public var problem: String

    /// How to put it right, as one phrase with no final period.
    public var wayOut: String

    /// Where the fault begins.
    public var position: Position

    /// Just past the fault.
    public var end: Position

    /// The change to the text that does it; nil where a person must decide.
    public var edit: Fix.Edit?

    /// The problem and the way out as one phrase.
    public var message: String { "\(problem); \(wayOut)" }

    /// The causes that are told apart.
    public enum Kind: String, CaseIterable, Sendable {
        // What a web page or a word processor made of a command.
        case curlyQuotes, dash, strayBlank

        // Quotes of a shell.
        case missingQuote, singleQuotes, unescapedQuote, unquotedBody, unquotedHeader, unquotedAmpersand,
            unexpandedVariable,
            lostQuotes

        // Lines of a command.
        case brokenLineEnd, missingLineEnd

        // Options of curl.
        case singleDash, joinedValue, missingValue, unknownOption, bodyInAddress, bodyInParts

        // The text as a whole.
        case encoding, noRequest
    }
}

/// The faults of a request as they are found.
package struct RequestFaults: Sendable {
    /// The places of the text.
    package let places: TextPlaces

    /// The faults in the order in which they were found.
    package private(set) var list: [RequestFault] = []

    private static let limit = 1000

    package init(places: TextPlaces) {
        self.places = places
    }

    /// Adds a fault; `replacement` is what must stand in place of the bytes.
    package mutating func add(
        _ kind: RequestFault.Kind,
        _ range: Range<Int>,
        _ problem: String,
        _ wayOut: String,
        replacement: String? = nil,
        severity: Severity = .error
    ) {
        guard list.count < Self.limit else { return }
        let start = places.position(of: range.lowerBound)
        let end = range.isEmpty ? start : places.end(of: range)
        list.append(
            RequestFault(
                kind: kind,
                severity: severity,
                problem: problem,
                wayOut: wayOut,
                position: start,
                end: end,
                edit: (range.isEmpty || places.isOnePiece(range) ? replacement : nil).map {
                    let written = places.written($0, at: range.lowerBound)
                    return Fix.Edit(start: start, end: end, replacement: written)
                }
            )
        )
    }

    /// The faults from top to bottom.
    package func sorted() -> [RequestFault] {
        list.enumerated()
            .sorted { ($0.element.position, $0.offset) < ($1.element.position, $1.offset) }
            .map(\.element)
    }
}
