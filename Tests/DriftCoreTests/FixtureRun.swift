import SourceText
import TestSupport
import Testing

@testable import DriftCore
@testable import DriftEngine
@testable import GenesysCloud

/// The files of a fixture as a repository, judged by the engine.
///
/// `snapshot.yaml`, `snapshot-WORDS.yaml` and `module.yaml` are snapshots of the environment, with `index.yaml` for ids
/// and other flows, and `triggers.yaml` for triggers of other flows. `before.yaml` is the snapshot at an earlier
/// revision, and `live.yaml` the flow in the org. All other files are next to the contract.
struct FixtureRun {
    private let texts: [String: String]
    private let rule: DriftRule
    private let resolver: SourceResolver

    /// The fixture's names of the files, by their paths in the repository.
    private let names: [String: String]

    private static let (contracts, snapshots) = ("specs", "snapshots")
    private static let day = "2026-11-20"

    /// A flow in the org and in the snapshots, so that the environment isn't empty.
    private static let other = Flow(key: FlowKey(type: .workflow, name: "Elsewhere"))

    private static var environment: EnvironmentName {
        get throws { try #require(FixtureCase.environment) }
    }

    /// Arranges the files.
    init(_ texts: [String: String], rule id: String) throws {
        self.texts = texts
        let rule = try #require(DriftRule.named(id))
        self.rule = rule
        var (files, names) = try Self.snapshots(texts, besides: rule.subject == .live ? [Self.other] : [])
        let own = ["index.yaml", "triggers.yaml", "before.yaml", "live.yaml"]
        for (name, text) in texts where !own.contains(name) && !Self.isSnapshot(name) {
            files[name] = text
            guard !["flow.yaml", "flowdrift.yaml", "plan.json"].contains(name) else { continue }
            files["\(Self.contracts)/\(name)"] = text
            names["\(Self.contracts)/\(name)"] = name
        }
        if texts["contract.yaml"] == nil { files = files.filter { !$0.key.hasPrefix(Self.contracts + "/") } }
        self.names = names
        var settings = Settings()
        if let text = texts["flowdrift.yaml"] {
            settings = try SettingsReader().settings(Array(text.utf8), file: "flowdrift.yaml", today: Day(Self.day))
        }
        // A rule that is off is judged as if the configuration had switched it on.
        if !rule.isOn { settings.severities[rule.id] = .severity(.note) }
        let before = try texts["before.yaml"].map { try Self.snapshots(["snapshot.yaml": $0]).files } ?? [:]
        let workspace = Workspace(
            files: MemoryFiles(texts: files),
            revision: { name, _ in
                let root = name + ":"
                return MemoryFiles(texts: Dictionary(uniqueKeysWithValues: before.map { (root + $0, $1) }), root: root)
            },
            settings: settings
        )
        let org = try Self.org(texts)
        resolver = SourceResolver(workspace) { _ in org }
    }

    private static func isSnapshot(_ name: String) -> Bool {
        name == "module.yaml" || name.hasPrefix("snapshot") && name.hasSuffix(".yaml")
    }

    /// The files below `snapshots/`, with the names that the fixture gives them.
    ///
    /// With `others`, which have snapshots, too, all triggers of the environment are known.
    private static func snapshots(
        _ texts: [String: String],
        besides others: [Flow] = []
    ) throws -> (files: [String: String], names: [String: String]) {
        let folder = "\(snapshots)/\(try environment)"
        var (files, names, entries) = ([String: String](), [String: String](), [SnapshotIndex.Entry]())
        var listed =
            try texts["index.yaml"].map { text in
                try SnapshotReader(file: "index.yaml").index(Array(text.utf8))
            }.map { $0.flows.map(\.entry) + $0.listed } ?? []
        for (name, text) in texts.sorted(by: { $0.key < $1.key }) where isSnapshot(name) {
            let flow = try SnapshotReader(file: name).flow(Array(text.utf8))
            let path = SnapshotPath(flow.key).text
            files["\(folder)/\(path)"] = text
            names["\(folder)/\(path)"] = name
            let entry = listed.first { $0.key == flow.key } ?? flow.entry
            listed.removeAll { $0.key == flow.key }
            entries.append(SnapshotIndex.Entry(entry: entry, file: path, digest: StableHash(of: text).hexadecimal))
        }
        for flow in others {
            let (path, text) = (SnapshotPath(flow.key).text, SnapshotWriter().text(of: flow))
            files["\(folder)/\(path)"] = text
            entries.append(SnapshotIndex.Entry(entry: flow.entry, file: path, digest: StableHash(of: text).hexadecimal))
        }
        guard !texts.isEmpty, !(files.isEmpty && listed.isEmpty && texts["triggers.yaml"] == nil) else {
            return ([:], [:])
        }
        var digests: [String: String] = [:]
        if let text = texts["triggers.yaml"] {
            files["\(folder)/triggers.yaml"] = text
            names["\(folder)/triggers.yaml"] = "triggers.yaml"
            digests["triggers.yaml"] = StableHash(of: text).hexadecimal
        }
        let index = SnapshotIndex(flows: entries, hasNoTriggers: !others.isEmpty, files: digests, listed: listed)
        for (path, text) in SnapshotWriter().texts(of: index) { files["\(folder)/\(path)"] = text }
        return (files, names)
    }

    /// An org that has `live.yaml`, or nothing.
    private static func org(_ texts: [String: String]) throws -> FixtureOrg {
        let live = try texts["live.yaml"].map { try SnapshotReader(file: "live.yaml").flow(Array($0.utf8)) }
        let snapshot = try texts["snapshot.yaml"].map { try SnapshotReader(file: "snapshot.yaml").flow(Array($0.utf8)) }
        let flows = (live.map { [$0] } ?? []) + [other]
        let published = Publication(version: "2.0", date: "2026-11-20T08:15:00Z", publisher: "Ada Lovelace")
        // A flow with another name than its snapshot was renamed.
        let isRenamed = live != nil && snapshot != nil && live?.key != snapshot?.key
        return FixtureOrg(
            reading: LiveReading(
                flows: FlowSet(flows: flows, entries: flows.map(\.entry), strayTriggers: []),
                publications: live.map { [$0.key: published] } ?? [:],
                drafts: [],
                unread: [],
                gone: live == nil || isRenamed ? snapshot.map { [$0.key] } ?? [] : [],
                renamed: isRenamed ? [snapshot?.key ?? other.key: live?.key ?? other.key] : [:],
                hidden: [],
                isSuspiciouslyEmpty: false,
                hasTriggers: true,
                configurationCount: 0
            )
        )
    }

    /// The results of the rule's kind, with the names of the fixture's files.
    func outcome() async throws -> Outcome {
        let verdict = try await verdict()
        try #require(verdict.problems.isEmpty, "\(verdict.problems)")
        // A finding with the same cause as one of another kind is folded into that one.
        let folded = verdict.findings.filter { !isOfKind($0) }.flatMap(\.sameCause).filter { $0.rule == rule.id }
        var outcome = Outcome(findings: verdict.findings.filter(isOfKind) + folded, coverage: verdict.coverage)
        for index in outcome.findings.indices { rename(&outcome.findings[index]) }
        for index in outcome.coverage.unknowns.indices { rename(&outcome.coverage.unknowns[index]) }
        return outcome
    }

    private func verdict() async throws -> Verdict {
        let environment = try Self.environment
        let request = texts.keys.sorted().first { ["request.json", "request.sh", "action.custom.json"].contains($0) }
        if let request, texts["contract.yaml"] == nil { return try await lint(request, in: environment) }
        let check: Check
        if texts["plan.json"] != nil {
            check = try await resolver.check(plan: "plan.json", in: environment)
        } else {
            var request = CheckRequest()
            request.environments = [environment]
            if rule.subject == .live { request.live = LiveTerms() }
            if texts["before.yaml"] != nil { request.base = "main" }
            check = try await resolver.check(request)
        }
        let settings = resolver.workspace.settings
        let terms = VerdictTerms(
            failOn: .note,
            isStrict: false,
            waivers: rule.subject == .waiver ? settings.waivers : [],
            today: try #require(Day(Self.day))
        )
        return check.verdict(terms, known: [environment])
    }

    private func lint(_ file: String, in environment: EnvironmentName) async throws -> Verdict {
        let exports = texts.keys.first { $0.contains("-WORKFLOW-") }
        var run = try LintRun(
            exports == nil && texts["snapshot.yaml"] == nil && texts["index.yaml"] == nil
                ? LaunchTargets([], settings: resolver.workspace.settings)
                : await resolver.launchTargets(from: exports, in: environment),
            judge: Judge(severities: resolver.workspace.settings.severities),
            flow: try launched(exports),
            response: texts["response.json"].map { _ in "response.json" },
            mends: .none,
            as: nil,
            from: RequestFiles(tree: resolver.workspace.files) { _ in [] }
        )
        run.judge(file)
        return run.verdict(failOn: .note, isStrict: false)
    }

    /// The flow for the request, as `--flow` names it.
    private func launched(_ exports: String?) throws -> FlowKey? {
        if let exports, let text = texts[exports],
            case .flow(let flow) = try FlowFileReader().read(Array(text.utf8), file: exports)
        {
            return flow.key
        }
        return try texts["snapshot.yaml"].map { try SnapshotReader(file: "snapshot.yaml").flow(Array($0.utf8)).key }
    }

    /// Whether a finding is of the rule's kind; other fixtures test the other findings on the same files.
    private func isOfKind(_ finding: Finding) -> Bool {
        guard let other = DriftRule.named(finding.rule) else { return false }
        switch rule.subject {
        case .live, .plan, .waiver: return other.subject == rule.subject
        case .request: return other.isOnRequest
        case .contract, .inputSources, .strayTriggers, .code: return true
        }
    }

    private func rename(_ finding: inout Finding) {
        finding.place = finding.place.map(renamed)
        finding.message = renamed(finding.message)
        finding.fix = Fix(renamed(finding.fix.summary), edit: finding.fix.edit)
    }

    private func rename(_ unknown: inout Unknown) {
        unknown.place = unknown.place.map(renamed)
        unknown.reason = renamed(unknown.reason)
    }

    private func renamed(_ place: Place) -> Place {
        Place(file: names[place.file] ?? place.file, position: place.position)
    }

    private func renamed(_ text: String) -> String {
        names.reduce(text) { $0.replacing($1.key, with: $1.value) }
    }
}

/// An org with the answers of a fixture.
private struct FixtureOrg: OrgSession {
    let reading: LiveReading

    var rereading: LiveRequest.Rereading { .reliedOn }

    func read(_ request: LiveRequest) async throws(ReadingError) -> LiveReading { reading }

    func forgetKeptFlows() {}

    func actions(besides known: KnownActions) async -> LiveActions { LiveActions() }

    func origins(
        of question: VersionQuestion,
        within allowance: VersionAllowance
    ) async -> [FlowChange: ChangeOrigin] { [:] }

    func topicSchemas() async throws(PlatformError) -> TopicSchemas { TopicSchemas() }

    func recorded<Value>(_ body: () async throws -> Value) async throws -> Value { try await body() }
}
