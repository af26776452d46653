import StrictJSON

/// Collects the calls of data actions and other flows in a flow's configuration.
///
/// An action's `__type` says what it calls. A copy of a common module under `commonModules` is another flow, whose
/// calls are its own. Source: real exports, whose `manifest` lists the same targets.
struct ConfigurationCalls {
    private let tree: JSONTree
    private var found: [FlowCall] = []

    /// The calls in a configuration; none if its bytes aren't JSON in UTF-8.
    static func of(_ bytes: [UInt8]) -> [FlowCall] {
        guard let tree = JSONTree(bytes) else { return [] }
        var calls = ConfigurationCalls(tree: tree)
        if let items = tree.member("flowSequenceItemList", of: 0) { calls.visit(items) }
        return calls.found
    }

    private init(tree: JSONTree) { self.tree = tree }

    private mutating func visit(_ node: Int) {
        switch tree.nodes[node].kind {
        case .string, .other: break
        case .array: for element in tree.children(of: node) { visit(element) }
        case .object:
            if let off = tree.member("outOfService", of: node), tree.isWritten("true", off) { return }
            if let type = tree.member("__type", of: node), let name = tree.text(of: type) { add(node, type: name) }
            for member in tree.children(of: node) { visit(member) }
        }
    }

    private mutating func add(_ action: Int, type: String) {
        switch type {
        case "DataAction": add(.dataAction, action, "actionId", "actionName")
        case "CallBotFlowAction", "CallDigitalBotFlowAction": add(.bot, action, "flowId", "flowName")
        case "CallCommonModuleAction": add(.module, action, "flowId", "flowName")
        case "TransferFlowAction": add(.transfer, action, "flowId", "flowName")
        case "TransferPureMatchAction": add(.transfer, action, "inQueueFlowId", "inQueueFlowName")
        default: break
        }
    }

    private mutating func add(_ kind: FlowCall.Kind, _ action: Int, _ idName: String, _ nameName: String) {
        let id = text(idName, of: action)
        // The platform refers to what it calls by the id, so one of the two is enough.
        guard let name = text(nameName, of: action) ?? id else { return }
        let inputs = tree.member("inputs", of: action).map { tree.children(of: $0).compactMap(passedInput) } ?? []
        found.append(FlowCall(kind, id: id, name: name, inputs: inputs))
    }

    /// The name of an input that has a value, or `nil` if it has "no value", which is an `emp` in the UI's mode 3.
    private func passedInput(_ input: Int) -> String? {
        guard let name = text("name", of: input), let value = tree.member("value", of: input) else { return nil }
        if let config = tree.member("config", of: value), tree.member("emp", of: config) != nil {
            let mode = tree.member("uiMetaData", of: value).flatMap { tree.member("mode", of: $0) }
            guard let mode, tree.isWritten("1", mode) else { return nil }
        }
        return name
    }

    private func text(_ name: String, of object: Int) -> String? {
        guard let text = tree.member(name, of: object).flatMap(tree.text), !text.isEmpty else { return nil }
        return text
    }
}
