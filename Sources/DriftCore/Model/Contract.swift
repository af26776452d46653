import PastedRequests
import YAML

/// What the code sends to one flow and reads from the flow, and what else the code relies on.
public struct Contract: Hashable, Sendable {
    /// The contract's name, unique in the repository.
    public var name: String

    /// The owner of the code, or `nil` if the contract doesn't name one.
    public var owner: String?

    /// The contract's file.
    public var file: String

    /// The position of the contract's name in the file.
    public var position: Position

    /// The flow, with `{environment}` not yet replaced.
    public var flow: FlowTemplate

    /// The environments where the contract must hold, by name, or `nil` if it must hold in all of them.
    public var environments: [EnvironmentName: EnvironmentTerms]?

    /// How the code starts the flow, or `nil` if the code doesn't start it.
    public var launch: Launch?

    /// The trigger settings that the code relies on, in the order of the file.
    public var triggers: [PromisedTrigger]

    /// The other repository that the contract is from, or `nil` if it is from this one.
    public var source: ContractSource?

    /// The source files of the code, relative to the contract, in the order of the file.
    ///
    /// Each may have the wildcards `*`, `?` and `**`; a folder means all files below it.
    public var code: [Written<String>] = []

    /// The inputs that the files of ``code`` mention, or `nil` until those files are read.
    public var mentioned: MentionedInputs?

    /// What a contract says for one environment only.
    public struct EnvironmentTerms: Hashable, Sendable {
        /// Where the contract names the environment.
        public var position: Position

        /// The flow's id that the code sends in the environment, or `nil` if the code sends none.
        public var id: Written<FlowID>?

        /// The flow's name in the environment, or `nil` if it is the name in the contract's `flow`.
        public var name: String?

        /// Makes the terms of an environment.
        public init(position: Position, id: Written<FlowID>? = nil, name: String? = nil) {
            self.position = position
            self.id = id
            self.name = name
        }
    }

    /// How the code starts the flow.
    public struct Launch: Hashable, Sendable {
        /// How the code reaches the flow.
        public var via: Way

        /// The position of `via`, or `nil` if the contract leaves `via` out.
        public var placeOfVia: Position?

        /// The inputs that the code sends, in the order of the file; for a webhook, the members of the posted body.
        public var inputs: [Input]

        /// The inputs with `sent: never`, which the code leaves out of every launch on purpose, in the order of the
        /// file.
        public var omittedInputs: [Written<String>] = []

        /// The outputs that the code reads, in the order of the file.
        public var outputs: [Output]

        /// The form of the body that a gateway between code and flow expects, or `nil` if the code uses no gateway.
        public var gateway: Gateway?

        /// The bodies that the code sends, in the order of the file.
        public var payloads: [Payload] = []

        /// The schema of `inputData` in the code, or `nil` if the contract names none.
        ///
        /// The code validates with the schema or generates its types from it.
        public var schema: Schema?

        /// The files with launches that the code made, relative to the contract, in the order of the file.
        ///
        /// Each may have the wildcards `*`, `?` and `**`.
        public var recordings: [Written<String>] = []

        /// The distinct launches of the contract's flow in the recordings, in order of file and place, or `nil` until
        /// the recordings are read.
        public var observed: [PlacedLaunch]?

        /// Whether a file that the launch names couldn't be read, so that a part of the launch can't be checked.
        public var lacksFiles = false

        /// Whether ``inputs`` is incomplete, because the contract takes its inputs from a schema that couldn't be read.
        public var lacksInputs = false

        /// Whether an input has a schema.
        public var namesSchemas: Bool {
            inputs.indices.contains { inputs[$0].schema != nil || inputs[$0].payload != nil }
        }

        /// Whether ``inputs`` are those of ``schema``, because the contract lists no input that the code sends.
        public var takesInputsFromSchema: Bool { schema != nil && !inputs.contains { $0.file == nil } }
    }

    /// The schema of everything that the code sends.
    public struct Schema: Hashable, Sendable {
        /// The file, relative to the contract, and after a `#` the JSON pointer to the schema in it.
        public var reference: Written<String>

        /// What the schema declares, or `nil` until it's read.
        public var declared: DeclaredInputs?
    }

    /// The body that a gateway expects instead of a launch's body.
    public struct Gateway: Hashable, Sendable {
        /// The JSON pointer to the value that contains the inputs, such as `/parameters`; empty for the body itself.
        public var at: String

        /// The shape of that value.
        public var shape: Shape

        /// How a gateway's body writes the inputs.
        public enum Shape: String, CaseIterable, Sendable {
            /// `{name: value}`.
            case map
            /// `[{"name": …, "value": …}]`.
            case list
            /// `{name: {"value": …}}`.
            case wrapped
        }
    }

    /// A body that the code sends: a JSON file, a part of a JSON file, or a data action.
    public struct Payload: Hashable, Sendable {
        /// The file, relative to the contract, and after a `#` the JSON pointer to the body in it.
        public var reference: Written<String>

        /// The file without the pointer.
        public var path: String { reference.path }

        /// The JSON pointer to the body; empty for the whole file.
        public var pointer: String { reference.pointer }

        /// The file's name in messages, or `nil` until it's read.
        public var file: String?

        /// The file's content, or `nil` until it's read.
        public var bytes: [UInt8]?

        /// Whether the file has several launches, some of which may start other flows.
        public var holdsSeveral = false
    }

    /// How the code reaches the flow.
    public enum Way: String, CaseIterable, Sendable {
        /// `POST /api/v2/flows/executions`.
        case flowExecution = "flow-execution"
        /// A body posted to a webhook integration, which arrives as `Flow.jsonData`.
        case webhook
        /// A body posted to a gateway between code and flow; the gateway launches the flow.
        case custom
    }

    /// An input that the code sends.
    public struct Input: Hashable, Sendable {
        /// The name as the code spells it.
        public var name: Written<String>

        /// The file of the launch's schema, if it has the input's name and type, or `nil` if the contract has them.
        public var file: String?

        /// The type of the value that the code sends.
        public var type: Written<DataType>

        /// How often the code sends the input.
        public var sent: Frequency

        /// The file of the JSON Schema of a JSON input, relative to the contract, or `nil` if the contract names none.
        public var schema: Written<String>?

        /// The content of that file, or `nil` until it's read.
        public var payload: PayloadSchema?
    }

    /// How often an input is sent.
    public enum Frequency: String, CaseIterable, Sendable {
        case always
        case sometimes
        /// In no launch: the flow has the input, and the code leaves the input out on purpose.
        ///
        /// The reader keeps such an input in ``Launch/omittedInputs``.
        case never
    }

    /// An output that the code reads.
    public struct Output: Hashable, Sendable {
        /// The name as the code spells it.
        public var name: Written<String>

        /// The type that the code expects.
        public var type: Written<DataType>
    }

    func place(_ position: Position) -> Place {
        Place(file: file, position: position)
    }

    /// The place of an input's name, in the contract or in the schema that declares the input.
    func place(ofNameOf input: Input) -> Place { Place(file: input.file ?? file, position: input.name.position) }

    /// The place of an input's type, in the contract or in the schema that declares the input.
    func place(ofTypeOf input: Input) -> Place { Place(file: input.file ?? file, position: input.type.position) }
}

extension Written<String> {
    /// The path in a reference: `requests.json` in `requests.json#/launch`.
    public var path: String { String(value.prefix { $0 != "#" }) }

    /// The JSON pointer in a reference: `/launch` in `requests.json#/launch`; empty if the reference has no pointer.
    public var pointer: String { value.firstIndex(of: "#").map { String(value[$0...].dropFirst()) } ?? "" }
}
