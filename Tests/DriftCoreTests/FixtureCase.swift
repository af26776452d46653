import Foundation
import TestSupport
import Testing
import YAML

@testable import DriftCore

/// One case of a rule's fixture: files on which it fires, or a look-alike on which no rule does.
struct FixtureCase: CustomTestStringConvertible {
    /// The rule's id, which is the folder's name.
    let rule: String

    /// Which of the two sides.
    let side: Side

    /// What the case shows besides the example, in its folder's name: `loopback` in `silent-loopback`; nil for the example.
    var words: String?

    /// The two sides of a fixture.
    enum Side: String, CaseIterable {
        case fires, silent
    }

    /// The folder that holds a folder for each rule.
    static let folder = Folders.package.appending(path: "Tests/DriftCoreTests/Fixtures")

    /// The environment in which every fixture is judged.
    static let environment = EnvironmentName("prod")

    /// The rules that have a folder, in order of id.
    static func rules() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { !$0.hasPrefix(".") }.sorted()
    }

    /// One side of each rule's example, in order of id.
    static func examples(_ side: Side) throws -> [FixtureCase] {
        try rules().map { FixtureCase(rule: $0, side: side) }
    }

    /// Each case of one side, the example and what stands in folders such as `silent-loopback`, in order of rule and name.
    static func all(_ side: Side) throws -> [FixtureCase] {
        try examples(side).flatMap { example in
            let prefix = "\(side.rawValue)-"
            let names = try FileManager.default.contentsOfDirectory(atPath: folder.appending(path: example.rule).path)
            let words = names.filter { $0.hasPrefix(prefix) }.map { String($0.dropFirst(prefix.count)) }.sorted()
            return [example] + words.map { FixtureCase(rule: example.rule, side: side, words: $0) }
        }
    }

    var testDescription: String { "\(rule)/\(name)" }

    /// The name of the folder.
    var name: String { [side.rawValue, words].compactMap(\.self).joined(separator: "-") }

    /// What should come of the case: `expected.txt` for what fires, `expected-silent-loopback.txt` for another case.
    ///
    /// A silent case has the file only where something is not known.
    var expectedFile: URL {
        Self.folder.appending(path: words == nil ? "\(rule)/expected.txt" : "\(rule)/expected-\(name).txt")
    }

    /// The names of the files, in order.
    func fileNames() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: url.path).filter { !$0.hasPrefix(".") }.sorted()
    }

    /// What a file holds; nil where there is none of that name.
    func text(of file: String) -> String? {
        try? String(contentsOf: url.appending(path: file), encoding: .utf8)
    }

    private var url: URL { Self.folder.appending(path: "\(rule)/\(name)") }
}

extension FixtureCase {
    /// Judges the files as `flowdrift check` does in one environment.
    ///
    /// - Parameter contractText: The contract's text; nil for the one of the fixture.
    /// - Returns: The findings, and what was checked.
    /// - Throws: `ReadingError` where a file cannot be read.
    func judgement(ofContract contractText: String? = nil) throws -> Judgement {
        try judged(ofContract: contractText).reported
    }

