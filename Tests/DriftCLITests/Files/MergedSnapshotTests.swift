import DriftCore
import Foundation
import TestSupport
import Testing

/// Git merges two branches that each took snapshots, and only the files of one flow may conflict.
///
/// A check of the merged snapshots gives the verdict of new snapshots, or says which snapshots it can't trust.
struct MergedSnapshotTests {
    /// A flow of the org; its id stays when it is renamed.
    private struct OrgFlow: Hashable {
        var name: String
        var inputs = ["Flow.orderNumber", "Flow.isUrgent"]
        var version = 1
        var trigger: String?
    }

    private typealias Org = [Int: OrgFlow]

    private static func id(_ number: Int) -> String {
        let digits = String(number)
        return "0d6b52aa-7f63-4f0e-9d4b-" + String(repeating: "0", count: 12 - digits.count) + digits
    }

    private static let base: Org = Dictionary(
        uniqueKeysWithValues: (0..<8).map { ($0, OrgFlow(name: "Order \($0)", trigger: $0 < 3 ? "Ended \($0)" : nil)) }
    )

    /// The org after a few edits in Architect.
    private static func edited(_ org: Org, _ random: inout SplitMix64, side: Int) -> Org {
        var org = org
        for step in 0..<Int.random(in: 1...4, using: &random) {
            let number = Int.random(in: 0..<8, using: &random)
            switch Int.random(in: 0..<6, using: &random) {
            case 0: org[100 * side + step] = OrgFlow(name: "Order \(number) \(side == 1 ? "A" : "B")\(step)")
            case 1: org[number] = nil
            case 2: org[number]?.name += side == 1 ? " Left" : " Right"
            case 3: org[number]?.version += side
            case 4: org[number]?.trigger = "Begun \(side)"
            default:
                let place = Int.random(in: 0...1, using: &random)
                org[number]?.inputs[place] = "Flow.other\(side)\(place)"
            }
            if org[number]?.inputs != Self.base[number]?.inputs { org[number]?.version += 10 * side }
        }
        return org
    }

    /// The org in which both sides' edits were made; where both edited a flow, it depends on who was last.
    private static func merged(_ left: Org, _ right: Org, last: Org) -> Org {
        var org: Org = [:]
        for number in Set(left.keys).union(right.keys) {
            let (before, left, right) = (base[number], left[number], right[number])
            org[number] = left == before ? right : right == before ? left : last[number]
        }
        return org
    }

    private static func write(_ org: Org, to folder: TemporaryFolder) throws {
        try? FileManager.default.removeItem(atPath: folder.path + "/exports")
        for (number, flow) in org {
            let variables = flow.inputs.map { name in
                "    - stringVariable: { name: \(name), initialValue: { noValue: true }, isInput: true, isOutput: false }\n"
            }
            try folder.write(
                "workflow:\n  name: \(flow.name)\n  variables:\n" + variables.joined(),
                to: "exports/\(flow.name)-WORKFLOW-\(id(number)).yaml"
            )
        }
        let listed = org.map { number, flow in
            "{\"id\": \"\(id(number))\", \"name\": \"\(flow.name)\", \"type\": \"WORKFLOW\", \"active\": true, "
                + "\"publishedVersion\": {\"id\": \"\(flow.version).0\"}}"
        }
        try folder.write("{\"entities\": [\(listed.joined(separator: ", "))]}", to: "exports/flows.json")
        let triggers = org.sorted { $0.key < $1.key }.compactMap { number, flow in
            flow.trigger.map { name in
                "{\"id\": \"9\(id(number).dropFirst())\", \"name\": \"\(name)\", \"enabled\": false, "
                    + "\"topicName\": \"v2.detail.events.conversation.{id}.customer.end\", \"target\": "
                    + "{\"type\": \"Workflow\", \"id\": \"\(id(number))\", \"workflowTargetSettings\": "
                    + "{\"dataFormat\": \"Json\"}}}"
            }
        }
        try folder.write("{\"entities\": [\(triggers.joined(separator: ", "))]}", to: "exports/triggers.json")
    }

    private static func snapshot(_ org: Org, in folder: TemporaryFolder) async throws {
        try write(org, to: folder)
        let run = await CommandRun("snapshot", "--from", "exports", "--environment", "prod", in: folder)
        try #require(run.status == 0, "\(run.transcript)")
    }

