import TestSupport
import YAML

@testable import DriftCore

/// A flow, and a contract that has partly drifted from it, the same for the same seed.
struct RandomPromise {
    private var random: SplitMix64

    /// The flow, `workflow/A`, with everything that a contract can name.
    private(set) var flow = Flow(key: .workflow("A"))

    /// Names of one kind: similar ones, some that differ only in case, and dissimilar ones.
    private static let names = [
        "callerNumber", "callerNumbers", "CallerNumber", "priority", "prioritty", "queue", "queueName", "dueDate", "x",
        "attributes", "customerReference", "customerReferenceNumber",
    ]

    private static let types: [DataType] = [.string, .integer, .decimal, .boolean, .json, .date, .other("cpx_x")]
        .flatMap {
            (kind: DataType.Kind) in [DataType(kind), DataType(kind, isCollection: true)]
        }

    init(seed: UInt64) {
        random = SplitMix64(seed: seed)
        flow.inputs = variables()
        flow.outputs = variables()
        flow.triggers = Set((0..<Int.random(in: 0...2, using: &random)).map { _ in name() }).sorted().map {
            Trigger(name: $0, topic: "v2.detail.events.conversation.{id}.acw")
        }
    }

    private mutating func name() -> String { Self.names.randomElement(using: &random) ?? "x" }

    private mutating func isSo(_ one: Int, in all: Int) -> Bool { Int.random(in: 0..<all, using: &random) < one }

    private mutating func variables() -> [Variable] {
        let names = Set((0..<Int.random(in: 0...4, using: &random)).map { _ in "Flow." + name() })
        return names.sorted().map { name in
            Variable(
                name: name,
                type: Self.types.randomElement(using: &random) ?? DataType(.string),
                defaultText: isSo(1, in: 2) ? "5" : nil,
                reads: isSo(1, in: 2) ? nil : Reads(isSo(1, in: 2) ? .unread : .read)
            )
        }
    }

    mutating func newVariable() -> Variable {
        let taken = Set((flow.inputs + flow.outputs).map(\.name))
        let free = (Self.names + ["added"]).map { "Flow." + $0 }.filter { !taken.contains($0) }
        let type = Self.types.randomElement(using: &random) ?? DataType(.string)
        return Variable(name: free.randomElement(using: &random) ?? "Flow.y", type: type)
    }

    /// A contract that requires exactly what the flow has.
    mutating func keptContract() -> String { contract(drifts: false) }

    /// A contract that requires what the flow has, some of it with other names and types.
    mutating func driftedContract() -> String { contract(drifts: true) }

    private mutating func contract(drifts: Bool) -> String {
        let inputs = lines(of: flow.inputs, drifts)
        let outputs = lines(of: flow.outputs, drifts)
        let named = Set(flow.triggers.map { drifts && isSo(1, in: 3) ? $0.name + "s" : $0.name })
        let triggers = named.sorted().map { "  - { name: \($0) }\n" }
        var text = "flowdrift: 1\ncontract: a\nflow: workflow/A\n"
        text += "launch:\n  inputs: {\(inputs.isEmpty ? "}" : "")\n" + inputs + (inputs.isEmpty ? "" : "  }\n")
        text += "  outputs: {\(outputs.isEmpty ? "}" : "")\n" + outputs + (outputs.isEmpty ? "" : "  }\n")
        return text + (triggers.isEmpty ? "" : "triggers:\n" + triggers.joined())
    }

    private mutating func lines(of variables: [Variable], _ drifts: Bool) -> String {
        var taken: Set<String> = []
        var text = ""
        for variable in variables where isSo(3, in: 4) {
            let name = drifts ? drifted(variable.name) : variable.name
            let type =
                drifts && isSo(1, in: 3) ? Self.types.randomElement(using: &random) ?? variable.type : variable.type
            // A contract can't require one name twice, nor two that differ only in case.
            guard taken.insert(name.lowercased()).inserted else { continue }
            text += "    \(name): \"\(type)\",\n"
        }
        return text
    }

    private mutating func drifted(_ name: String) -> String {
        switch Int.random(in: 0..<6, using: &random) {
        case 0: name.lowercased()
        case 1: String(name.dropFirst("Flow.".count))
        case 2: name + "s"
        case 3: "Flow." + self.name()
        default: name
        }
    }
}

extension RandomPromise {
    private static let judge = Judge()

    static func findings(_ contract: String, _ flow: Flow) throws -> [Finding] {
        let contract = try ContractReader().contract(Array(contract.utf8), file: "contract.yaml")
        let set = FlowSet(flows: [flow], entries: [flow.entry], strayTriggers: [])
        return judge.judge(
            contract,
            in: EnvironmentName("prod"),
            inputSources: InputSources(flow, in: EnvironmentName("prod"), contracts: [contract], events: .embedded),
            surroundings: Judge.Surroundings(entries: set.entries, triggers: set.placedTriggers)
        ).findings
    }
}
