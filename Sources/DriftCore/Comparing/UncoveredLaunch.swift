/// A flow that recorded launches or source files start, but that no contract covers.
public struct UncoveredLaunch: Hashable, Sendable {
    /// The flow, by name or id.
    public var target: RecordedLaunch.Target

    /// The first launch of the flow.
    public var place: Place

    /// The number of distinct launches of the flow.
    public var count: Int

    /// Whether the launch is in a source file; otherwise it was recorded.
    public var isMentioned: Bool

    /// Makes an uncovered launch.
    public init(_ target: RecordedLaunch.Target, at place: Place, count: Int, isMentioned: Bool = false) {
        self.isMentioned = isMentioned
        self.target = target
        self.place = place
        self.count = count
    }
}
