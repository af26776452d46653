/// A place in a source file that launches a flow, or that looks like a launch.
public struct SourceLaunch: Hashable, Sendable {
    /// Where the launch begins.
    public var place: Place

    /// The language of the text, such as `TypeScript`.
    public var language: String

    /// Where the text is.
    public var setting: Setting

    /// The flow that is launched.
    public var target: RecordedLaunch.Target

    /// Why the flow is unknown, as a phrase, or `nil` if the flow is known.
    public var reason: String?

    /// The inputs that are mentioned near the launch, the nearest first, each name once.
    public var inputs: [Input]

    /// Whether the launch may have inputs that the text doesn't name.
    public var mayMentionMore: Bool

    /// The names of the contracts that cover the flow, in order.
    public var contracts: [String]

    /// Makes a launch of an unknown flow.
    public init(
        at place: Place,
        language: String,
        setting: Setting,
        inputs: [Input] = [],
        mayMentionMore: Bool = false
    ) {
        self.place = place
        self.language = language
        self.setting = setting
        target = .unknown
        self.inputs = inputs
        self.mayMentionMore = mayMentionMore
        contracts = []
    }

    /// The same launch with another path of its file.
    public func withFile(_ file: String) -> SourceLaunch {
        var launch = self
        launch.place.file = file
        for index in inputs.indices { launch.inputs[index].place.file = file }
        return launch
    }

    /// Where the text is.
    ///
    /// Only ``code`` launches the flow when the program runs.
    public enum Setting: String, CaseIterable, Sendable {
        case code, test, mock, document, comment
    }

    /// An input that is mentioned near a launch.
    public struct Input: Hashable, Sendable {
        /// The name as the source spells it.
        public var name: String

        /// Where the input is mentioned.
        public var place: Place

        /// How close the mention is to the launch.
        public var certainty: Certainty

        /// Makes an input.
        public init(_ name: String, at place: Place, _ certainty: Certainty) {
            self.name = name
            self.place = place
            self.certainty = certainty
        }
    }

    /// How close a mention is to a launch: in its body, in the same function, or elsewhere in the file.
    public enum Certainty: String, CaseIterable, Sendable {
        case body, function, file
    }
}
