/// The stub server's answer, and how to send it.
struct StubAnswer: Sendable {
    var status: Int
    var headers: [String: String]
    var body: [UInt8]
    var delivery = Delivery.whole

    /// Makes an answer with a body of JSON.
    init(_ body: [UInt8], status: Int = 200) {
        self.status = status
        headers = ["Content-Type": "application/json"]
        self.body = body
    }

    enum Delivery: Hashable, Sendable {
        case whole
        case late(Duration)
        /// Byte by byte, with a pause before each.
        case dripping(Duration)
        /// Half of the body, then the connection is closed.
        case truncated
        /// No answer: the connection is closed, or reset.
        case none(isReset: Bool)
    }
}
