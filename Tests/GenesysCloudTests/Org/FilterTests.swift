import DriftCore
import Testing

@testable import GenesysCloud

struct FilterTests {
    private static let plain = FakeOrg(flows: [
        FakeFlow(id: "f-0", name: "Callback Request"), FakeFlow(id: "f-1", name: "Callback Request", type: "bot"),
        FakeFlow(id: "f-2", name: "Survey", division: "Sales"),
        FakeFlow(id: "f-3", name: "Callback Retry", type: "bot"),
    ])

    @Test(
        arguments: [
            (FlowFilter(), ["pageNumber=1&pageSize=500"]),
            (
                FlowFilter(types: [.workflow, .commonModule]),
                ["pageNumber=1&pageSize=500&type=commonmodule&type=workflow"]
            ),
            (FlowFilter(names: ["Callback Request"]), ["pageNumber=1&pageSize=500&name=Callback%20Request"]),
            (FlowFilter(names: ["b", "a"]), ["pageNumber=1&pageSize=500&name=a", "pageNumber=1&pageSize=500&name=b"]),
            (FlowFilter(names: ["Callback*"]), ["pageNumber=1&pageSize=500"]),
            (FlowFilter(names: ["a", "Callback?"]), ["pageNumber=1&pageSize=500"]),
            (FlowFilter(names: ["a", "b", "c", "d", "e"]), ["pageNumber=1&pageSize=500"]),
            (FlowFilter(names: ["50% & more"]), ["pageNumber=1&pageSize=500"]),
            (FlowFilter(names: ["Käse"]), ["pageNumber=1&pageSize=500&name=K%C3%A4se"]),
            (FlowFilter(divisions: ["Home"]), ["pageNumber=1&pageSize=500"]),
        ] as [(FlowFilter, [String])]
    )
    func asksTheAPIForWhatItCanFilterBy(_ filter: FlowFilter, _ queries: [String]) {
        let asked = LiveOrg.queries(for: filter).map { PlatformResource.flows(page: 1, size: 500, query: $0).query }
        #expect(asked == queries)
    }

    @Test(
        arguments: [
            (
                FlowFilter(names: ["Callback*"]),
                ["bot/Callback Request", "bot/Callback Retry", "workflow/Callback Request"]
            ),
            (FlowFilter(types: [.workflow]), ["workflow/Callback Request", "workflow/Survey"]),
            (FlowFilter(names: ["Survey", "Callback Retry"]), ["bot/Callback Retry", "workflow/Survey"]),
            (FlowFilter(divisions: ["Sales"]), ["workflow/Survey"]),
            (FlowFilter(types: [.workflow], names: ["Callback*"], divisions: ["Sales"]), []),
        ] as [(FlowFilter, [String])]
    )
    func readsTheFlowsThatTheFilterLetsThrough(_ filter: FlowFilter, _ names: [String]) async throws {
        let (reader, transport) = try Self.plain.reader()
        let reading = try await reader.read(LiveRequest(filter: filter))
        #expect(reading.flows.flows.map(\.key.description) == names)
        #expect(transport.counts["configuration"] ?? 0 == names.count)
    }

    @Test(arguments: [
        FlowFilter(types: [.commonModule]), FlowFilter(names: ["Other"]), FlowFilter(names: ["O*"]),
        FlowFilter(divisions: ["Sales"]),
    ])
    func readsWhatAContractNamesWhateverTheFilter(_ filter: FlowFilter) async throws {
        let (reader, _) = try Self.plain.reader()
        let key = try #require(FlowKey("bot/Callback Request"))
        let reading = try await reader.read(LiveRequest(filter: filter, required: [key]))
        #expect(reading.flows.flows.map(\.key).contains(key))
        #expect(!reading.flows.flows.map(\.key.name).contains("Callback Retry"))
    }

    @Test func readsWhatATriggerStartsWhateverTheFilter() async throws {
        var org = Self.plain
        org.triggers = [FakeTrigger(id: "t-0", target: "f-2")]
        let (reader, transport) = try org.reader()
        let reading = try await reader.read(LiveRequest(filter: FlowFilter(types: [.commonModule])))
        #expect(reading.flows.flows.map(\.key.description) == ["workflow/Survey"])
        #expect(reading.flows.flows.first?.triggers.map(\.name) == ["Trigger t-0"])
        #expect(transport.counts["flow"] == 1)
    }

    @Test func listsAllWorkflowsWhereManyTriggersStartThem() async throws {
        var org = FakeOrg.of(30, triggers: 30)
        org.flows.append(FakeFlow(id: "f-bot", name: "Bot", type: "bot"))
        let (reader, transport) = try org.reader()
        let known = org.known
        let bot = try #require(FlowType("bot"))
        let reading = try await reader.read(
            LiveRequest(filter: FlowFilter(types: [bot]), rereading: .none, known: known)
        )
        #expect(reading.flows.flows.count == 31)
        #expect(transport.counts == ["token": 1, "flows": 2, "triggers": 1, "scheduledtriggers": 1])
    }

    @Test func looksForNamesThatTheAPIMightNotTakeAsTheyAre() async throws {
        let org = FakeOrg(flows: [FakeFlow(id: "f-0", name: "50% * off")])
        let (reader, transport) = try org.reader()
        let key = try #require(FlowKey("workflow/50% * off"))
        let reading = try await reader.read(LiveRequest(filter: FlowFilter(types: [.commonModule]), required: [key]))
        #expect(reading.flows.flows.map(\.key) == [key])
        #expect(!transport.lines.contains { $0.contains("name=") })
    }
}
