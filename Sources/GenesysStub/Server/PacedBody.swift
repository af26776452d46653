import FlyingSocks

/// A body that is sent in pieces with a pause before each, and may end before it is whole.
struct PacedBody: AsyncBufferedSequence {
    typealias Element = UInt8

    /// The whole body.
    let bytes: [UInt8]

    /// How many bytes a piece has.
    let piece: Int

    /// How many bytes are sent before the connection is closed.
    let end: Int

    /// Waits before each piece.
    let pause: @Sendable () async throws -> Void

    func makeAsyncIterator() -> Iterator { Iterator(body: self) }

    /// Hands out the pieces.
    struct Iterator: AsyncBufferedIteratorProtocol {
        fileprivate let body: PacedBody
        private var sent = 0

        fileprivate init(body: PacedBody) {
            self.body = body
        }

        mutating func next() async throws -> UInt8? {
            try await nextBuffer(suggested: 1)?.first
        }

        mutating func nextBuffer(suggested count: Int) async throws -> ArraySlice<UInt8>? {
            guard sent < body.bytes.count else { return nil }
            guard sent < body.end else { throw EndOfAnswer() }
            try await body.pause()
            let start = sent
            sent = [start + count, start + body.piece, body.end].reduce(.max, Swift.min)
            return body.bytes[start..<sent]
        }
    }
}

/// Why a connection is closed before its answer is whole.
struct EndOfAnswer: Error {}
