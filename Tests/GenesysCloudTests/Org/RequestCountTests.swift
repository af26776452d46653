import DriftCore
import Testing

@testable import GenesysCloud

struct RequestCountTests {
    @Test func costsTenListRequestsForFiveThousandUnchangedFlows() async throws {
        let org = FakeOrg.of(5000, triggers: 450)
        let (reader, transport) = try org.reader()
        let reading = try await reader.read(LiveRequest(rereading: .none, known: org.known))
        #expect(transport.counts == ["token": 1, "flows": 10, "triggers": 3, "scheduledtriggers": 1])
        #expect(reading.flows.flows.count == 5000)
        #expect(reading.flows.problems.isEmpty)
        #expect(reading.configurationCount == 0)
    }

    @Test(arguments: [(LiveRequest.Rereading.none, 0), (.reliedOn, 3), (.all, 20)])
    func costsOneRequestMoreForEachFlowThatIsReliedOn(_ rereading: LiveRequest.Rereading, _ count: Int) async throws {
        var org = FakeOrg.of(20, triggers: 2)
        org.triggers[1].isEnabled = false
        org.scheduledTriggers = [FakeTrigger(id: "s-0", target: "f-7", topic: nil)]
        let (reader, transport) = try org.reader()
        let request = LiveRequest(named: [org.flows[5].key], rereading: rereading, known: org.known)
        let reading = try await reader.read(request)
        #expect(transport.counts["configuration", default: 0] == count)
        #expect(reading.flows.flows.count == 20)
    }

    @Test func costsOneRequestMoreForEachChangedFlow() async throws {
        var org = FakeOrg.of(1200)
        let known = org.known
        for index in 0..<7 { org.flows[index * 150].version = "2.0" }
        let (reader, transport) = try org.reader()
        let reading = try await reader.read(LiveRequest(known: known))
        #expect(
            transport.counts == ["token": 1, "flows": 3, "triggers": 1, "scheduledtriggers": 1, "configuration": 7]
        )
        #expect(reading.configurationCount == 7)
    }

    @Test(arguments: [
        "no snapshot", "another id", "another version", "another digest or reader", "an unreadable snapshot",
    ])
    func fetchesAFlowWhoseSnapshotDoesNotFit(_ difference: String) async throws {
        let org = FakeOrg.of(2)
        var known = org.known
        let key = org.flows[1].key
        switch difference {
        case "no snapshot": known[key] = nil
        case "another id": known[key]?.id = FlowID("f-old")
        case "another version": known[key]?.version = "0.9"
        case "another digest or reader": known[key]?.isCurrent = false
        default: known[key]?.flow = nil
        }
        let (reader, transport) = try org.reader()
        _ = try await reader.read(LiveRequest(known: known))
        #expect(
            transport.lines.filter { $0.contains("configuration") } == [
                "GET /api/v2/flows/f-1/versions/1.0/configuration"
            ]
        )
    }

    @Test func costsOneRequestMoreForEachNewerDraft() async throws {
        var org = FakeOrg.of(5)
        org.flows[1].draft = "1.0"
        org.flows[2].draft = "2.0"
        org.flows[3].draft = "0.9"
        org.flows[4].draft = "10.0"
        org.flows[4].version = "9.0"
        let (reader, transport) = try org.reader()
        let reading = try await reader.read(LiveRequest(known: org.known, readsDrafts: true))
        #expect(transport.counts["latestconfiguration"] == 2)
        #expect(reading.drafts.map(\.version) == ["2.0", "10.0"])
        #expect(
            reading.drafts.map { $0.flow.inputs.map(\.name) }
                == Array(repeating: ["Flow.draft", "Flow.input"], count: 2)
        )
        #expect(reading.flows.flows.allSatisfy { $0.inputs.map(\.name) == ["Flow.input"] })
    }

    @Test func asksForNoDraftUnlessItIsWanted() async throws {
        var org = FakeOrg.of(1)
        org.flows[0].draft = "2.0"
        let (reader, transport) = try org.reader()
        let reading = try await reader.read(LiveRequest(known: org.known))
        #expect(transport.counts["latestconfiguration"] == nil)
        #expect(reading.drafts.isEmpty)
    }
}

extension ScriptedTransport {
    /// How many requests of each kind there were.
    var counts: [String: Int] {
        lines.reduce(into: [:]) { counts, line in
            let last = line.split(separator: "?")[0].split(separator: "/").last.map(String.init) ?? ""
            counts[last.hasPrefix("f-") ? "flow" : last, default: 0] += 1
        }
    }
}
