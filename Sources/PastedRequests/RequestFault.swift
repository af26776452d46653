/// A fault in the way a request is written, except in its body.
public typealias RequestFault = TextFault<RequestFaultKind>

/// The faults of a request, collected while the request is read.
package typealias RequestFaults = TextFaults<RequestFaultKind>

/// The kinds of faults of a request.
public enum RequestFaultKind: String, CaseIterable, Sendable {
    // Characters of a command that a web page or a word processor changed.
    case curlyQuotes, dash, strayBlank

    // Quotes, and text that should be in quotes.
    case missingQuote, singleQuotes, unescapedQuote, unquotedBody, unquotedHeader, unquotedAmpersand,
        unexpandedVariable,
        lostQuotes

    // Line ends inside a command.
    case brokenLineEnd, missingLineEnd

    // Options of curl and their values.
    case singleDash, joinedValue, missingValue, unknownOption, bodyInAddress, bodyInParts

    // The text as a whole.
    case encoding, noRequest
}
