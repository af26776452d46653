/// The inputs that a JSON Schema of the code declares; the code validates with it or generates its types from it.
public struct DeclaredInputs: Hashable, Sendable {
    /// The schema's file, for messages.
    public var file: String

    /// The inputs, in the order of the schema.
    public var inputs: [Input]

    /// Whether the schema allows inputs that it doesn't name, such as those of `patternProperties`.
    public var allowsOthers: Bool

    /// An input that a schema declares.
    public struct Input: Hashable, Sendable {
        /// The name as the schema spells it, with its place in the schema's file.
        public var name: Written<String>

        /// The type of the values, such as `decimal` or `string[]`.
        public var type: DataType

        /// `always` if the schema requires the input and doesn't allow null, or else `sometimes`.
        public var sent: Contract.Frequency

        /// The schema of the value if the type is `json`, or `nil` for another type.
        public var payload: PayloadSchema?

        /// Makes an input.
        public init(
            name: Written<String>,
            type: DataType,
            sent: Contract.Frequency,
            payload: PayloadSchema? = nil
        ) {
            self.name = name
            self.type = type
            self.sent = sent
            self.payload = payload
        }
    }

    /// Makes declared inputs.
    public init(file: String, inputs: [Input], allowsOthers: Bool = false) {
        self.file = file
        self.inputs = inputs
        self.allowsOthers = allowsOthers
    }

    /// Where the file declares an input.
    func place(of input: Input) -> Place { Place(file: file, position: input.name.position) }
}

extension Contract.Launch {
    /// Adds what the code's schema declares; a launch that lists no inputs then has the schema's inputs.
    ///
    /// A JSON input without a schema of its own gets the members that the code's schema declares for it. An input that
    /// the contract marks `sent: never` is left out.
    public mutating func fill(from declared: DeclaredInputs) {
        schema?.declared = declared
        guard inputs.isEmpty else {
            for index in inputs.indices where inputs[index].type.value == DataType(.json) && inputs[index].schema == nil
            {
                inputs[index].payload = declared.inputs.first { $0.name.value == inputs[index].name.value }?.payload
            }
            return
        }
        let omitted = Set(omittedInputs.map { $0.value.lowercased() })
        inputs = declared.inputs.filter { !omitted.contains($0.name.value.lowercased()) }.map { input in
            Contract.Input(
                name: input.name,
                file: declared.file,
                type: Written(input.type, from: input.name.position, to: input.name.end),
                sent: input.sent,
                payload: input.payload
            )
        }
    }
}
