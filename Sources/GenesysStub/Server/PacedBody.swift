import FlyingSocks

/// A body that is sent in pieces with a pause before each, and may end early.
struct PacedBody: AsyncBufferedSequence {
    typealias Element = UInt8

    let bytes: [UInt8]

    /// The number of bytes in a piece.
    let piece: Int

    /// The number of bytes after which the connection is closed.
    let end: Int

    /// Waits before a piece.
    let pause: @Sendable () async throws -> Void

    func makeAsyncIterator() -> Iterator { Iterator(body: self) }

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

/// Thrown to close a connection before its answer is complete.
struct EndOfAnswer: Error {}
