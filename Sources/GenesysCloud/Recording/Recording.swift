import Foundation

/// A recording of an org's answers, which can be replayed offline; it contains no secrets.
///
/// The file has one JSON object per line. The first line has the org's address; each other line has a request with its
/// answer. Lines are sorted by request, and the answers to the same request are in order of arrival. So the same
/// requests and answers always result in the same bytes.
public struct Recording: Hashable, Sendable {
    /// The address of the org, and the kind of credentials.
    var origin: Origin

    /// The requests, each with its answer or failure.
    var exchanges: [Exchange]

    /// The first line of the file.
    struct Origin: Hashable, Codable, Sendable {
        /// The version of the file format.
        var flowdrift = 1

        var api: String
        var login: String

        /// Whether tokens came from an OAuth client.
        ///
        /// If so, they could be renewed.
        var hasClient: Bool
    }

    /// A request with its answer or failure.
    struct Exchange: Hashable, Codable, Sendable {
        /// The request: `GET /api/v2/flows?pageNumber=1`.
        var request: String

        /// The answer's status, or `nil` if there was no answer.
        var status: Int?

        /// The relevant headers of the answer.
        var headers: [String: String]?

        /// The answer's body, if it is text.
        var body: String?

        /// The answer's body in base64, if it isn't text.
        var bodyBase64: String?

        var failure: Failure?

        struct Failure: Hashable, Codable, Sendable {
            var kind: TransportFailure.Kind
            var detail: String
        }
    }

    /// How to reach the recorded org, with placeholders for secrets.
    public var access: Access {
        // The placeholder is plain text, so this never fails.
        let nothing = Secret(Secret.placeholder)
        let host = PlatformHost(apiURL: origin.api, loginURL: origin.login)
        guard let nothing else { preconditionFailure("the placeholder for secrets contains blanks") }
        let client = ClientCredentials(id: nothing, secret: nothing)
        return Access(host: host, credentials: origin.hasClient ? .client(client) : .accessToken(nothing))
    }
}

extension Recording {
    /// The text of the file.
    public func text() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        var lines = [String(decoding: try encoder.encode(origin), as: UTF8.self)]
        // The sort is stable, so the answers to the same request keep their order.
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
    /// - Throws: ``AccessError`` if it isn't a recording of an org's answers.
    public init(_ text: String, path: String) throws(AccessError) {
        let decoder = JSONDecoder()
        let lines = text.split(separator: "\n", omittingEmptySubsequences: true)
        let fix = "record the org's answers again with --record"
        guard
            let first = lines.first,
            let origin = try? decoder.decode(Origin.self, from: Data(first.utf8)),
            origin.flowdrift == 1
        else { throw AccessError("\(path):1: The file is not a recording of an org's answers (--record)", fix: fix) }
        var exchanges: [Exchange] = []
        for (number, line) in lines.enumerated().dropFirst() {
            guard let exchange = try? decoder.decode(Exchange.self, from: Data(line.utf8)), exchange.isWhole else {
                throw AccessError("\(path):\(number + 1): The line is not a recorded request with its answer", fix: fix)
            }
            exchanges.append(exchange)
        }
        self.init(origin: origin, exchanges: exchanges)
    }
}

extension Recording.Exchange {
    /// Whether the request has either an answer or a failure, and not both.
    fileprivate var isWhole: Bool { (status != nil) != (failure != nil) }

    var outcome: Result<PlatformAnswer, TransportFailure> {
        guard let status else {
            return .failure(TransportFailure(failure?.kind ?? .noAnswer, failure?.detail ?? "nothing was recorded"))
        }
        let bytes = body.map { Array($0.utf8) } ?? bodyBase64.flatMap { Data(base64Encoded: $0) }.map { Array($0) }
        return .success(PlatformAnswer(status: status, headers: headers ?? [:], body: bytes ?? []))
    }
}
