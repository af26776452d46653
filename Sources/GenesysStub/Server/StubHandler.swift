import FlyingFox
import FlyingSocks
import Foundation

/// Passes requests from the network to a ``StubExchange``, and sends the answers.
struct StubHandler: HTTPHandler {
    /// Answers the requests.
    let exchange: StubExchange

    /// The source of time for late answers.
    let clock: StubClock

    func handleRequest(_ request: HTTPRequest) async throws -> HTTPResponse {
        let body = try await request.bodyData
        let answer = exchange.answer(
            StubRequest(
                request.method.rawValue,
                request.target.rawValue,
                authorization: request.headers[.authorization],
                contentType: request.headers[.contentType],
                expectation: request.headers[HTTPHeader(StubRequest.expectationHeader)],
                body: Array(body)
            )
        )
        let name = request.headers[HTTPHeader(StubClock.exchangeHeader)]
        if case .late(let pause) = answer.delivery { try await clock.pause(pause, name) }
        if case .none(let isReset) = answer.delivery {
            if isReset, let peer = request.remoteAddress?.socketAddress {
                try Socket.connected(to: peer)?.resetOnClose()
            }
            return HTTPResponse(webSocket: Refusal())
        }
        var headers = HTTPHeaders()
        for (name, value) in answer.headers { headers[HTTPHeader(name)] = value }
        return HTTPResponse(
            statusCode: HTTPStatusCode(answer.status, phrase: answer.status < 400 ? "OK" : "Error"),
            headers: headers,
            body: sent(answer, as: name)
        )
    }

    private func sent(_ answer: StubAnswer, as name: String?) -> HTTPBodySequence {
        let count = answer.body.count
        let paced: PacedBody
        switch answer.delivery {
        case .dripping(let pause):
            let wait: @Sendable () async throws -> Void = { [clock] in try await clock.pause(pause, name) }
            paced = PacedBody(bytes: answer.body, piece: 1, end: count, pause: wait)
        case .truncated: paced = PacedBody(bytes: answer.body, piece: count, end: count / 2) {}
        default: return HTTPBodySequence(data: Data(answer.body), suggestedBufferSize: 1 << 20)
        }
        return HTTPBodySequence(from: paced, count: count, suggestedBufferSize: 1 << 20)
    }

    /// Closes a connection before any byte of an answer is sent: the server makes frames before it writes a header.
    private struct Refusal: WSHandler {
        func makeFrames(for client: AsyncThrowingStream<WSFrame, any Error>) async throws -> AsyncStream<WSFrame> {
            throw EndOfAnswer()
        }
    }
}

extension HTTPRequest.Address {
    /// The address in the form that sockets use.
    fileprivate var socketAddress: Socket.Address {
        switch self {
        case .ip4(let address, let port): .ip4(address, port: port)
        case .ip6(let address, let port): .ip6(address, port: port)
        case .unix(let path): .unix(path)
        }
    }
}
