/// What is wrong in how a request is written, apart from its body.
public typealias RequestFault = TextFault<RequestFaultKind>

/// The faults of a request as they are found.
package typealias RequestFaults = TextFaults<RequestFaultKind>

/// The kinds of faults of a request.
public enum RequestFaultKind: String, CaseIterable, Sendable {
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
