public import SourceText
package import StrictJSON

/// A fault in the way a request is written, except in its body: the cause, the place, and the fix.
public struct RequestFault: Hashable, Sendable {
    /// The cause.
    public var kind: Kind

    /// Error if the request isn't sent as it was meant; warning if it may not be.
    public var severity: Severity

    /// What is wrong, as one phrase with no final period.
    public var problem: String

    /// How to fix it, as one phrase with no final period.
    public var wayOut: String

    /// Where the fault begins.
    public var position: Position

    /// The position just past the fault.
    public var end: Position

    /// The change to the text that makes the fix, or `nil` if a person must decide.
    public var edit: Fix.Edit?

    /// The problem and the fix as one phrase.
    public var message: String { "\(problem); \(wayOut)" }

    /// The possible causes.
    public enum Kind: String, CaseIterable, Sendable {
        // Made by a web page or a word processor.
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

package struct RequestFaults: Sendable {
    package let places: TextPlaces

    /// The faults in the order in which they were found.
    package private(set) var list: [RequestFault] = []

    private static let limit = 1000

    package init(places: TextPlaces) {
        self.places = places
    }

    /// Adds a fault; `replacement` is the correct text for the range.
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
