public import StrictJSON

/// A launch that some code made, without the values that it sent.
public struct RecordedLaunch: Hashable, Sendable {
    /// The flow that it starts.
    public var target: Target

    /// The inputs of the launch, by name as sent; a null has the type ``ValueType/null`` and counts as not sent.
    public var inputs: [String: ValueShape]

    /// The number of inputs whose names aren't kept, because they don't look like names.
    public var otherInputs: Int

    /// Whether a placeholder may become further inputs, so that the launch may also send an input that ``inputs``
    /// lacks.
    public var mayHaveMore = false

    /// Whether the launch was accepted, or `nil` if that's unknown.
    public var answer: Answer?

    /// The inputs' values by name, or `nil` unless the user asked to keep them.
    public var values: [String: JSONValue]?

    /// The flow that a launch starts.
    public enum Target: Hashable, Sendable {
        case flow(FlowKey)

        /// A flow that is only known by its id.
        case id(FlowID)

        /// Unknown, because the id is missing or a placeholder.
        case unknown
    }

    /// How a launch was answered.
    public enum Answer: Hashable, Sendable {
        case accepted

        /// Refused, with the ids of the rules that the launch broke, in order; empty if the rules are unknown.
        case refused(rules: [RuleID])
    }

    /// Makes a launch.
    public init(
        of target: Target,
        inputs: [String: ValueShape] = [:],
        otherInputs: Int = 0,
        answer: Answer? = nil,
        values: [String: JSONValue]? = nil
    ) {
        self.target = target
        self.inputs = inputs
        self.otherInputs = otherInputs
        self.answer = answer
        self.values = values
    }
}

extension RecordedLaunch {
    /// Whether the launch was refused.
    public var isRefused: Bool {
        if case .refused? = answer { true } else { false }
    }

    /// Whether the launch sends a value for an input; null counts as not sent.
    func sends(_ name: String) -> Bool { inputs[name].map { $0.type != .null } ?? false }
}

/// A recorded launch with its place in a file.
public struct PlacedLaunch: Hashable, Sendable {
    /// The launch.
    public var launch: RecordedLaunch

    /// The launch's place in the file.
    public var place: Place

    /// Makes a launch with its place.
    public init(_ launch: RecordedLaunch, at place: Place) {
        self.launch = launch
        self.place = place
    }
}
