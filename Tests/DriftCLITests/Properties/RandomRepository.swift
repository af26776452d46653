import TestSupport

/// Exports, triggers and contracts that partly agree, written to files in a random order.
struct RandomRepository {
    private let flows: [Part]
    private let contracts: [Part]
    private let triggers: [String]

    /// The content of a file: its beginning, and lines that may come in any order.
    private struct Part {
        var head: String
        var lists: [(title: String, lines: [String])]
    }

    private static let names = ["orderNumber", "orderNumbers", "OrderNumber", "urgent", "isUrgent", "reason", "answer"]

    init(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        flows = (0..<5).map { number in
            let names = Self.some(Self.names, &random)
            let variables = names.map { name in
                let kind = ["string", "integer", "boolean"].randomElement(using: &random) ?? "string"
                let (isInput, isOutput) = (Bool.random(using: &random), Bool.random(using: &random))
                return "    - \(kind)Variable: { name: Flow.\(name), isInput: \(isInput), isOutput: \(isOutput) }\n"
            }
            return Part(head: "workflow:\n  name: Flow \(number)\n", lists: [("  variables:\n", variables)])
        }
        contracts = (0..<6).map { number in
            var promises: [[String]] = [[], []]
            for side in 0..<2 {
                promises[side] = Self.some(Self.names.filter { $0 != "OrderNumber" }, &random).map { name in
                    "    Flow.\(name): \(["string", "integer", "boolean"].randomElement(using: &random) ?? "string")\n"
                }
            }
            return Part(
                head: "flowdrift: 1\ncontract: contract-\(number)\nflow: workflow/Flow \(number)\nlaunch:\n",
                lists: [("  inputs:\n", promises[0]), ("  outputs:\n", promises[1])]
            )
        }
        triggers = (0..<4).map { number in
            let match = Self.some(["mediaType", "queueId", "userId"], &random).map {
                #"{"jsonPath": "\#($0)", "operator": "Equal", "value": "x"}"#
            }
            return """
                {"id": "9a3c5e71-2b4d-4f60-8a1c-3d5e7f90000\(number)", "name": "Trigger \(number % 3)",
                 "topicName": "v2.detail.events.conversation.{id}.acw", "enabled": true,
                 "target": {"type": "Workflow", "id": "\(Self.id(ofFlow: number))"},
                 "matchCriteria": [\(match.joined(separator: ", "))]}
                """
        }
    }

    private static func id(ofFlow number: Int) -> String { "11111111-2b4d-4f60-8a1c-3d5e7f90000\(number)" }

    private static func some(_ names: [String], _ random: inout SplitMix64) -> [String] {
        names.filter { _ in Bool.random(using: &random) }
    }

    /// Writes the files; the seed chooses their names and the order of their content.
    func write(to folder: TemporaryFolder, order: UInt64) throws {
        var random = SplitMix64(seed: order)
        for (file, text) in zip(Self.shuffled(0..<flows.count, &random), flows) {
            try folder.write(Self.text(text, &random), to: "exports/flow-\(file).yaml")
        }
        for (file, text) in zip(Self.shuffled(0..<contracts.count, &random), contracts) {
            try folder.write(Self.text(text, &random), to: "specs/contract-\(file).yaml")
        }
        let listed = triggers.shuffled(using: &random)
        let middle = Int.random(in: 0...listed.count, using: &random)
        for (file, part) in [("a", listed[..<middle]), ("z", listed[middle...])] where !part.isEmpty {
            try folder.write("{\"entities\": [\(part.joined(separator: ",\n"))]}", to: "exports/triggers-\(file).json")
        }
        let entities = Self.shuffled(0..<flows.count, &random).map { number in
            #"{"id": "\#(Self.id(ofFlow: number))", "name": "Flow \#(number)", "type": "WORKFLOW", "#
                + #""publishedVersion": {"id": "1.0"}}"#
        }
        try folder.write("{\"entities\": [\(entities.joined(separator: ",\n"))]}", to: "exports/flows.json")
    }

    private static func shuffled(_ numbers: Range<Int>, _ random: inout SplitMix64) -> [Int] {
        numbers.shuffled(using: &random)
    }

    private static func text(_ part: Part, _ random: inout SplitMix64) -> String {
        part.lists.shuffled(using: &random).reduce(part.head) { text, list in
            guard !list.lines.isEmpty else { return text }
            return text + list.title + list.lines.shuffled(using: &random).joined()
        }
    }
}
