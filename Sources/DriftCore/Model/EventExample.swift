/// The smallest event that shows a finding, and the inputs that the flow receives from it.
public struct EventExample: Hashable, Sendable {
    /// The event as JSON on one line.
    public var event: String

    /// The flow's inputs then, such as `Flow.ani = "<ani>"` or `Flow.CallerAni is not set`, in order of name.
    public var received: [String]
}