    private func judged(ofContract contractText: String?) throws -> Judgement {
        let rule = try #require(DriftRule.named(self.rule))
        if rule.isOnRequest, requestFile != nil { return try requestJudgement(of: contractText) }
        switch rule.check {
        case .live: return try liveJudgement(ofContract: contractText)
        case .contract: return try contractJudgement(ofContract: contractText)
        case .request: return try requestJudgement(of: contractText)
        case .plan: return try planJudgement(ofContract: contractText)
        case .waiver: return try waiverJudgement(ofContract: contractText)
        case .strayTriggers:
            let stray = StrayTriggers(
                try #require(try read("triggers.yaml") { try $0.triggers($1) }),
                in: Self.environment,
                entries: try entries(),
                file: "triggers.yaml"
            )
            var judgement = Judge().judge(stray)
            if let feeding = try feeding(nil) {
                let other = Judge().judge(feeding)
                judgement.findings += other.findings
                judgement.coverage.add(other.coverage)
            }
            return judgement.counted
        case .feeding:
            // A rule that is off is judged as where the configuration has switched it on.
            let judge = Judge(severities: rule.isOn ? [:] : [rule.id: .note])
            return judge.judge(try #require(try feeding(try contract(contractText)))).counted
        }
    }

    /// The request's file, which its own extension tells apart.
    var requestFile: String? {
        ["request.json", "request.sh", "action.custom.json"].first { text(of: $0) != nil }
    }

    /// Judges the request beside `snapshot.yaml` as `flowdrift lint` does, and as the contract's payload if there is one.
    ///
    /// `flowdrift.yaml` names hosts, the region of the org, and severities.
    private func requestJudgement(of requestText: String?) throws -> Judgement {
        let file = try #require(requestFile)
        let text = try #require(requestText ?? self.text(of: file))
        let answer = self.text(of: "response.json").map { ErrorAnswerReader().read(Array($0.utf8)) }
        let contract = try contract(nil)
        let settings = try settings()
        let comparison = RequestComparison(
            RequestTextReader().read(Array(text.utf8)),
            file: file,
            pointer: contract?.launch?.payloads.first { $0.path == file }?.pointer ?? "",
            answer: answer.map { RequestAnswer($0, file: "response.json") },
            contract: contract,
            in: RequestSurroundings(
                flow: try read("snapshot.yaml") { try $0.flow($1) } ?? exportedFlow(),
                entries: try entries(),
                hosts: settings?.hosts ?? [],
                ownHost: settings?.orgs.values.first?.region.flatMap(RegionDomains.apiHost),
                environment: Self.environment
            )
        )
        var judgement = Judge(severities: settings?.severities ?? [:]).judge(comparison)
        guard contract != nil else { return judgement.counted }
        // What the contract says as well is reported on the contract.
        let onContract = try contractJudgement(ofContract: nil).findings
        let all = Judgement(findings: judgement.findings + onContract, coverage: judgement.coverage).reported
        judgement.findings = all.findings.filter { DriftRule.named($0.rule)?.isOnRequest ?? false }
        return judgement.counted
    }

    /// The flow of an exporter's file, whose name ends in the flow's id; nil where there is none.
    private func exportedFlow() throws -> Flow? {
        guard let file = try fileNames().first(where: { $0.contains("-WORKFLOW-") }), let text = text(of: file),
            case .flow(let flow) = try FlowFileReader().read(Array(text.utf8), file: file)
        else { return nil }
        return flow
    }

    private func contractJudgement(ofContract contractText: String?) throws -> Judgement {
        let contract = try #require(try contract(contractText))
        let feeding = try feeding(contract)
        let entries = try entries()
        let own = feeding.map { feeding in
            entries.map(\.key).contains(feeding.flow.key) ? [] : [feeding.flow.entry]
        }
        let stray = try read("triggers.yaml") { try $0.triggers($1) }
        let set = FlowSet(flows: feeding.map { [$0.flow] } ?? [], entries: entries + (own ?? []), strayTriggers: stray)
        try #require(contract.holds(in: Self.environment))
        let judge = Judge(severities: DriftRule.named(rule)?.isOn == false ? [rule: .note] : [:])
        return judge.judge(
            contract,
            in: Self.environment,
            feeding: feeding.flatMap { $0.flow.key == contract.flowKey(in: Self.environment) ? $0 : nil },
            surroundings: Judge.Surroundings(entries: set.entries, triggers: set.placedTriggers)
        )
    }

    /// The findings on the waivers of `flowdrift.yaml` alone, on 2026-11-20, after the contract has been judged.
    private func waiverJudgement(ofContract contractText: String?) throws -> Judgement {
        let settings = try #require(try settings())
        let judged = try contractJudgement(ofContract: contractText)
        let environment = try #require(Self.environment)
        let scope = RunScope(
            environments: [environment],
            hasEveryEnvironment: true,
            isWhole: true,
            isLive: false,
            coverage: judged.coverage
        )
        let findings = Judge().judge(settings.waivers, on: try Self.today(), findings: judged.findings, scope: scope)
        return Judgement(findings: findings, coverage: judged.coverage)
    }

    private static func today() throws -> Day { try #require(Day("2026-11-20")) }

    private func settings() throws -> Settings? {
        let file = "flowdrift.yaml"
        return try text(of: file).map { text in
            try SettingsReader().settings(Array(text.utf8), file: file, today: Self.today())
        }
    }

    /// The findings on what `plan.json` does alone; `flow.yaml` is the file of each of its flows.
    private func planJudgement(ofContract contractText: String?) throws -> Judgement {
        let environment = try #require(Self.environment)
        let plan = try TerraformReader(file: "plan.json").read(Array(#require(text(of: "plan.json")).utf8))
        var snapshot = try read("snapshot.yaml") { try $0.flow($1) }
        snapshot?.id = try entries().first?.id
        var files = PlannedFiles()
        if let text = text(of: "flow.yaml") {
            for flow in plan.flows {
                let reader = PlannedFlowReader(substitutions: flow.after?.substitutions ?? .known([:]))
                (files.flows[flow.address], files.openings[flow.address]) =
                    try reader.read(Array(text.utf8), file: "flow.yaml")
            }
        }
        let planned = PlannedEnvironment(
            plan,
            file: "plan.json",
            in: environment,
            files: files,
            snapshots: snapshot.map { FlowSet(flows: [$0], entries: [$0.entry], strayTriggers: []) },
            contracts: try contract(contractText).map { [$0] } ?? []
        )
        var coverage = Coverage()
        coverage.judgements = 1
        coverage.unknowns = planned.unknowns
        return Judgement(findings: Judge().judge(planned.steps), coverage: coverage)
    }

    private func contract(_ contractText: String?) throws -> Contract? {
        guard let text = contractText ?? self.text(of: "contract.yaml") else { return nil }
        var contract = try ContractReader().contract(Array(text.utf8), file: "contract.yaml")
        for (index, input) in (contract.launch?.inputs ?? []).enumerated() {
            guard let schema = input.schema else { continue }
            let bytes = try #require(self.text(of: schema.value))
            let value = try JSONDecoder().decode(JSONValue.self, from: Data(bytes.utf8))
            contract.launch?.inputs[index].payload = PayloadSchema(value)
        }
        return contract
    }

    private func entries() throws -> [FlowEntry] {
        try read("index.yaml") { try $0.index($1).flows.map(\.entry) } ?? []
    }

    private func feeding(_ contract: Contract?) throws -> Feeding? {
        guard var flow = try read("snapshot.yaml", { try $0.flow($1) }) else { return nil }
        flow.id = try entries().first { $0.key == flow.key }?.id
        let module = try read("module.yaml") { try $0.flow($1) }
        let before = try read("before.yaml") { try $0.flow($1) }
        return Feeding(
            flow,
            in: Self.environment,
            contracts: contract.map { [$0] } ?? [],
            events: .embedded,
            modules: module.map { [$0.key.name: $0] } ?? [:],
            earlier: before.map { [EarlierFlow($0, name: "the snapshot")] } ?? []
        )
    }

    /// Compares `snapshot.yaml` with `live.yaml` as `flowdrift check --live` does, and the contract as one that relies on both.
    private func liveJudgement(ofContract contractText: String?) throws -> Judgement {
        let text = contractText ?? self.text(of: "contract.yaml")
        let contract = try text.map { try ContractReader().contract(Array($0.utf8), file: "contract.yaml") }
        let snapshot = try read("snapshot.yaml") { try $0.flow($1) }
        let live = try read("live.yaml") { try $0.flow($1) }
        let comparison = LiveComparison(
            environment: Self.environment,
            key: try #require((snapshot ?? live)?.key),
            snapshot: snapshot,
            live: live,
            publication: Publication(version: "2.0", publisher: "Ada Lovelace", date: "2026-11-20T08:15:00Z"),
            contracts: contract.map { [$0] } ?? []
        )
        var coverage = Coverage()
        coverage.judgements = 1
        return Judgement(findings: Judge().judge(comparison), coverage: coverage)
    }

    private func read<Value>(_ file: String, _ body: (SnapshotReader, [UInt8]) throws -> Value) throws -> Value? {
        try text(of: file).map { try body(SnapshotReader(file: file), Array($0.utf8)) }
    }
}

extension Judgement {
    /// The judgement counted as one, so that a fixture without a contract was judged as well.
    fileprivate var counted: Judgement {
        var copy = self
        copy.coverage.judgements = 1
        return copy
    }
}
