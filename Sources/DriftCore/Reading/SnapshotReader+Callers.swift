import YAML

extension SnapshotReader {
    /// Reads `callers.yaml`: the data actions of the org that start flows.
    public func actions(_ bytes: [UInt8]) throws(ReadingError) -> [LaunchingAction] {
        let root = try YAMLCursor.root(of: bytes, file: file, what: "callers")
            .document("callers.yaml", keys: ["flowdrift", "actions"])
        var actions: [LaunchingAction] = []
        for element in try root.required("actions", in: "callers.yaml").elements("actions") {
            actions.append(try action(element))
        }
        return actions
    }

    private func action(_ node: YAMLCursor) throws(ReadingError) -> LaunchingAction {
        let keys = ["name", "id", "category", "flow", "flowId", "flowIdInput", "inputs", "mayHaveMore"]
        let action = try node.mapping("a data action", keys: keys)
        var inputs: [LaunchingAction.Input] = []
        for (key, value) in try action.value("inputs")?.entries("inputs") ?? [] {
            let type = try value.text("a type")
            let isKnown = type != LaunchingAction.unknownType
            inputs.append(LaunchingAction.Input(try key.text("an input's name"), isKnown ? DataType(type) : nil))
        }
        return LaunchingAction(
            id: try action.value("id").map { (node) throws(ReadingError) in try node.text("an id") },
            name: try action.required("name", in: "a data action").text("a name"),
            category: try action.value("category").map { (node) throws(ReadingError) in try node.text("a category") },
            target: try target(of: action),
            inputs: inputs,
            mayHaveMore: try action.value("mayHaveMore")?.boolean("mayHaveMore") ?? false,
            at: Place(file: file, position: action.node.position)
        )
    }

    private func target(of action: YAMLCursor) throws(ReadingError) -> LaunchingAction.Target {
        if let flow = action.value("flow") {
            let text = try flow.text("a flow")
            guard let key = FlowKey(text) else {
                throw flow.error(
                    "'\(text)' is not a flow's type and name",
                    "write both: `workflow/Callback Request`"
                )
            }
            return .flow(key)
        }
        if let id = action.value("flowId") {
            guard let known = FlowID(try id.text("an id")) else { throw id.error("The flow's id in `flowId` is empty") }
            return .id(known)
        }
        return try action.value("flowIdInput").map { (node) throws(ReadingError) in
            .input(try node.text("an input's name"))
        } ?? .unknown
    }
}
