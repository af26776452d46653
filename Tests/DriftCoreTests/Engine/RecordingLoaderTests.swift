import SourceText
import Testing

@testable import DriftCore
@testable import DriftEngine

/// Which contracts get which launches of the recordings that they name.
struct RecordingLoaderTests {
    private static let ids = [
        "2b8f1c34-6d7e-4a5b-9c0d-1e2f3a4b5c6d", "9d4e5f60-7182-4a93-b4c5-d6e7f8091a2b",
        "c1d2e3f4-0516-4728-8394-a5b6c7d8e9f0",
    ]

    private static func contract(
        _ name: String,
        _ flow: String,
        _ recordings: String,
        id: String? = nil
    ) throws -> Contract {
        let text = """
            flowdrift: 1
            contract: \(name)
            flow: workflow/\(flow)
            \(id.map { "environments: { prod: { id: \($0) } }" } ?? "")
            launch:
              inputs: { Flow.a: { type: string, sent: sometimes } }
              recordings: [\(recordings)]

            """
        return try ContractReader().contract(Array(text.utf8), file: "specs/\(name).yaml")
    }

    private static func line(_ flow: String, _ input: String = "Flow.a") -> String {
        "{\"flowdrift\": 1, \"flow\": \"workflow/\(flow)\", \"inputs\": {\"\(input)\": \"string\"}}\n"
    }

    /// A HAR file with a launch of each id.
    private static func har(_ ids: String...) -> String {
        let entries = ids.map { id in
            """
            { "request": { "method": "POST", "url": "https://api.mypurecloud.ie/api/v2/flows/executions", "headers": [],
                "postData": { "mimeType": "application/json",
                  "text": "{\\"flowId\\": \\"\(id)\\", \\"inputData\\": {\\"Flow.a\\": \\"x\\"}}" } },
              "response": { "status": 200, "headers": [], "content": { "text": "{\\"id\\": \\"1\\"}" } } }
            """
        }
        return "{ \"log\": { \"version\": \"1.2\", \"entries\": [\(entries.joined(separator: ","))] } }"
    }

    private static func read(
        _ contracts: [Contract],
        _ files: [String: String],
        flows: [FlowID: FlowKey] = [:],
        environments: [String] = []
    ) -> RecordingLoader.Reading {
        var loader = RecordingLoader(
            MemoryFiles(texts: files),
            known: KnownFlows(environments: { environments.compactMap { EnvironmentName($0) } }, ids: { flows })
        )
        return loader.filled(contracts)
    }

    @Test func givesEachContractTheLaunchesOfItsFlow() throws {
        let contracts = try [Self.contract("a", "A", "../t/x.ndjson"), Self.contract("b", "B", "../t/x.ndjson")]
        let reading = Self.read(contracts, ["t/x.ndjson": Self.line("A") + Self.line("B") + Self.line("B", "Flow.b")])
        #expect(reading.problems == [])
        #expect(reading.contracts.map { $0.launch?.observed?.count } == [1, 2])
        #expect(reading.uncovered == [])
    }

    @Test func joinsTheRecordingsOfTwoServices() throws {
        let contracts = try [Self.contract("a", "A", "../t/*.ndjson, ../u/one.ndjson")]
        let files = [
            "t/x.ndjson": Self.line("A"), "t/y.ndjson": Self.line("A"), "u/one.ndjson": Self.line("A", "Flow.b"),
        ]
        let observed = Self.read(contracts, files).contracts[0].launch?.observed ?? []
        // The same launch in two files counts once.
        #expect(observed.map(\.place.description) == ["t/x.ndjson:1:1", "u/one.ndjson:1:1"])
    }

    @Test func namesTheFlowsThatNoContractCovers() throws {
        let contracts = try [Self.contract("a", "A {environment}", "../t/x.ndjson")]
        let reading = Self.read(contracts, ["t/x.ndjson": Self.line("A prod") + Self.line("C") + Self.line("A test")])
        #expect(reading.contracts[0].launch?.observed?.count == 2)
        #expect(reading.uncovered.map(\.place.description) == ["t/x.ndjson:2:1"])
    }

