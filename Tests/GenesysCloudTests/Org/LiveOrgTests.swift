import Testing

@testable import DriftCore
@testable import GenesysCloud

struct LiveOrgTests {
    @Test func putsFlowsTriggersAndPublicationsTogether() async throws {
        var org = FakeOrg.of(2, triggers: 3)
        org.flows[0].division = "Sales"
        org.scheduledTriggers = [FakeTrigger(id: "s-0", target: "f-1", topic: nil)]
        let (reader, _) = try org.reader()
        let reading = try await reader.read(LiveRequest())
        let first = try #require(reading.flows.flows.first)
        #expect(first.key == FlowKey("workflow/Flow 0"))
        #expect(first.id == FlowID("f-0"))
        #expect(first.division == "Sales")
        #expect(first.availability == .available)
        #expect(first.publishedVersion == "1.0")
        #expect(first.inputs.map(\.name) == ["Flow.input"])
        #expect(first.triggers.map(\.name) == ["Trigger t-0", "Trigger t-2"])
        #expect(
            reading.flows.flows[1].triggers.map(\.topic) == [nil, "v2.detail.events.conversation.{id}.customer.end"]
        )
        #expect(reading.flows.strayTriggers == [])
        #expect(reading.flows.problems.isEmpty)
        #expect(reading.hasTriggers)
        let publication = Publication(version: "1.0", date: "2026-11-20T08:15:00.000Z", publisher: "Ada Lovelace")
        #expect(reading.publications[first.key] == publication)
    }

    @Test func takesTheInterfaceFromASnapshotThatFits() async throws {
        var org = FakeOrg.of(1)
        let known = org.known
        org.flows[0].division = "Sales"
        org.flows[0].isActive = false
        let (reader, transport) = try org.reader()
        let reading = try await reader.read(LiveRequest(known: known))
        let flow = try #require(reading.flows.flows.first)
        #expect(transport.counts["configuration"] == nil)
        #expect(flow.inputs.map(\.name) == ["Flow.input"])
        #expect(flow.division == "Sales")
        #expect(flow.availability == .inactive)
        #expect(flow.file == nil)
    }

    @Test func readsNothingOfAFlowThatWasNeverPublished() async throws {
        var org = FakeOrg.of(1)
        org.flows[0].version = nil
        let (reader, transport) = try org.reader()
        let reading = try await reader.read(LiveRequest())
        #expect(transport.counts["configuration"] == nil)
        #expect(reading.flows.flows.map(\.availability) == [.unpublished])
        #expect(reading.publications.isEmpty)
    }

    @Test func keepsTriggersWhoseFlowIsGoneApart() async throws {
        var org = FakeOrg.of(1)
        org.triggers = [FakeTrigger(id: "t-0", target: "f-9")]
        let (reader, transport) = try org.reader()
        let reading = try await reader.read(LiveRequest())
        #expect(reading.flows.strayTriggers?.map(\.name) == ["Trigger t-0"])
        #expect(reading.flows.problems.isEmpty)
        #expect(transport.lines.contains("GET /api/v2/flows/f-9"))
    }

    @Test func saysThatAHostKnowsNoSchedules() async throws {
        var org = FakeOrg.of(1)
        org.fault = { line, _ in line.contains("scheduledtriggers") ? .success(.error(404, "not.found")) : nil }
        let (reader, _) = try org.reader()
        let reading = try await reader.read(LiveRequest())
        #expect(
            reading.flows.notices.map(\.text) == [
                "scheduled triggers are left out: api.mypurecloud.ie does not support them"
            ]
        )
        #expect(reading.hasTriggers)
    }

    @Test func readsTheTopicsWithTheirSchemas() async throws {
        let org = FakeOrg(fault: { line, _ in
            guard line == "GET /api/v2/notifications/availabletopics?expand=schema" else { return nil }
            return .success(
                .json(
                    "{\"entities\":[{\"id\":\"v2.x.{id}\",\"schema\":{\"properties\":{\"a\":{\"type\":\"string\"}}}}]}"
                )
            )
        })
        let (reader, _) = try org.reader()
        #expect(try await reader.topicSchemas() == TopicSchemas(topics: ["v2.x.{id}": ["a": "string"]]))
    }

    @Test func saysHowLongAFirstSnapshotTakes() async throws {
        let events = EventLog()
        let org = FakeOrg.of(700)
        let client = PlatformClient.scripted(try .client(), progress: events.note, org.transport)
        let reading = try await LiveOrg(client: client).read(LiveRequest())
        #expect(reading.flows.flows.count == 700)
        #expect(events.all.contains(.fetching(count: 700, estimate: .seconds(140))))
        #expect(events.all.contains(.listing(what: "flows", count: 500, total: 700)))
        #expect(events.all.contains(.configuration(number: 700, of: 700)))
        #expect(events.all.contains { if case .waiting = $0 { true } else { false } })
    }
}
