extension Trigger {
    /// The settings of a trigger that a plan doesn't tell before apply.
    public struct OpenSettings: OptionSet, Hashable, Sendable {
        /// A bit for each setting.
        public let rawValue: UInt8

        /// Makes a set of settings from its bits.
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
        /// The flow that the trigger starts.
        static let target = OpenSettings(rawValue: 1 << 7)

        /// How to decide what these settings leave open.
        static let wayOut = "apply the plan, and check the org with --live"
    }

    /// The topic of a trigger whose plan doesn't tell it, in messages.
    static let openTopic = "not known until apply"

    /// The trigger with the settings of another in place of those that are open, so that none of them is a change.
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
