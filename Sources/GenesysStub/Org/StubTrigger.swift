public import DriftCore

/// A trigger of the stand-in's org; one without a topic is a scheduled one.
public struct StubTrigger: Hashable, Sendable {
    /// Its id.
    public var id: String

    /// Its settings.
    public var trigger: Trigger

    /// The id of the workflow that it starts; nil where the source does not say.
    public var targetID: FlowID?

    /// Makes a trigger.
    ///
    /// - Parameters:
    ///   - trigger: The settings.
    ///   - targetID: The id of the workflow that it starts.
    ///   - number: What tells it from a trigger that is the same in every respect.
    public init(_ trigger: Trigger, targetID: FlowID?, number: Int = 0) {
        let settings = [trigger.name, trigger.topic ?? "", targetID?.text ?? "", String(number)]
        let given = number == 0 ? trigger.id?.lowercased() : nil
        id = given ?? MadeID.text(for: "trigger", settings.joined(separator: "\n"))
        self.trigger = trigger
        self.targetID = targetID
    }
}
