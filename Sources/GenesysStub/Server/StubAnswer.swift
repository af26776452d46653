/// What the stand-in sends back, and how.
struct StubAnswer: Sendable {
    /// The HTTP status.
    var status: Int

    /// The headers by name.
    var headers: [String: String]

    /// The body.
    var body: [UInt8]

    /// How the answer is sent.
    var delivery = Delivery.whole

    /// Makes an answer with a body of JSON.
    init(_ body: [UInt8], status: Int = 200) {
        self.status = status
        headers = ["Content-Type": "application/json"]
        self.body = body
    }

    /// How an answer is sent.
    enum Delivery: Hashable, Sendable {
        /// At once.
        case whole
        /// After a pause.
        case late(Duration)
        /// Byte by byte, with a pause before each.
        case dripping(Duration)
        /// Half of the body, then no more.
        case truncated
        /// Not at all: the connection is closed, or reset.
        case none(isReset: Bool)
    }
}
