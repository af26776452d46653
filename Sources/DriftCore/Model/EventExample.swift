/// The smallest event that shows a finding, and what the flow receives from it.
public struct EventExample: Hashable, Sendable {
    /// The event as JSON on one line.
    public var event: String

    /// What the flow's inputs then hold: `Flow.ani = "<ani>"`, `Flow.CallerAni is not set`; in order of name.
    public var received: [String]
}
