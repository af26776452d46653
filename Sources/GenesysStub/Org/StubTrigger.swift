public import DriftCore

/// A trigger of the stub server's org; it is scheduled if it has no topic.
public struct StubTrigger: Hashable, Sendable {
    /// Its id.
    public var id: String

    /// Its settings.
    public var trigger: Trigger

    /// The id of the workflow that it starts, or `nil` if it is unknown.
    public var targetID: FlowID?

    /// Makes a trigger.
    ///
    /// - Parameters:
    ///   - trigger: The settings.
    ///   - targetID: The id of the workflow that it starts.
    ///   - number: Distinguishes the trigger from others with the same settings.
    public init(_ trigger: Trigger, targetID: FlowID?, number: Int = 0) {
        let settings = [trigger.name, trigger.topic ?? "", targetID?.text ?? "", String(number)]
        let given = number == 0 ? trigger.id?.lowercased() : nil
        id = given ?? MadeID.text(for: "trigger", settings.joined(separator: "\n"))
        self.trigger = trigger
        self.targetID = targetID
    }
}
