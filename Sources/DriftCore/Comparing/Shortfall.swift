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
        /// It may be started otherwise, in a way that brings the value: `contract 'a' sends it`.
        case isFedOtherwise(String)
    }

    init(of input: Variable, near: String?, in feed: TriggerFeed, feeding: Feeding) {
        self.input = input
        self.near = near
        twin = feed.inputs.first { $0.fill == .value && VariableName.own($0.input.name) == near ?? "" }?.input
        isOutput = feeding.flow.outputs.contains { $0.name == input.name }
        consequence =
            switch (input.reads?.isRead, input.defaultText, feeding.feeder(of: input, otherThan: feed)) {
            case (false?, _, _): .isUnread
            case (_, let text?, _): .takesDefault(text)
            case (_, _, let feeder?): .isFedOtherwise(feeder)
            case (nil, _, _): .isUnknown
            case (true?, nil, nil): .isLost
            }
    }

    /// What follows, as the end of a message.
    var phrase: String {
        switch consequence {
        case .isLost: "the flow reads it"
        case .isUnread: "nothing reads it"
        case .isUnknown: "whether the flow reads it is not known"
        case .takesDefault(let text): "the flow then takes its default, \(JSONValue.quoted(text))"
        case .isFedOtherwise(let feeder): feeder
        }
    }

    /// What to do about it, where the whole event arrives in `Flow.jsonData` or not.
    func fix(sendsJSON: Bool) -> String {
        switch consequence {
        case .isUnread:
            return twin.map { "remove the input: the event fills '\($0.name)'" } ?? renaming("or remove it")
                ?? (isOutput
                    ? "make it an output only, unless a caller sends it" : "remove it, unless a caller sends it")
        case .takesDefault, .isFedOtherwise:
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
