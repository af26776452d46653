import PastedRequests
import YAML

/// What the code promises to send to one flow, and what it reads from it and relies on.
public struct Contract: Hashable, Sendable {
    /// The contract's name, unique in the repository.
    public var name: String

    /// Who answers for the code; nil where the contract does not say.
    public var owner: String?

    /// The file that holds it.
    public var file: String

    /// Where the file gives its name.
    public var position: Position

    /// The flow it is about, before the environment's name is put in.
    public var flow: FlowTemplate

    /// The environments where it must hold, by name; nil where it must hold in all of them.
    public var environments: [EnvironmentName: EnvironmentTerms]?

    /// How the code starts the flow; nil where it does not.
    public var launch: Launch?

    /// The settings of triggers that the code relies on, in order of writing.
    public var triggers: [PromisedTrigger]

    /// What one environment has of its own.
    public struct EnvironmentTerms: Hashable, Sendable {
        /// Where the contract names the environment.
        public var position: Position

        /// The flow's id that the code sends there; nil where it sends none.
        public var id: Written<FlowID>?

        /// The flow's name there; nil where the contract's `flow` gives it.
        public var name: String?
    }

    /// How the code starts the flow.
    public struct Launch: Hashable, Sendable {
        /// The way in which the code reaches the flow.
        public var via: Way

        /// Where the contract writes the way; `nil` where it leaves it out, so that it claims nothing about it.
        public var placeOfVia: Position?

        /// The inputs that it sends, in order of writing; for a webhook, the members of the body that is posted.
        public var inputs: [Input]

        /// The flow's inputs that it knowingly leaves out of each launch, `sent: never`, in order of writing.
        public var omittedInputs: [Written<String>] = []

        /// The outputs that it reads, in order of writing.
        public var outputs: [Output]

        /// What a gateway in between takes; nil where the code reaches the flow another way.
        public var gateway: Gateway?

        /// The bodies that the code sends, in order of writing.
        public var payloads: [Payload] = []

        /// Whether a file that it names couldn't be read, so that not all of it can be judged.
        public var lacksFiles = false

        /// Whether an input has a schema.
        public var namesSchemas: Bool { inputs.indices.contains { inputs[$0].schema != nil } }

        /// Whether it names other files, which are read once all contracts are.
        public var namesFiles: Bool { namesSchemas || !payloads.isEmpty }
    }

    /// What a gateway takes in place of the body of a launch.
    public struct Gateway: Hashable, Sendable {
        /// The JSON pointer to what holds the inputs: `/parameters`; empty for the body itself.
        public var at: String

        /// How it holds them.
        public var shape: Shape

        /// How inputs are held.
        public enum Shape: String, CaseIterable, Sendable {
            /// `{name: value}`.
            case map
            /// `[{"name": …, "value": …}]`.
            case list
            /// `{name: {"value": …}}`.
            case wrapped
        }
    }

    /// A body that the code sends: a JSON file, a part of one, or a data action.
    public struct Payload: Hashable, Sendable {
        /// The file, relative to the contract, and behind a `#` the JSON pointer to the body in it.
        public var reference: Written<String>

        /// The file without the pointer.
        public var path: String { String(reference.value.prefix { $0 != "#" }) }

        /// The JSON pointer to the body; empty for the whole file.
        public var pointer: String {
            reference.value.firstIndex(of: "#").map { String(reference.value[$0...].dropFirst()) } ?? ""
        }

        /// The file as messages name it; nil until it is read.
        public var file: String?

        /// What the file holds; nil until it is read.
        public var bytes: [UInt8]?

        /// Whether the file holds several launches, of which some may start other flows.
        public var holdsSeveral = false
    }

    /// The way in which the code reaches the flow.
    public enum Way: String, CaseIterable, Sendable {
        /// `POST /api/v2/flows/executions`.
        case flowExecution = "flow-execution"
        /// A body posted to a webhook integration, which arrives under `Flow.jsonData`.
        case webhook
        /// A body posted to a gateway in between, which launches the flow.
        case custom
    }

    /// An input that the code sends.
    public struct Input: Hashable, Sendable {
        /// The name as the code spells it, and where the contract says so.
        public var name: Written<String>

        /// The type of what the code sends.
        public var type: Written<DataType>

        /// How often the code sends it.
        public var sent: Frequency

        /// The file of the JSON Schema that a JSON input keeps to, relative to the contract; nil where none is named.
        public var schema: Written<String>?

        /// What that file says; nil until it is read.
        public var payload: PayloadSchema?
    }

    /// How often an input is sent.
    public enum Frequency: String, CaseIterable, Sendable {
        /// In every launch.
        case always
        /// In some launches.
        case sometimes
        /// In no launch: the flow has the input, and the code knowingly leaves it out.
        ///
        /// The reader keeps such an input among ``Launch/omittedInputs``, because the code doesn't send it.
        case never
    }

    /// An output that the code reads.
    public struct Output: Hashable, Sendable {
        /// The name as the code spells it, and where the contract says so.
        public var name: Written<String>

        /// The type that the code expects.
        public var type: Written<DataType>
    }

    /// The place of something the contract says.
    func place(_ position: Position) -> Place {
        Place(file: file, position: position)
    }
}
