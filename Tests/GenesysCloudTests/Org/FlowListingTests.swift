import DriftCore
import SourceText
import Testing

@testable import GenesysCloud

struct FlowListingTests {
    @Test(arguments: [(0, 1), (1, 1), (500, 1), (501, 2), (1000, 2), (2499, 5)])
    func readsEveryPageOnce(_ count: Int, _ pages: Int) async throws {
        let (result, transport) = try await list(.of(count))
        #expect(result.flows.count == count)
        #expect(transport.counts == ["token": 1, "flows": pages])
    }

    @Test func readsNoMoreThanSoManyPagesAtOnce() async throws {
        let (_, transport) = try await list(.of(3000))
        let lines = transport.lines.filter { $0.contains("/flows?") }
        #expect(Set(lines).count == 6)
        #expect(lines.first == "GET /api/v2/flows?pageNumber=1&pageSize=500")
    }

    @Test func readsAgainAListThatShrankMeanwhile() async throws {
        var org = FakeOrg.of(1001)
        org.fault = { line, number in
            guard line.contains("pageNumber=3"), number == 1 else { return nil }
            return .success(.json("{\"entities\":[],\"total\":1000,\"pageSize\":500}"))
        }
        let (result, transport) = try await list(org)
        #expect(result.flows.count == 1001)
        #expect(transport.counts["flows"] == 6)
    }

    @Test func readsAgainWhereAFlowStandsOnTwoPages() async throws {
        var org = FakeOrg.of(501)
        let first = org.flows[0].listed
        org.fault = { line, number in
            guard line.contains("pageNumber=2"), number == 1 else { return nil }
            return .success(.json("{\"entities\":[\(first)],\"total\":501,\"pageSize\":500}"))
        }
        let (result, _) = try await list(org)
        #expect(Set(result.flows.map(\.entry.key)).count == 501)
    }

    @Test func givesUpOnAListThatChangesEachTime() async throws {
        var org = FakeOrg.of(501)
        org.fault = { line, number in
            guard line.contains("pageNumber=2") else { return nil }
            return .success(.json("{\"entities\":[],\"total\":\(501 - number),\"pageSize\":500}"))
        }
        let error = await #expect(throws: PlatformError.self) { try await list(org) }
        #expect(error?.kind == .unsteady)
        #expect(
            error?.problem
                == "The org's list of flows was inconsistent in both attempts to read it: "
                + "first, one page gave a total of 501 flows, and another page gave 500; "
                + "then, one page gave a total of 501 flows, and another page gave 499"
        )
    }

    @Test func goesByThePageSizeThatTheOrgAllows() async throws {
        var org = FakeOrg.of(250)
        let pages = org.flows.map(\.listed)
        org.fault = { line, _ in
            guard let match = line.firstMatch(of: /pageNumber=(\d+)/), let number = Int(match.1) else { return nil }
            let page = pages.dropFirst((number - 1) * 100).prefix(100).joined(separator: ",")
            return .success(.json("{\"entities\":[\(page)],\"total\":250,\"pageSize\":100}"))
        }
        let (result, transport) = try await list(org)
        #expect(result.flows.count == 250)
        #expect(transport.counts["flows"] == 3)
    }

    @Test(arguments: [
        ("{\"entities\":[]}", "The page does not say how many flows there are"),
        ("{\"entities\":[],\"total\":-1}", "The page does not say how many flows there are"),
        ("{\"entities\":[],\"total\":2000000000}", "The page gives a total of 2000000000 flows, which is impossible"),
        ("{}", "The document has no 'entities'"),
        ("{\"entities\":[{\"id\":\"f-0\"", "The answer is incomplete or not JSON"),
        ("<html>", "The answer is incomplete or not JSON"),
        ("", "The answer is incomplete or not JSON"),
        ("{\"entities\":[{\"id\":7}],\"total\":1}", "'entities[0].id'"),
    ])
    func saysWhatIsWrongWithAPage(_ body: String, _ problem: String) async throws {
        let org = FakeOrg(fault: { line, _ in line.contains("/flows") ? .success(.json(body)) : nil })
        let error = await #expect(throws: PlatformError.self) { try await list(org) }
        #expect(error?.kind == .unreadable)
        #expect(error?.problem.hasPrefix(problem) == true, "\(error?.problem ?? "")")
        #expect(error?.place == "GET https://api.mypurecloud.ie/api/v2/flows?pageNumber=1&pageSize=500")
    }

    @Test func namesTheFlowsThatItCannotRead() async throws {
        let org = FakeOrg(fault: { line, _ in
            guard line.contains("/flows") else { return nil }
            let entities =
                "{\"id\":\"f-0\",\"name\":\"A\"},{\"name\":\"B\",\"type\":\"BOT\"},\(FakeFlow(id: "f-1", name: "C").listed)"
            return .success(.json("{\"entities\":[\(entities)],\"total\":3}"))
        })
        let (result, _) = try await list(org)
        #expect(result.flows.map(\.entry.key.name) == ["C"])
        #expect(
            result.problems.map(\.problem) == [
                "A flow has no name or no type (id f-0)", "The org's list of flows has no id for 'bot/B'",
            ]
        )
    }

    private func list(_ org: FakeOrg) async throws -> (FlowListing.Result, ScriptedTransport) {
        let (reader, transport) = try org.reader()
        return (try await FlowListing(client: reader.client, width: 4).flows(), transport)
    }
}