    @Test func takesOnlyEnvironmentsForTheDifferenceOfAName() throws {
        let contracts = try [Self.contract("a", "A {environment}", "../t/x.ndjson")]
        let files = ["t/x.ndjson": Self.line("A prod") + Self.line("A Archive")]
        let reading = Self.read(contracts, files, environments: ["prod", "test"])
        #expect(reading.contracts[0].launch?.observed?.count == 1)
        #expect(reading.uncovered.map(\.target) == [.flow(FlowKey(type: .workflow, name: "A Archive"))])
    }

    @Test func givesALaunchWithoutIDToNobodyIfTheFileStartsAnotherFlow() throws {
        let contract = try Self.contract("a", "A", "../t/x.ndjson")
        let nameless = "{\"flowdrift\": 1, \"inputs\": {\"Flow.b\": \"string\"}, \"result\": \"refused\"}\n"
        let own = Self.read([contract], ["t/x.ndjson": Self.line("A") + nameless])
        #expect(own.contracts[0].launch?.observed?.count == 2)
        let mixed = Self.read([contract], ["t/x.ndjson": Self.line("A") + Self.line("B") + nameless])
        #expect(mixed.contracts[0].launch?.observed?.count == 1)
        #expect(mixed.unclear.map(\.description) == ["t/x.ndjson:3:1"])
    }

