import DriftCore
import Foundation
import SourceText
import TestSupport
import Testing

/// Large and hostile files.
@Suite struct TerraformLimitTests {
    @Test(arguments: 0..<12)
    func survivesDamagedPlans(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let names = ["modules", "replaced", "unknowns", "state"]
        let recorded = RecordedPlan(name: names[Int(seed) % names.count])
        let sound = [UInt8](try Data(contentsOf: recorded.file))
        var read = 0
        for _ in 0..<40 {
            var bytes = sound
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                let place = Int.random(in: 0..<bytes.count, using: &random)
                switch Int.random(in: 0..<4, using: &random) {
                case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
                case 1: bytes.remove(at: place)
                case 2: bytes.insert(sound.randomElement(using: &random) ?? 0, at: place)
                default: bytes.removeSubrange(place..<min(place + 30, bytes.count))
                }
            }
            if (try? TerraformReader(file: "plan.json").read(bytes)) != nil { read += 1 }
        }
        #expect(read < 40)
    }

    @Test(arguments: 0..<12)
    func survivesPlansWithOtherValues(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let recorded = RecordedPlan(name: seed % 2 == 0 ? "instances" : "updated")
        let sound = try String(contentsOf: recorded.file, encoding: .utf8)
        let values = ["null", "true", "{}", "[]", "0", "-1e99", #""""#, #""each.value""#, #"[["a"]]"#, #"{"id":true}"#]
        // A member's whole value is changed, so that the text stays JSON.
        let matches = sound.matches(of: #/:("[^"\\]*"|true|false|null|\d+)/#)
        var read = 0
        for _ in 0..<25 {
            let match = try #require(matches.randomElement(using: &random))
            let value = values.randomElement(using: &random) ?? "null"
            let text = sound.replacingCharacters(in: match.range, with: ":" + value)
            if (try? TerraformReader(file: "plan.json").read(Array(text.utf8))) != nil { read += 1 }
        }
        #expect(read > 0)
    }

    @Test(arguments: ["[", #"{"a":"#])
    func survivesDeepNesting(unit: String) {
        let deep = String(repeating: unit, count: 100_000)
        for key in ["before", "after_unknown", "after"] {
            let change = #"{"actions":["create"],"\#(key)":\#(deep)"#
            let text =
                #"{"format_version":"1.2","resource_changes":[{"mode":"managed","type":"genesyscloud_flow","change":"#
            #expect(throws: ReadingError.self) {
                try TerraformReader(file: "plan.json").read(Array((text + change).utf8))
            }
        }
    }

    @Test func readsTheDeepestModules() throws {
        let depth = 150
        let start = String(repeating: #"{"module_calls":{"m":{"module":"#, count: depth)
        let end = String(repeating: "}}}", count: depth)
        let masks = String(repeating: "[", count: 450) + String(repeating: "]", count: 450)
        let plan = try PlanJSON(
            changes: [PlanJSON.change("genesyscloud_flow.a", unknown: masks)],
            configuration: start + "{}" + end
        ).plan()
        #expect(plan.flows.count == 1)
    }

    @Test func readsTwoThousandResources() throws {
        let text = LargePlan(modules: 40, flowsPerModule: 25).text
        let bytes = Array(text.utf8)
        let plan = try TerraformReader(file: "plan.json").read(bytes)
        let triggers = plan.triggers
        #expect(triggers.count == 1000 && plan.flows.count == 1000)
        #expect(triggers.allSatisfy { if case .flowAddress? = $0.after?.target { true } else { false } })
    }
}
