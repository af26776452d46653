import PastedRequests
import StrictJSON

extension LaunchingAction {
    /// Reads what a data action sends, or returns `nil` if it starts no flow.
    public init?(_ action: DataActionText) {
        guard action.text.contains("flows/executions"),
            let request = RequestTextReader().requests(in: Array(action.text.utf8)).launches.first
        else { return nil }
        let read = ReadRequest(request, file: action.place.file)
        let comparison = RequestComparison(read, in: RequestSurroundings())
        self.init(
            id: action.id,
            name: action.name,
            category: action.category,
            target: Self.target(of: comparison),
            inputs: comparison.inputs.compactMap { sent, _ in
                guard !sent.isNull, !sent.name.isUnknownContent else { return nil }
                return Input(sent.name.text, Self.type(of: sent.value, in: request))
            },
            mayHaveMore: comparison.body?.hasUnseenInputs ?? true,
            at: action.place
        )
        exportText = action.text
    }

    private static func target(of request: RequestComparison) -> Target {
        if let id = request.flowIDSent { return .id(id) }
        guard let sent = request.body?.member(.flowID)?.value else { return .unknown }
        return PlaceholderTypes.input(in: sent.text).map { .input($0) } ?? .unknown
    }

    private static func type(of value: JSONNode, in request: HTTPRequestText) -> DataType? {
        switch value.kind {
        case .string: DataType(.string)
        case .boolean: DataType(.boolean)
        case .number: DataType(JSONNumber.isWhole(value.text) ? .integer : .decimal)
        case .object, .array: DataType(.json)
        case .null: nil
        case .placeholder:
            switch request.placeholderTypes.kind(of: value) {
            case .string?: DataType(.string)
            case .integer?: DataType(.integer)
            case .number?: DataType(.decimal)
            case .boolean?: DataType(.boolean)
            case .array?, .object?: DataType(.json)
            case nil: nil
            }
        }
    }
}

extension FlowSet {
    /// Reads which of the source's data actions start a flow, and finds the flows by their ids.
    public mutating func readActions() {
        guard let actionTexts else { return }
        actions = actionTexts.compactMap { LaunchingAction($0)?.aimed(by: keysByID) }.inOrder
    }

    /// Adds the data actions of an org, with the version of each action that was read.
    public mutating func add(_ actions: [LaunchingAction], versions: [String: String]) {
        self.actions = actions.map { $0.aimed(by: keysByID) }.inOrder
        seenActions = versions
    }

    /// The flows by their ids, and by the ids that are made for flows without any.
    private var keysByID: [FlowID: FlowKey] {
        var keys: [FlowID: FlowKey] = [:]
        for entry in entries { keys[FlowID(madeFor: entry.key)] = entry.key }
        for entry in entries { if let id = entry.id { keys[id] = entry.key } }
        return keys
    }
}