    @Test func readsAnotherContractsFlowByItsIDInAnyEnvironment() throws {
        let contracts = try [
            Self.contract("a", "A", "../t/x.har", id: Self.ids[0]), Self.contract("b", "B", "../t/x.har"),
        ]
        let flows = [try #require(FlowID(Self.ids[1])): FlowKey(type: .workflow, name: "B")]
        let reading = Self.read(contracts, ["t/x.har": Self.har(Self.ids[0], Self.ids[1], Self.ids[2])], flows: flows)
        #expect(reading.problems == [])
        #expect(reading.contracts.map { $0.launch?.observed?.count } == [1, 1])
        #expect(reading.uncovered.map(\.target) == [.id(try #require(FlowID(Self.ids[2])))])
    }

    @Test func takesTheOnlyUnknownIDForTheOnlyContract() throws {
        let contract = try Self.contract("a", "A", "../t/x.har")
        let one = Self.read([contract], ["t/x.har": Self.har(Self.ids[0], Self.ids[0])])
        #expect(one.contracts[0].launch?.observed?.count == 1)
        #expect(one.uncovered == [])
        let two = Self.read([contract], ["t/x.har": Self.har(Self.ids[0], Self.ids[1])])
        #expect(two.contracts[0].launch?.observed == [])
        #expect(two.uncovered.count == 2)
    }

    @Test func takesNoUnknownIDForAContractThatHasLaunchesByName() throws {
        let contract = try Self.contract("a", "A", "../t/x.ndjson")
        let unserved = "{\"flowdrift\": 1, \"flowId\": \"\(Self.ids[0])\", \"inputs\": {}, \"result\": \"refused\"}\n"
        let reading = Self.read([contract], ["t/x.ndjson": unserved + Self.line("A")])
        #expect(reading.contracts[0].launch?.observed?.count == 1)
        #expect(reading.uncovered.count == 1)
        // A recording names its flows, so an id in it is that of a flow that isn't served.
        let alone = Self.read([contract], ["t/x.ndjson": unserved])
        #expect(alone.contracts[0].launch?.observed == [])
        #expect(alone.uncovered.count == 1)
    }

    @Test func doesNotGuessTheFlowOfALaunchWithoutID() throws {
        let body = "{\"inputData\": {\"Flow.a\": \"x\"}}"
        let one = try Self.contract("a", "A", "../t/x.json")
        #expect(Self.read([one], ["t/x.json": body]).contracts[0].launch?.observed?.count == 1)
        let two = try [one, Self.contract("b", "B", "../t/x.json")]
        let reading = Self.read(two, ["t/x.json": body])
        #expect(reading.contracts.allSatisfy { $0.launch?.observed == [] })
        #expect(reading.unclear.map(\.file) == ["t/x.json"])
    }

    @Test func marksAContractWhoseRecordingIsMissing() throws {
        let contract = try Self.contract("a", "A", "../t/x.ndjson, ../t/y.ndjson")
        let reading = Self.read([contract], ["t/x.ndjson": Self.line("A")])
        #expect(reading.problems.map(\.problem) == ["The launch recording '../t/y.ndjson' does not exist"])
        #expect(reading.contracts[0].launch?.lacksFiles == true)
        #expect(reading.contracts[0].launch?.observed?.count == 1)
    }

    @Test func saysHowToNameTheFilesOfAFolder() throws {
        let contract = try Self.contract("a", "A", "../t/")
        let problem = try #require(Self.read([contract], ["t/x.ndjson": Self.line("A")]).problems.first)
        #expect(problem.problem == "The launch recording '../t/' is a folder" && problem.place.file == "specs/a.yaml")
        #expect(problem.fix == "list the folder's files: '../t/*.ndjson'")
    }

    @Test func reportsABrokenRecordingOnceForTwoContracts() throws {
        let contracts = try [Self.contract("a", "A", "../t/x.ndjson"), Self.contract("b", "B", "../t/x.ndjson")]
        let reading = Self.read(contracts, ["t/x.ndjson": "{\"flowdrift\": 1, \"flow\": \"A\"}\n"])
        #expect(Set(reading.problems.map(\.description)).count == 1)
        #expect(reading.contracts.allSatisfy { $0.launch?.lacksFiles ?? false })
    }

    @Test(arguments: [
        ("A", "A", true), ("A", "B", false), ("A {environment}", "A prod", true), ("A {environment}", "A ", false),
        ("A {environment}", "A", false), ("{environment} A {environment}", "prod A prod", true),
        ("{environment} A {environment}", "prod A test", false), ("A {environment}", "A p q", false),
    ])
    func coversAFlowInAnyEnvironment(_ name: String, _ launched: String, _ covers: Bool) throws {
        let contract = try Self.contract("a", name, "x.ndjson")
        #expect(contract.covers(FlowKey(type: .workflow, name: launched)) == covers)
        #expect(!contract.covers(FlowKey(type: .commonModule, name: launched)))
    }
}

struct FilePatternTests {
    private static let files = MemoryFiles(
        texts: Dictionary(
            uniqueKeysWithValues: ["t/a.ndjson", "t/b.har", "t/u/c.ndjson", "t/u/v/d.ndjson", "x.ndjson"].map {
                ($0, "")
            }
        )
    )

    @Test(arguments: [
        ("t/*.ndjson", ["t/a.ndjson"]), ("t/**/*.ndjson", ["t/a.ndjson", "t/u/c.ndjson", "t/u/v/d.ndjson"]),
        ("t/?.*", ["t/a.ndjson", "t/b.har"]), ("t/*/c.ndjson", ["t/u/c.ndjson"]),
        ("t/**", ["t/a.ndjson", "t/b.har", "t/u/c.ndjson", "t/u/v/d.ndjson"]),
        ("t/a.ndjson", ["t/a.ndjson"]), ("gone.ndjson", ["gone.ndjson"]), ("gone/*.ndjson", []), ("t/*.txt", []),
    ])
    func matches(_ pattern: String, _ expected: [String]) throws {
        #expect(try FilePattern(pattern).files(in: Self.files) == expected)
    }

    @Test(arguments: [
        ("t/*", ["t/u"]), ("t/**", ["t", "t/u", "t/u/v"]), ("t/**/v", ["t/u/v"]), ("t/u", ["t/u"]), ("gone/*", []),
    ])
    func matchesFolders(_ pattern: String, _ expected: [String]) throws {
        #expect(try FilePattern(pattern).folders(in: Self.files) == expected)
    }
}
