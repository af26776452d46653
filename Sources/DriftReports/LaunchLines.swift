import DriftCore

/// The lines of a launch in a text report: its place, flow and contract, and the inputs that are mentioned near it.
enum LaunchLines {
    static func lines(of launch: SourceLaunch) -> [String] {
        guard launch.setting == .code else {
            let flow = launch.target == .unknown ? "" : ": \(flow(of: launch))"
            return [Printable.text("\(launch.place): \(launch.language) (\(launch.setting.rawValue))\(flow)")]
        }
        let contract = launch.contracts.isEmpty ? "" : " (\(launch.contracts.joined(separator: ", ")))"
        let head = "\(launch.place): \(launch.language): \(flow(of: launch))\(contract)"
        let inputs = inputs(of: launch)
        return [Printable.text(head)] + (inputs.isEmpty ? [] : ["    " + Printable.text(inputs)])
    }

    /// The flow: `workflow/Callback Request`, or why it is unknown.
    static func flow(of launch: SourceLaunch) -> String {
        switch launch.target {
        case .flow(let key): key.description
        case .id(let id): "flow \(id)"
        case .unknown: "flow unknown" + (launch.reason.map { ": \($0)" } ?? "")
        }
    }

    /// The inputs by how close they are: `in the body: Flow.a, Flow.b; in the file: Flow.c`.
    static func inputs(of launch: SourceLaunch) -> String {
        let groups = SourceLaunch.Certainty.allCases.compactMap { certainty -> String? in
            let names = launch.inputs.filter { $0.certainty == certainty }.map(\.name)
            return names.isEmpty ? nil : "in the \(certainty.rawValue): " + names.joined(separator: ", ")
        }
        return (groups + (launch.mayMentionMore ? ["perhaps other inputs"] : [])).joined(separator: "; ")
    }
}
