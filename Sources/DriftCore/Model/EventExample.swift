/// The smallest event that shows a finding, and the inputs that the flow receives from it.
public struct EventExample: Hashable, Sendable {
    /// The event as JSON on one line.
    public var event: String

    /// The flow's inputs after that event, in order of name: `Flow.ani = "<ani>"`, `Flow.CallerAni is not set`.
    public var received: [String]
}
