/// The inputs that the accepted launches of one flow send.
public struct LaunchedInputs: Hashable, Sendable {
    /// The inputs that at least one launch sends a value for, in order of name.
    public var inputs: [Input] = []

    /// The names that launches send only null for, in order; null counts as not sent.
    public var nullNames: [String] = []

    /// The number of launches.
    public var launchCount = 0

    /// The number of inputs whose names aren't kept, in the launch that has the most of them.
    public var otherInputs = 0

    /// Whether a placeholder in a launch may become further inputs, which no launch shows.
    public var mayHaveMore = false

    /// Makes the inputs of no launch.
    public init() {}

    /// An input that a launch sends.
    public struct Input: Hashable, Sendable {
        /// The name as sent, in its letter case, with or without scope.
        public var name: String

        /// The Architect type of the values, or `nil` if the launches only have placeholders for them.
        public var type: DataType?

        /// The JSON types of the values, without null.
        public var valueTypes: Set<ValueType>

        /// `always` if every launch sends the input, or else `sometimes`.
        public var sent: Contract.Frequency

        /// The first launch that sends the input.
        public var place: Place

        /// Makes an input.
        public init(
            name: String,
            type: DataType?,
            valueTypes: Set<ValueType>,
            sent: Contract.Frequency,
            place: Place
        ) {
            self.name = name
            self.type = type
            self.valueTypes = valueTypes
            self.sent = sent
            self.place = place
        }
    }
}
