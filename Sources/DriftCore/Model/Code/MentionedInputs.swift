/// The inputs that source files mention: the text is there, perhaps in code that never runs.
public struct MentionedInputs: Hashable, Sendable {
    /// The inputs in order of place, each name once.
    public var inputs: [Input]

    /// Whether a source builds names of inputs, so that it may mention more than these.
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

        /// Where the source mentions it first.
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
    /// The name as the source spells it, with the first place.
    public var input: MentionedInputs.Input

    /// The number of places that mention it.
    public var count: Int

    /// The name of a flow's input that was probably meant, or `nil` if none is similar.
    public var near: String?

    /// Makes an unknown name.
    public init(_ input: MentionedInputs.Input, count: Int = 1, near: String? = nil) {
        self.input = input
        self.count = count
        self.near = near
    }
}
