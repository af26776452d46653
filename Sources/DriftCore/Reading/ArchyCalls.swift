import YAML

/// Collects the calls of data actions and other flows in Archy YAML.
///
/// Source: real files, compared with the configurations of the same flows.
struct ArchyCalls {
    private var found: [FlowCall] = []

    /// The calls in the node under a flow's root key.
    static func of(_ body: YAMLNode) -> [FlowCall] {
        var calls = ArchyCalls()
        calls.visit(body)
        return calls.found
    }

    private mutating func visit(_ node: YAMLNode) {
        switch node.kind {
        case .scalar: break
        case .sequence: for element in node.elements { visit(element) }
        case .mapping:
            for (key, value) in node.entries where value.kind != .scalar {
                add(key, value)
                visit(value)
            }
        }
    }

    private mutating func add(_ key: YAMLNode, _ action: YAMLNode) {
        switch key.text {
        case "callData", "callDataSecure":
            for (_, category) in Self.entries(of: action["category"]) {
                for (name, call) in Self.entries(of: category["dataAction"]) { add(.dataAction, name, call) }
            }
        case "callBotFlow", "callDigitalBotFlow": addVersions(.bot, action["botFlow"] ?? action["digitalBotFlow"])
        case "callCommonModule": addVersions(.module, action["commonModule"])
        case "transferToFlow", "transferToFlowSecure": add(.transfer, action["targetFlow"])
        case "transferToAcd": add(.transfer, action["overrideInQueueFlow"])
        default: break
        }
    }

    /// Adds a call of a flow: `{ NAME: { ver_latestPublished: { inputs: … } } }`.
    private mutating func addVersions(_ kind: FlowCall.Kind, _ flows: YAMLNode?) {
        for (name, versions) in Self.entries(of: flows) {
            let calls = Self.entries(of: versions).map(\.value)
            if calls.isEmpty { add(kind, name, versions) }
            for call in calls { add(kind, name, call) }
        }
    }

    private mutating func add(_ kind: FlowCall.Kind, _ name: YAMLNode, _ call: YAMLNode) {
        let passed = Self.entries(of: call["inputs"]).filter { $0.value["noValue"] == nil }
        found.append(
            FlowCall(
                kind,
                name: FlowDefinition.text(of: name),
                inputs: passed.map { FlowDefinition.text(of: $0.key) }
            )
        )
    }

    private static func entries(of node: YAMLNode?) -> [(key: YAMLNode, value: YAMLNode)] {
        node?.entries.map { (key: $0.0, value: $0.1) } ?? []
    }

    private mutating func add(_ kind: FlowCall.Kind, _ target: YAMLNode?) {
        guard let name = target?["name"], name.kind == .scalar, !name.text.isEmpty else { return }
        found.append(FlowCall(kind, name: FlowDefinition.text(of: name)))
    }
}
