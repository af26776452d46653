import GenesysCloud
import SourceText
import Testing

@testable import DriftCore
@testable import DriftEngine

/// The parts of a project that a run of the engine checks, and its messages about the rest; all files are in memory.
struct EngineTests {
    private static let flow = """
        flowdrift: 1
        flow: { type: workflow, name: Order Status }
        inputs:
          Flow.orderNumber: { type: string, read: true, default: true }

        """

    private static func contract(_ name: String, owner: String, input: String) -> String {
        "flowdrift: 1\ncontract: \(name)\nowner: \(owner)\nflow: workflow/Order Status\n"
            + "launch: { inputs: { \(input): string } }\n"
    }

    private static func workspace(_ files: [String: String], settings: Settings = Settings()) throws -> Workspace {
        let key = FlowKey(type: .workflow, name: "Order Status")
        let (path, digest) = (SnapshotPath(key).text, StableHash(of: flow).hexadecimal)
        let entry = SnapshotIndex.Entry(entry: Flow(key: key).entry, file: path, digest: digest)
        var texts = files
        texts["snapshots/prod/\(path)"] = texts["snapshots/prod/\(path)"] ?? flow
        let index = SnapshotWriter().texts(of: SnapshotIndex(flows: [entry], hasNoTriggers: true))
        for (path, text) in index { texts["snapshots/prod/" + path] = texts["snapshots/prod/" + path] ?? text }
        return Workspace(
            files: MemoryFiles(texts: texts),
            revision: { name, _ throws(ReadingError) in
                throw ReadingError("There is no revision", at: Place(file: name))
            },
            settings: settings
        )
    }

    private static func verdict(
        _ files: [String: String],
        owner: String? = nil,
        settings: Settings = Settings()
    ) async throws -> Verdict {
        var request = CheckRequest()
        if let owner { request.owners = OwnerSelection([owner]) }
        let check = try await SourceResolver(try workspace(files, settings: settings)).check(request)
        let terms = VerdictTerms(
            failOn: .error,
            isStrict: false,
            waivers: settings.waivers,
            today: try #require(Day("2026-11-20"))
        )
        return check.verdict(terms, known: try [#require(EnvironmentName("prod"))])
    }

    private static let two = [
        "specs/shop.yaml": contract("shop", owner: "shop", input: "Flow.orderNumber"),
        "specs/ivr.yaml": contract("ivr", owner: "ivr", input: "Flow.gone"),
    ]

    @Test func judgesTheContractsOfTheNamedOwnerOnly() async throws {
        #expect(try await Self.verdict(Self.two).findings.map(\.contract) == ["ivr"])
        let shop = try await Self.verdict(Self.two, owner: "shop")
        #expect(shop.findings == [])
        #expect(shop.coverage.contracts == ["shop"])
        #expect(try await Self.verdict(Self.two, owner: "ivr").findings.map(\.contract) == ["ivr"])
    }

    @Test func callsNoWaiverUnusedThatIsOutsideOfTheRun() async throws {
        let text = """
            flowdrift: 1
            waivers:
              - rule: output-removed
                contract: ivr
                flow: workflow/Order Status
                reason: gone
                owner: ivr
                expires: 2027-01-01

            """
        let settings = try SettingsReader().settings(Array(text.utf8), file: "flowdrift.yaml")
        let whole = try await Self.verdict(Self.two, settings: settings)
        #expect(whole.findings.map(\.rule).contains("waiver-unused"))
        let limited = try await Self.verdict(Self.two, owner: "shop", settings: settings)
        #expect(!limited.findings.map(\.rule).contains("waiver-unused"))
    }

    @Test func saysWhatKeepsTheWholeEnvironmentFromBeingRead() async throws {
        var files = Self.two
        files["specs/ivr.yaml"] = Self.contract("ivr", owner: "ivr", input: "Flow.x").replacing("Status", with: "Stats")
        files["snapshots/prod/index.yaml"] = "no index"
        let verdict = try await Self.verdict(files)
        #expect(verdict.problems.map(\.place.file) == ["snapshots/prod/index.yaml"])
        #expect(verdict.status == .couldNotCheck)
    }

    @Test func believesNoEditedSnapshot() async throws {
        let path = SnapshotPath(FlowKey(type: .workflow, name: "Order Status")).text
        let edited = Self.flow.replacing("Flow.orderNumber", with: "Flow.gone")
        let verdict = try await Self.verdict(
            [
                "specs/ivr.yaml": Self.contract("ivr", owner: "ivr", input: "Flow.gone"),
                "snapshots/prod/\(path)": edited,
            ]
        )
        #expect(verdict.problems.count == 1)
        #expect(verdict.status == .couldNotCheck)
    }

    @Test func takesASnapshotOfAnOlderReaderForOutOfDate() async throws {
        let workspace = try Self.workspace([:])
        let prod = try #require(EnvironmentName("prod"))
        let file = "snapshots/prod/index/\(SnapshotPath(FlowKey(type: .workflow, name: "Order Status")).text)"
        let index = try #require(try workspace.files.bytesIfPresent(of: file))
        let text = String(decoding: index, as: UTF8.self)
        let current = try await KnownSnapshots(of: workspace.snapshots(of: prod))
        #expect(current.flows.values.map(\.isCurrent) == [true])
        let older = text.replacing("reader: \(SnapshotIndex.readerNumber)", with: "reader: 1")
        try #require(older != text)
        let known = try await KnownSnapshots(
            of: Self.workspace([file: older]).snapshots(of: prod)
        )
        #expect(known.flows.values.map(\.isCurrent) == [false])
    }
}