    /// Some of the flows have a contract, by id, so that not every merge has drift.
    private static func writeContracts(to folder: TemporaryFolder) throws {
        for (number, flow) in base where number % 4 == 0 {
            try folder.write(
                """
                flowdrift: 1
                contract: order-\(number)
                owner: team-orders
                flow: workflow/\(flow.name)
                environments: { prod: { id: \(id(number)) } }
                launch: { inputs: { Flow.orderNumber: string, Flow.isUrgent: string } }

                """,
                to: "specs/order-\(number).yaml"
            )
        }
    }

    /// Whether a file is the snapshot or the entry of a flow.
    private static func isOfFlow(_ file: String, in orgs: [Org]) -> Bool {
        orgs.flatMap(\.values).contains { flow in
            let path = SnapshotPath(FlowKey(type: .workflow, name: flow.name)).text
            return file == "snapshots/prod/" + path || file == "snapshots/prod/index/" + path
        }
    }

    /// The lines of a check's findings.
    private static func findings(_ run: CommandRun) -> Set<Substring> {
        Set(run.output.split(separator: "\n").filter { $0.hasSuffix("]") && $0.contains(" [") })
    }

    @Test(arguments: 0..<50 as Range<UInt64>)
    func mergesWithoutAWrongVerdict(_ seed: UInt64) async throws {
        var random = SplitMix64(seed: seed)
        let (left, right) = (Self.edited(Self.base, &random, side: 1), Self.edited(Self.base, &random, side: 2))
        let folder = try TemporaryFolder()
        try folder.write("exports\n", to: ".gitignore")
        try Self.writeContracts(to: folder)
        let git = try GitRepository(folder.path)
        try await Self.snapshot(Self.base, in: folder)
        try git.commit("Base")
        try git.git("checkout", "--quiet", "-b", "right")
        try await Self.snapshot(right, in: folder)
        try git.commit("Right")
        try git.git("checkout", "--quiet", "main")
        try await Self.snapshot(left, in: folder)
        try git.commit("Left")
        _ = try GitRepository.run(["merge", "--quiet", "right"], in: folder.path, at: "2026-11-20T12:00:00Z")
        let unmerged = try GitRepository.run(
            ["diff", "--name-only", "--diff-filter=U"],
            in: folder.path,
            at: "2026-11-20T12:00:00Z"
        )
        let conflicts = unmerged.output.split(separator: "\n").map(String.init)
        let touched = Set(Self.base.keys.filter { left[$0] != Self.base[$0] && right[$0] != Self.base[$0] })
        // Nothing conflicts unless both sides changed a flow, and then only files of one flow. It may be another flow:
        // git treats a deleted file and a similar added one as a rename.
        #expect(conflicts.isEmpty || !touched.isEmpty, "\(conflicts)")
        for file in conflicts { #expect(Self.isOfFlow(file, in: [Self.base, left, right]), "\(file)") }
        let merged = await CommandRun("check", "--verbose", in: folder)
        var (fresh, findings): (Set<Int32>, Set<Substring>) = ([], [])
        for last in [left, right] {
            let other = try TemporaryFolder()
            try Self.writeContracts(to: other)
            try await Self.snapshot(Self.merged(left, right, last: last), in: other)
            let run = await CommandRun("check", "--verbose", in: other)
            fresh.insert(run.status)
            findings.formUnion(Self.findings(run))
        }
        #expect(fresh.contains(merged.status) || merged.status == 2, "\(fresh) \(merged.transcript)")
        #expect(Self.findings(merged).isSubset(of: findings), "\(merged.transcript)")
        if merged.status == 2 || !merged.errors.isEmpty {
            // Each flow whose snapshot isn't trusted is named, with the command.
            #expect(merged.errors.contains("flowdrift snapshot"), "\(merged.transcript)")
            for file in conflicts where folder.read(file) != nil {
                let name = String(file[(file.lastIndex(of: "/") ?? file.startIndex)...])
                #expect(merged.errors.contains(name), "\(file)\n\(merged.transcript)")
            }
        }
        // The next snapshot mends everything.
        let now = Self.merged(left, right, last: left)
        try await Self.snapshot(now, in: folder)
        let corrected = try folder.tree().filter { $0.key.hasPrefix("snapshots/") }
        let new = try TemporaryFolder()
        try await Self.snapshot(now, in: new)
        #expect(try new.tree().filter { $0.key.hasPrefix("snapshots/") } == corrected)
    }
}
