import StrictJSON

/// An input that a trigger's event doesn't fill, with the consequence and the fix.
struct Shortfall: Sendable {
    let input: Variable

    /// The event's attribute that was probably meant, or `nil` if there is none.
    let near: String?

    /// What the flow does without the input.
    let consequence: Consequence

    /// The flow's input that the event fills from ``near``, or `nil` if there is none.
    private let twin: Variable?

    private let isOutput: Bool

    enum Consequence: Hashable, Sendable {
        /// The flow reads the input, and runs without a value for it.
        case isLost
        case isUnread
        /// It's unknown whether the flow reads the input.
        case isUnknown
        /// The flow uses the default, given as text.
        case takesDefault(String)
        /// Another trigger provides the value: `trigger 'b' fills it`.
        case isFedByTrigger(String)
        /// Only a contract's launches provide the value: `contract 'a' sends it`.
        case isFilledByContract(String)
    }

    init(of input: Variable, near: String?, in source: TriggerSource, inputSources: InputSources) {
        self.input = input
        self.near = near
        twin = source.inputs.first { $0.fill == .value && VariableName.own($0.input.name) == near ?? "" }?.input
        isOutput = inputSources.flow.outputs.contains { $0.name == input.name }
        consequence =
            if input.reads?.isRead == false {
                .isUnread
            } else if let text = input.defaultText {
                .takesDefault(text)
            } else if let trigger = inputSources.triggerThatFills(input, otherThan: source) {
                .isFedByTrigger(trigger)
            } else if let contract = inputSources.contractThatSends(input) {
                .isFilledByContract(contract)
            } else {
                input.reads == nil ? .isUnknown : .isLost
            }
    }

    /// An error if the flow reads the input and nothing fills it; a warning if only a contract's launches do.
    var severity: Severity {
        switch consequence {
        case .isLost: .error
        case .isFilledByContract: input.reads == nil ? .note : .warning
        case .isUnread, .isUnknown, .takesDefault, .isFedByTrigger: .note
        }
    }

    /// The consequence, as the end of a message.
    var phrase: String {
        switch consequence {
        case .isLost: "the flow reads this input"
        case .isUnread: "nothing reads this input"
        case .isUnknown: "it is unknown whether the flow reads this input"
        case .takesDefault(let text): "the flow then uses the input's default, \(JSONValue.quoted(Shown.text(text)))"
        case .isFedByTrigger(let trigger): trigger
        case .isFilledByContract(let contract):
            (input.reads == nil ? "" : "the flow reads this input, and only ") + contract
        }
    }

    func fix(_ trigger: Trigger) -> String {
        let sendsJSON = trigger.topic != nil && trigger.effectiveDataFormat == .json
        switch consequence {
        case .isUnread:
            return twin.map { "remove the input, because the event fills '\($0.name)'" } ?? renaming("or remove it")
                ?? (isOutput
                    ? "make the input an output only, unless a caller sends it"
                    : "remove the input, unless a caller sends it")
        case .isFilledByContract where TriggerSource.isJSONInput(input) && trigger.topic != nil:
            return "set the trigger's data format to Json, or give the input a default"
        case .isFilledByContract:
            return sendsJSON
                ? "read the value from 'Flow.jsonData' when this trigger starts the flow, or give the input a default"
                : renaming("or give it a default") ?? "give the input a default, or fill it another way"
        case .takesDefault, .isFedByTrigger:
            return "change nothing, if the flow is meant to run without a value from this trigger"
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
