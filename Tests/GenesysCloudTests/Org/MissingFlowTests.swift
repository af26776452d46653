import DriftCore
import SourceText
import Testing

@testable import GenesysCloud

struct MissingFlowTests {
    @Test func takesAFlowForGoneOnlyWhereItsIDIsUnknown() async throws {
        var org = FakeOrg.of(3)
        let known = org.known
        org.flows.removeLast()
        let (reader, transport) = try org.reader()
        let reading = try await reader.read(LiveRequest(known: known))
        #expect(reading.gone.map(\.name) == ["Flow 2"])
        #expect(reading.hidden.isEmpty)
        #expect(reading.flows.problems.isEmpty)
        #expect(transport.lines.contains("GET /api/v2/flows/f-2"))
    }

    @Test func takesADeletedFlowForGone() async throws {
        var org = FakeOrg.of(2)
        let known = org.known
        let body = org.flows[1].listed.replacing("\"deleted\":false", with: "\"deleted\":true")
        org.flows.removeLast()
        org.fault = { line, _ in line.hasSuffix("/flows/f-1") ? .success(.json(body)) : nil }
        let (reader, _) = try org.reader()
        #expect(try await reader.read(LiveRequest(known: known)).gone.map(\.name) == ["Flow 1"])
    }

    @Test(arguments: [
        (
            403, "missing.division.permission",
            "'workflow/Flow 1' is not visible: The role lacks the permission 'architect:flow:view' (status 403)"
        ),
        (400, "bad.request", "'workflow/Flow 1' is not visible: The org refused the request (status 400)"),
    ])
    func takesAFlowForHiddenWhereTheOrgSaysAnythingElse(_ status: Int, _ code: String, _ problem: String) async throws {
        var org = FakeOrg.of(2, triggers: 2)
        let known = org.known
        org.flows.removeLast()
        org.fault = { line, _ in line.hasSuffix("/flows/f-1") ? .success(.error(status, code)) : nil }
        let (reader, transport) = try org.reader()
        let reading = try await reader.read(LiveRequest(known: known))
        #expect(reading.gone.isEmpty)
        #expect(reading.hidden.map(\.name) == ["Flow 1"])
        #expect(reading.flows.problems.map(\.problem).first?.hasPrefix(problem) == true)
        #expect(
            reading.flows.problems.first?.fix
                == "check that the role of the OAuth client, or of the token's user, covers the flow's division"
        )
        // Its trigger stays in its snapshot.
        #expect(reading.flows.strayTriggers == [])
        #expect(transport.counts["flow"] == 1)
    }

    @Test func takesAFlowForHiddenThatIsThereAndNotListed() async throws {
        var org = FakeOrg.of(2)
        let known = org.known
        org.flows[1].isHidden = true
        let (reader, _) = try org.reader()
        let reading = try await reader.read(LiveRequest(known: known))
        #expect(reading.hidden.map(\.name) == ["Flow 1"])
        #expect(
            reading.flows.problems.map(\.problem) == [
                "The org's list of flows lacks 'workflow/Flow 1', which has a snapshot; "
                    + "a request by the flow's id shows that the flow still exists"
            ]
        )
    }

    @Test func takesAFlowForHiddenWhereNobodyKnowsItsID() async throws {
        var org = FakeOrg.of(2)
        var known = org.known
        known[org.flows[1].key]?.id = nil
        org.flows.removeLast()
        let (reader, transport) = try org.reader()
        let reading = try await reader.read(LiveRequest(known: known))
        #expect(reading.hidden.map(\.name) == ["Flow 1"])
        #expect(transport.counts["flow"] == nil)
    }

    @Test func saysHowARenamedFlowIsNamedNow() async throws {
        var org = FakeOrg.of(2)
        let known = org.known
        org.flows[1].name = "Renamed"
        let (reader, transport) = try org.reader()
        let reading = try await reader.read(LiveRequest(known: known))
        #expect(reading.gone.map(\.name) == ["Flow 1"])
        #expect(reading.flows.flows.map(\.key.name) == ["Flow 0", "Renamed"])
        #expect(reading.renamed.map { [$0.key.name, $0.value.name] } == [["Flow 1", "Renamed"]])
        #expect(transport.counts["flow"] == nil)
    }

    @Test func asksNothingAboutSnapshotsOutsideTheFilter() async throws {
        var org = FakeOrg.of(2)
        let known = org.known
        org.flows.removeLast()
        let (reader, transport) = try org.reader()
        let reading = try await reader.read(LiveRequest(filter: FlowFilter(names: ["Flow 0"]), known: known))
        #expect(reading.gone.isEmpty)
        #expect(transport.counts["flow"] == nil)
    }
}
