import SourceText
import Testing

@testable import DriftCore
@testable import GenesysCloud

struct PartialFailureTests {
    @Test func namesAFlowThatCannotBeRead() async throws {
        var org = FakeOrg.of(3, triggers: 3)
        org.fault = { line, _ in
            line.contains("f-1/versions") ? .success(.error(404, "not.found", "No such version")) : nil
        }
        let (reader, _) = try org.reader()
        let reading = try await reader.read(LiveRequest())
        #expect(reading.unread.map(\.name) == ["Flow 1"])
        #expect(reading.flows.flows.map(\.key.name) == ["Flow 0", "Flow 2"])
        #expect(reading.flows.entries.map(\.key.name) == ["Flow 0", "Flow 1", "Flow 2"])
        #expect(
            reading.flows.problems.map(\.description) == [
                "GET https://api.mypurecloud.ie/api/v2/flows/f-1/versions/1.0/configuration: 'workflow/Flow 1' could not be read: The org does not have the requested resource (status 404); the API says: \"No such version [not.found]\" (correlation id c-1)"
            ]
        )
        // Its trigger isn't stray, or it would move to another file now, and back the next time.
        #expect(reading.flows.strayTriggers == [])
    }

    @Test(arguments: [
        ("{\"name\":\"Flow 0\",\"type\":\"workflow\"}", "it has no 'variables'"),
        ("{\"name\":\"Flow 0\",\"type\":\"bot\",\"variables\":[]}", "The configuration is that of a bot"),
        ("{\"name\":\"Flow 0\",\"type\":\"workflow\",\"varia", "The answer is incomplete or not JSON"),
        ("[]", ""),
    ])
    func takesNoOtherThingForAConfiguration(_ body: String, _ problem: String) async throws {
        var org = FakeOrg.of(1)
        org.fault = { line, _ in line.hasSuffix("/configuration") ? .success(.json(body)) : nil }
        let (reader, _) = try org.reader()
        let reading = try await reader.read(LiveRequest())
        #expect(reading.unread.map(\.name) == ["Flow 0"])
        #expect(reading.flows.flows.isEmpty)
        #expect(reading.flows.problems.first?.problem.contains(problem) == true, "\(reading.flows.problems)")
    }

    @Test func namesADraftThatCannotBeRead() async throws {
        var org = FakeOrg.of(1)
        org.flows[0].draft = "2.0"
        org.fault = { line, _ in line.hasSuffix("latestconfiguration") ? .success(.error(400, "bad.request")) : nil }
        let (reader, _) = try org.reader()
        let reading = try await reader.read(LiveRequest(readsDrafts: true))
        #expect(reading.unread.isEmpty)
        #expect(
            reading.flows.problems.first?.problem.hasPrefix("The draft of 'workflow/Flow 0' could not be read") == true
        )
    }

    @Test func stopsAskingWhereTheOrgHasStoppedToAnswer() async throws {
        var org = FakeOrg.of(100)
        org.fault = { line, _ in
            line.contains("/versions/") ? .failure(TransportFailure(.noAnswer, "the connection was reset")) : nil
        }
        let (reader, transport) = try org.reader()
        let reading = try await reader.read(LiveRequest())
        #expect(Set(transport.lines.filter { $0.contains("/versions/") }).count <= 8)
        #expect(reading.unread.count == 100)
        let last = try #require(reading.flows.problems.last)
        let start = "The org stopped answering, so flowdrift did not ask for the remaining flows: 'workflow/Flow "
        #expect(last.problem.hasPrefix(start))
        #expect(last.problem.contains(/' and 8\d more$/), "\(last.problem)")
    }

    @Test func stopsAskingWhereTheTokenIsRefused() async throws {
        var org = FakeOrg.of(100)
        org.fault = { line, _ in line.contains("/versions/") ? .success(.error(401, "authentication.required")) : nil }
        let (reader, transport) = try org.reader()
        let reading = try await reader.read(LiveRequest())
        #expect(transport.lines.count < 30)
        #expect(reading.unread.count == 100)
    }

    @Test func keepsTheSnapshotsTriggersWhereTheOrgsCannotBeRead() async throws {
        var org = FakeOrg.of(2)
        var known = org.known
        let trigger = Trigger(name: "Known", topic: "v2.x.{id}")
        known[org.flows[0].key]?.flow?.triggers = [trigger]
        org.flows[0].version = "2.0"
        org.fault = { line, _ in line.contains("/triggers") ? .success(.error(403, "missing.permissions")) : nil }
        let (reader, _) = try org.reader()
        let reading = try await reader.read(LiveRequest(known: known))
        #expect(!reading.hasTriggers)
        #expect(reading.flows.strayTriggers == nil)
        #expect(reading.flows.flows.map { $0.triggers.map(\.name) } == [["Known"], []])
        #expect(reading.flows.problems.map(\.problem).first?.contains("'processautomation:trigger:view'") == true)
    }

    @Test func believesNoEmptyList() async throws {
        var org = FakeOrg.of(3)
        let known = org.known
        org.flows = []
        let (reader, transport) = try org.reader()
        let reading = try await reader.read(LiveRequest(known: known))
        #expect(reading.isSuspiciouslyEmpty)
        #expect(reading.gone.isEmpty)
        #expect(
            reading.flows.problems.map(\.problem) == ["The org's list of flows is empty, but 3 flows have snapshots"]
        )
        #expect(transport.counts["flow"] == nil)
    }

    @Test func believesAnEmptyListWhereThatIsAllowed() async throws {
        var org = FakeOrg.of(3)
        let known = org.known
        org.flows = []
        let (reader, _) = try org.reader()
        let reading = try await reader.read(LiveRequest(known: known, allowsEmpty: true))
        #expect(!reading.isSuspiciouslyEmpty)
        #expect(reading.gone.map(\.name) == ["Flow 0", "Flow 1", "Flow 2"])
        #expect(reading.flows.problems.isEmpty)
    }

    @Test func believesAnEmptyListWithoutSnapshots() async throws {
        let (reader, _) = try FakeOrg().reader()
        let reading = try await reader.read(LiveRequest())
        #expect(reading.flows.flows.isEmpty)
        #expect(reading.flows.problems.isEmpty)
    }

    @Test func throwsWhereNotEvenTheListCanBeRead() async throws {
        let org = FakeOrg(fault: { line, _ in
            line.contains("/flows") ? .success(.error(403, "missing.permissions")) : nil
        })
        let (reader, _) = try org.reader()
        let error = await #expect(throws: PlatformError.self) { try await reader.read(LiveRequest()) }
        #expect(error?.kind == .permission)
    }
}
