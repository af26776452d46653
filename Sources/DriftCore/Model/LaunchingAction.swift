import StrictJSON

/// A data action whose request starts a flow, as a caller of that flow.
///
/// Source: MyPureCloud/platform-client-sdk-python, model Action; exports of data actions.
public struct LaunchingAction: Hashable, Sendable {
    /// The action's id in the org, such as `custom_-_UUID`, or `nil` if the source has none.
    public var id: String?

    /// The action's name.
    public var name: String

    /// The category that holds the action, or `nil` if the source doesn't say.
    public var category: String?

    /// The flow that it starts.
    public var target: Target

    /// The inputs that it sends, in order of name.
    public var inputs: [Input]

    /// Whether a placeholder in its template may become further inputs.
    public var mayHaveMore: Bool

    /// Where the action is defined.
    public var place: Place

    /// The action's own text in the form of an export, to check its request, or `nil` if the source keeps only what it
    /// sends.
    public var exportText: String?

    /// Makes an action; the inputs are sorted.
    public init(
        id: String? = nil,
        name: String,
        category: String? = nil,
        target: Target,
        inputs: [Input] = [],
        mayHaveMore: Bool = false,
        at place: Place
    ) {
        self.id = id
        self.name = name
        self.category = category
        self.target = target
        self.inputs = inputs.ordered { $0.name < $1.name }
        self.mayHaveMore = mayHaveMore
        self.place = place
    }

    /// The name in `callers.yaml` for the type of a value that only a placeholder of unknown type decides.
    static let unknownType = "unknown"

    /// The flow that an action starts.
    public enum Target: Hashable, Sendable {
        case flow(FlowKey)

        /// A flow that is only known by its id.
        case id(FlowID)

        /// Whoever calls the action chooses the flow: its id is this input of the action.
        case input(String)

        /// Another placeholder decides, or the request has no id.
        case unknown
    }

    /// An input that an action sends.
    public struct Input: Hashable, Sendable {
        /// The name as the template spells it.
        public var name: String

        /// The type of the value, or `nil` if a placeholder of unknown type is in its place.
        public var type: DataType?

        /// Makes an input.
        public init(_ name: String, _ type: DataType?) {
            self.name = name
            self.type = type
        }
    }
}

extension LaunchingAction {
    /// The request in the form of an export: the action's own text, or one made from what the action sends.
    public var requestText: String { exportText ?? madeText }

    /// A text that sends the same inputs, with a placeholder for each value.
    private var madeText: String {
        var properties: [String] = []
        let values = inputs.enumerated().map { number, input -> String in
            let (placeholder, isText) = ("${input.v\(number)}", input.type == DataType(.string))
            if let type = input.type?.schemaName {
                properties.append("\"v\(number)\": {\"type\": \"\(type)\"}")
            }
            return "\(JSONValue.quoted(input.name)): \(isText ? "\"\(placeholder)\"" : placeholder)"
        }
        var members: [String] = []
        switch target {
        case .id(let id): members.append("\"flowId\": \(JSONValue.quoted(id.text))")
        case .flow(let key): members.append("\"flowId\": \(JSONValue.quoted(FlowID(madeFor: key).text))")
        case .input, .unknown: members.append("\"flowId\": \"${input.flowId}\"")
        }
        let all = values + (mayHaveMore ? ["${input.more}"] : [])
        members.append("\"inputData\": {\(all.joined(separator: ", "))}")
        let template = "{" + members.joined(separator: ", ") + "}"
        return """
            {"config": {"request": {"requestUrlTemplate": "/api/v2/flows/executions", "requestType": "POST", \
            "headers": {"Content-Type": "application/json"}, "requestTemplate": \(JSONValue.quoted(template))}}, \
            "contract": {"input": {"inputSchema": {"type": "object", "properties": \
            {\(properties.joined(separator: ", "))}}}}}
            """
    }
}

extension DataType {
    /// The type's name in JSON Schema, or `nil` if a placeholder of the type isn't of one schema type.
    fileprivate var schemaName: String? {
        if isCollection { return "array" }
        return switch kind {
        case .string: "string"
        case .integer: "integer"
        case .decimal: "number"
        case .boolean: "boolean"
        case .json: "object"
        default: nil
        }
    }
}

extension LaunchingAction {
    /// The action, with its flow's type and name as target if the flow's id is known.
    public func aimed(by keys: [FlowID: FlowKey]) -> LaunchingAction {
        guard case .id(let id) = target, let key = keys[id] else { return self }
        var action = self
        action.target = .flow(key)
        return action
    }
}

extension [LaunchingAction] {
    /// The actions in order of name and id, each id once.
    public var inOrder: [LaunchingAction] {
        var ids: Set<String> = []
        return sorted { ($0.name, $0.id ?? "", $0.place) < ($1.name, $1.id ?? "", $1.place) }
            .filter { $0.id.map { ids.insert($0).inserted } ?? true }
    }
}
