import DriftCore

/// A plan as text for a golden file.
struct PlanText {
    let text: String

    init(_ plan: TerraformPlan) {
        var lines = ["\(plan.origin), \(plan.isComplete ? "complete" : "not complete")"]
        lines += plan.flows.flatMap { Self.lines("flow", $0) }
        lines += plan.triggers.flatMap { Self.lines("trigger", $0) }
        lines += plan.driftedFlows.flatMap { Self.lines("drifted flow", $0) }
        lines += plan.driftedTriggers.flatMap { Self.lines("drifted trigger", $0) }
        lines += plan.actions.flatMap(Self.lines)
        lines += plan.deferrals.map { "deferred \($0.address): \($0.reason ?? "-")" }
        text = lines.joined(separator: "\n") + "\n"
    }

    private static func lines(_ what: String, _ flow: PlannedFlow) -> [String] {
        let title = title(what, flow.address, flow.deposedKey, flow.action)
        return [title] + changes(flow.before.map(settings) ?? [], flow.after.map(settings) ?? [])
    }

    private static func lines(_ what: String, _ trigger: PlannedTrigger) -> [String] {
        let title = title(what, trigger.address, trigger.deposedKey, trigger.action)
        return [title] + changes(trigger.before.map(settings) ?? [], trigger.after.map(settings) ?? [])
    }

    private static func lines(_ action: PlannedDataAction) -> [String] {
        [
            "\naction \(action.address)", "  url: \(text(action.urlTemplate))",
            "  template: \(text(action.requestTemplate))",
            "  headers: \(action.headers.map { "\($0.name)=\($0.value)" }.joined(separator: ", "))",
            "  input: \(action.inputSchema ?? "-")",
        ]
    }

    private static func title(_ what: String, _ address: String, _ key: String?, _ action: PlannedAction) -> String {
        "\n\(what) \(address)\(key.map { " (deposed \($0))" } ?? ""): \(action.rawValue)"
    }

    /// A line for each setting: its value if it stays, or both values if it changes.
    private static func changes(_ before: [(String, String)], _ after: [(String, String)]) -> [String] {
        let names = before.map(\.0) + after.map(\.0).filter { name in !before.contains { $0.0 == name } }
        return names.map { name in
            let old = before.first { $0.0 == name }?.1
            let new = after.first { $0.0 == name }?.1
            if old == new { return "  \(name): \(old ?? "-")" }
            return "  \(name): \(old ?? "-") => \(new ?? "-")"
        }
    }

    private static func settings(_ flow: FlowSettings) -> [(String, String)] {
        var settings = [("id", text(flow.id)), ("name", text(flow.name)), ("type", text(flow.type))]
        settings.append(("filepath", text(flow.filepath)))
        switch flow.substitutions {
        case .unknown(let reason): settings.append(("substitutions", "? \(reason)"))
        case .known(let values):
            for (key, value) in values.sorted(by: { $0.key < $1.key }) {
                settings.append(("substitutions.\(key)", text(value)))
            }
        }
        settings.append(("hash", text(flow.fileContentHash)))
        return settings.filter { $0.1 != "-" }
    }

    private static func settings(_ trigger: TriggerSettings) -> [(String, String)] {
        [
            ("name", text(trigger.name)),
            ("topic", text(trigger.topic)),
            ("data format", text(trigger.dataFormat)),
            ("enabled", text(trigger.isEnabled)),
            ("match", text(trigger.match)),
            ("TTL", text(trigger.eventTTLSeconds)),
            ("delay", text(trigger.delayBySeconds)),
            ("target id", text(trigger.targetID)),
            ("target", text(trigger.target)),
        ].filter { $0.1 != "-" }
    }

    private static func text(_ target: TriggerSettings.Target) -> String {
        switch target {
        case .flowAddress(let address): "flow at \(address)"
        case .dataSource(let type, let name): "flow looked up as \(type?.name ?? "any type")/\(name)"
        case .id(let id): "flow of id \(id)"
        case .unknown(let reason): "? \(reason)"
        }
    }

    private static func text<Value>(_ value: PlannedValue<Value>?) -> String {
        switch value {
        case nil: "-"
        case .unknown(let reason)?: "? \(reason)"
        case .known(let value)?: described(value)
        }
    }

    private static func described(_ value: some Any) -> String {
        switch value {
        case let format as Trigger.DataFormat?: format?.rawValue ?? "-"
        case let seconds as Int?: seconds.map(String.init) ?? "-"
        case let criteria as [Criterion]: criteria.isEmpty ? "-" : criteria.map(\.description).joined(separator: "; ")
        default: "\(value)"
        }
    }
}
