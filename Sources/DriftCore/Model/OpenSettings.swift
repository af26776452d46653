extension Trigger {
    /// The settings of a trigger that are unknown until a plan is applied.
    public struct OpenSettings: OptionSet, Hashable, Sendable {
        /// One bit per setting.
        public let rawValue: UInt8

        /// Makes a set from its bits.
        public init(rawValue: UInt8) {
            self.rawValue = rawValue
        }

        static let name = OpenSettings(rawValue: 1)
        static let topic = OpenSettings(rawValue: 1 << 1)
        static let dataFormat = OpenSettings(rawValue: 1 << 2)
        static let isEnabled = OpenSettings(rawValue: 1 << 3)
        static let match = OpenSettings(rawValue: 1 << 4)
        static let eventTTLSeconds = OpenSettings(rawValue: 1 << 5)
        static let delayBySeconds = OpenSettings(rawValue: 1 << 6)
        static let target = OpenSettings(rawValue: 1 << 7)

        /// How to find out these settings.
        static let fix = "apply the plan, and check the org with --live"
    }

    /// The text for a topic that is unknown until apply.
    static let openTopic = "not known until apply"

    /// The trigger, with its open settings taken from another trigger, so that they don't count as changes.
    func settled(like other: Trigger) -> Trigger {
        var copy = self
        if open.contains(.topic) { copy.topic = other.topic }
        if open.contains(.dataFormat) { copy.dataFormat = other.dataFormat }
        if open.contains(.isEnabled) { copy.isEnabled = other.isEnabled }
        if open.contains(.match) { copy.match = other.match }
        if open.contains(.eventTTLSeconds) { copy.eventTTLSeconds = other.eventTTLSeconds }
        if open.contains(.delayBySeconds) { copy.delayBySeconds = other.delayBySeconds }
        copy.open = other.open
        return copy
    }
}
