import Foundation

/// An exchange with an org, kept so that it can be run again offline; it holds no secret.
///
/// The file has one JSON object a line: the first says where the org is, each other holds a request with its answer.
/// The lines are in order of request, and for the same request in the order in which the answers came, so that the
/// same exchange always gives the same bytes.
public struct Recording: Hashable, Sendable {
    /// Where the org is, and how it was asked.
    var origin: Origin

    /// The requests with what became of each.
    var exchanges: [Exchange]

    /// The first line of the file.
    struct Origin: Hashable, Codable, Sendable {
        /// The version of the form.
        var flowdrift = 1

        /// Where the API is.
        var api: String

        /// Where tokens come from.
        var login: String

        /// Whether tokens came from an OAuth client, so that one could be renewed.
        var hasClient: Bool
    }

    /// A request with what became of it.
    struct Exchange: Hashable, Codable, Sendable {
        /// The request: `GET /api/v2/flows?pageNumber=1`.
        var request: String

        /// The answer's status; nil where there was none.
        var status: Int?

        /// Those of the answer's headers that matter.
        var headers: [String: String]?

        /// The answer's body, where it is text.
        var body: String?

        /// The answer's body in base64, where it is not text.
        var bodyBase64: String?

        /// Why there was no whole answer.
        var failure: Failure?

        /// Why there was no whole answer.
        struct Failure: Hashable, Codable, Sendable {
            var kind: TransportFailure.Kind
            var detail: String
        }
    }

    /// How to reach the recorded org: there is nothing secret to show.
    public var access: Access {
        // The text is plain, so there always is a secret.
        let nothing = Secret(Secret.placeholder)
        let host = PlatformHost(apiURL: origin.api, loginURL: origin.login)
        guard let nothing else { preconditionFailure("a placeholder with blanks") }
        let client = ClientCredentials(id: nothing, secret: nothing)
        return Access(host: host, credentials: origin.hasClient ? .client(client) : .accessToken(nothing))
    }
}

extension Recording {
    /// The file's text.
    public func text() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        var lines = [String(decoding: try encoder.encode(origin), as: UTF8.self)]
        // The sort keeps the order of the same request's answers.
        for exchange in exchanges.sorted(by: { $0.request < $1.request }) {
            lines.append(String(decoding: try encoder.encode(exchange), as: UTF8.self))
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// Reads a file.
    ///
    /// - Parameters:
    ///   - text: The file's text.
    ///   - path: The file's name, for messages.
    /// - Throws: ``AccessError`` where it is no recording.
    public init(_ text: String, path: String) throws(AccessError) {
        let decoder = JSONDecoder()
        let lines = text.split(separator: "\n", omittingEmptySubsequences: true)
        let wayOut = "record again with --record"
        guard
            let first = lines.first,
            let origin = try? decoder.decode(Origin.self, from: Data(first.utf8)),
            origin.flowdrift == 1
        else { throw AccessError("\(path):1: The file is no recording of flowdrift", wayOut: wayOut) }
        var exchanges: [Exchange] = []
        for (number, line) in lines.enumerated().dropFirst() {
            guard let exchange = try? decoder.decode(Exchange.self, from: Data(line.utf8)), exchange.isWhole else {
                throw AccessError("\(path):\(number + 1): The line is not a recorded exchange", wayOut: wayOut)
            }
            exchanges.append(exchange)
        }
        self.init(origin: origin, exchanges: exchanges)
    }
}

extension Recording.Exchange {
    /// Whether it says what became of the request.
    fileprivate var isWhole: Bool { (status != nil) != (failure != nil) }

    /// What became of the request.
    var outcome: Result<PlatformAnswer, TransportFailure> {
        guard let status else {
            return .failure(TransportFailure(failure?.kind ?? .noAnswer, failure?.detail ?? "nothing was recorded"))
        }
        let bytes = body.map { Array($0.utf8) } ?? bodyBase64.flatMap { Data(base64Encoded: $0) }.map { Array($0) }
        return .success(PlatformAnswer(status: status, headers: headers ?? [:], body: bytes ?? []))
    }
}
