/// The inputs whose names are in source files, perhaps only in code that never runs.
public struct MentionedInputs: Hashable, Sendable {
    /// The inputs in order of place, each name once.
    public var inputs: [Input]

    /// Whether a source file builds names of inputs when it runs, so that the files may mention more inputs than these.
    public var mayMentionMore: Bool

    /// Makes mentioned inputs.
    public init(_ inputs: [Input] = [], mayMentionMore: Bool = false) {
        self.inputs = inputs
        self.mayMentionMore = mayMentionMore
    }

    /// An input that a source file mentions.
    public struct Input: Hashable, Sendable {
        /// The name as the source spells it.
        public var name: String

        /// Where the source first mentions the input.
        public var place: Place

        /// Makes a mentioned input.
        public init(_ name: String, at place: Place) {
            self.name = name
            self.place = place
        }
    }
}

/// A name that a source file mentions and that no flow of any environment has.
public struct UnknownName: Hashable, Sendable {
    /// The name as the source spells it, with the first place that mentions it.
    public var input: MentionedInputs.Input

    /// The number of places that mention the name.
    public var count: Int

    /// The flow's input that was probably meant, by name, or `nil` if no input's name is similar.
    public var near: String?

    /// Makes an unknown name.
    public init(_ input: MentionedInputs.Input, count: Int = 1, near: String? = nil) {
        self.input = input
        self.count = count
        self.near = near
    }
}
