import DriftCore
import Testing

@testable import GenesysCloud

struct CursoredListingTests {
    @Test(arguments: [(0, 1), (200, 1), (201, 2), (450, 3)])
    func followsTheCursorToTheEnd(_ count: Int, _ pages: Int) async throws {
        let (result, transport) = try await list(.of(1, triggers: count))
        #expect(result.elements.count == count)
        #expect(transport.counts["triggers"] == pages)
    }

    @Test func takesATriggerOnceThatStandsOnTwoPages() async throws {
        let (result, _) = try await list(pages: [
            ("", "[\(trigger("a")),\(trigger("b"))]", "/api/v2/processautomation/triggers?after=2"),
            ("after=2", "[\(trigger("b")),\(trigger("c"))]", nil),
        ])
        #expect(result.elements.map(\.name) == ["Trigger a", "Trigger b", "Trigger c"])
    }

    @Test(arguments: [
        "https://api.mypurecloud.ie/api/v2/processautomation/triggers?after=2",
        "/api/v2/processautomation/triggers?after=2",
    ])
    func followsWhatStaysWithinTheListing(_ uri: String) async throws {
        let (result, _) = try await list(pages: [
            ("", "[\(trigger("a"))]", uri), ("after=2", "[\(trigger("b"))]", nil),
        ])
        #expect(result.elements.count == 2)
    }

    @Test(arguments: [
        "https://evil.example/api/v2/processautomation/triggers?after=2",
        "http://api.mypurecloud.ie/api/v2/processautomation/triggers?after=2",
        "//evil.example/api/v2/processautomation/triggers?after=2",
        "/api/v2/users?after=2", "/api/v2/processautomation/triggers", "?after=2", "http://[",
    ])
    func goesNowhereElse(_ uri: String) async throws {
        let (error, transport) = try await failure(pages: [("", "[\(trigger("a"))]", uri)])
        #expect(error?.kind == .unreadable)
        #expect(error?.problem.contains("'\(uri)'") == true)
        #expect(transport.counts["triggers"] == 1)
    }

    @Test func stopsInACircle() async throws {
        let (error, transport) = try await failure(pages: [
            ("", "[\(trigger("a"))]", "/api/v2/processautomation/triggers?after=1"),
            ("after=1", "[\(trigger("b"))]", "/api/v2/processautomation/triggers?after=2"),
            ("after=2", "[\(trigger("c"))]", "/api/v2/processautomation/triggers?after=1"),
        ])
        #expect(error?.problem.hasPrefix("The pages form a loop") == true)
        #expect(transport.counts["triggers"] == 3)
    }

    @Test func stopsWhereThePagesBringNothingNew() async throws {
        let org = FakeOrg(fault: { line, _ in
            guard line.contains("/triggers") else { return nil }
            let number = line.firstMatch(of: /after=(\d+)/).flatMap { Int($0.1) } ?? 0
            return .success(
                .json("{\"entities\":[],\"nextUri\":\"/api/v2/processautomation/triggers?after=\(number + 1)\"}")
            )
        })
        let (reader, transport) = try org.reader()
        let error = await #expect(throws: PlatformError.self) {
            try await CursoredListing(client: reader.client).triggers(.triggers(size: 200), what: "triggers")
        }
        #expect(error?.problem.hasPrefix("The pages form a loop") == true)
        #expect(transport.counts["triggers"] == 3)
    }

    private func trigger(_ id: String) -> String { FakeTrigger(id: id, target: "f-0").listed }

    private func list(_ org: FakeOrg) async throws -> (CursoredListing.Result<Trigger>, ScriptedTransport) {
        let (reader, transport) = try org.reader()
        let listing = CursoredListing(client: reader.client)
        return (try await listing.triggers(.triggers(size: CursoredListing.pageSize), what: "triggers"), transport)
    }

    private func list(
        pages: [(query: String, entities: String, next: String?)]
    ) async throws -> (CursoredListing.Result<Trigger>, ScriptedTransport) {
        try await list(Self.org(pages))
    }

    private func failure(
        pages: [(query: String, entities: String, next: String?)]
    ) async throws -> (PlatformError?, ScriptedTransport) {
        let (reader, transport) = try Self.org(pages).reader()
        let listing = CursoredListing(client: reader.client)
        let error = await #expect(throws: PlatformError.self) {
            try await listing.triggers(.triggers(size: CursoredListing.pageSize), what: "triggers")
        }
        return (error, transport)
    }

    private static func org(_ pages: [(query: String, entities: String, next: String?)]) -> FakeOrg {
        FakeOrg(fault: { line, _ in
            guard line.contains("/triggers") else { return nil }
            let page = pages.first { !$0.query.isEmpty && line.hasSuffix($0.query) } ?? pages[0]
            let next = page.next.map { ",\"nextUri\":\"\($0)\"" } ?? ""
            return .success(.json("{\"entities\":\(page.entities)\(next)}"))
        })
    }
}
