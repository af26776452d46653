import YAML

extension SnapshotWriter {
    /// The text of `callers.yaml`: the data actions of the org that start flows.
    public func text(of actions: [LaunchingAction]) -> String {
        text([YAMLEntry("flowdrift", 1), YAMLEntry("actions", .sequence(actions.inOrder.map(action), .block))])
    }

    private func action(_ action: LaunchingAction) -> YAMLValue {
        var entries = [YAMLEntry("name", .string(action.name))]
        if let id = action.id { entries.append(YAMLEntry("id", .string(id))) }
        if let category = action.category { entries.append(YAMLEntry("category", .string(category))) }
        switch action.target {
        case .flow(let key): entries.append(YAMLEntry("flow", .string(key.description)))
        case .id(let id): entries.append(YAMLEntry("flowId", .string(id.text)))
        case .input(let name): entries.append(YAMLEntry("flowIdInput", .string(name)))
        case .unknown: break
        }
        if !action.inputs.isEmpty {
            let inputs = action.inputs.map { input in
                YAMLEntry(input.name, .string(input.type?.description ?? LaunchingAction.unknownType))
            }
            entries.append(YAMLEntry("inputs", .mapping(inputs, .block)))
        }
        if action.mayHaveMore { entries.append(YAMLEntry("mayHaveMore", true)) }
        return .mapping(entries, .block)
    }
}
