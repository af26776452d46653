import StrictJSON

/// An input that a trigger's event does not fill: how much that matters, and what helps.
struct Shortfall: Sendable {
    /// The input.
    let input: Variable

    /// The attribute of the event that was probably meant; nil where there is none.
    let near: String?

    /// What the flow does with the input where the trigger starts it.
    let consequence: Consequence

    /// The input of the flow that the event fills from ``near``; nil where there is none.
    private let twin: Variable?

    /// Whether the flow gives the input back as well.
    private let isOutput: Bool

    /// What the flow does with an input that gets nothing.
    enum Consequence: Hashable, Sendable {
        /// It reads the input, and runs without what it reads.
        case isLost
        /// It never reads the input.
        case isUnread
        /// What it reads is not known.
        case isUnknown
        /// It takes the initial value, which is given as text.
        case takesDefault(String)
        /// Another trigger brings the value: `trigger 'b' fills it`.
        case isFedByTrigger(String)
        /// Only a contract's launches bring the value: `contract 'a' sends it`.
        case isFedByContract(String)
    }

    init(of input: Variable, near: String?, in feed: TriggerFeed, feeding: Feeding) {
        self.input = input
        self.near = near
        twin = feed.inputs.first { $0.fill == .value && VariableName.own($0.input.name) == near ?? "" }?.input
        isOutput = feeding.flow.outputs.contains { $0.name == input.name }
        consequence =
            if input.reads?.isRead == false {
                .isUnread
            } else if let text = input.defaultText {
                .takesDefault(text)
            } else if let trigger = feeding.triggerThatFills(input, otherThan: feed) {
                .isFedByTrigger(trigger)
            } else if let contract = feeding.contractThatSends(input) {
                .isFedByContract(contract)
            } else {
                input.reads == nil ? .isUnknown : .isLost
            }
    }

    /// How much it matters: an error where the flow runs without what it reads, a warning where only its callers know.
    var severity: Severity {
        switch consequence {
        case .isLost: .error
        case .isFedByContract: input.reads == nil ? .note : .warning
        case .isUnread, .isUnknown, .takesDefault, .isFedByTrigger: .note
        }
    }

    /// What follows, as the end of a message.
    var phrase: String {
        switch consequence {
        case .isLost: "the flow reads it"
        case .isUnread: "nothing reads it"
        case .isUnknown: "whether the flow reads it is not known"
        case .takesDefault(let text): "the flow then takes its default, \(JSONValue.quoted(Shown.text(text)))"
        case .isFedByTrigger(let trigger): trigger
        case .isFedByContract(let contract):
            (input.reads == nil ? "" : "the flow reads it, and only ") + contract
        }
    }

    /// What to do about it, by how the trigger sends its event.
    func fix(_ trigger: Trigger) -> String {
        let sendsJSON = trigger.topic != nil && trigger.effectiveDataFormat == .json
        switch consequence {
        case .isUnread:
            return twin.map { "remove the input: the event fills '\($0.name)'" } ?? renaming("or remove it")
                ?? (isOutput
                    ? "make it an output only, unless a caller sends it" : "remove it, unless a caller sends it")
        case .isFedByContract where TriggerFeed.isJSONInput(input) && trigger.topic != nil:
            return "set the trigger's data format to Json, or give the input a default"
        case .isFedByContract:
            return sendsJSON
                ? "read the value from 'Flow.jsonData' where this trigger starts the flow, or give the input a default"
                : renaming("or give it a default") ?? "give the input a default, or fill it another way"
        case .takesDefault, .isFedByTrigger:
            return "leave it, if the flow is meant to run without when this trigger starts it"
        case .isLost, .isUnknown:
            if let twin { return "read '\(twin.name)' instead, which the event fills" }
            if sendsJSON { return "read the value from 'Flow.jsonData', or give the input a default" }
            return renaming("give it a default, or remove it") ?? "give the input a default, or fill it another way"
        }
    }

    private func renaming(_ otherwise: String) -> String? {
        near.map { "name the input 'Flow.\($0)', \(otherwise)" }
    }
}
