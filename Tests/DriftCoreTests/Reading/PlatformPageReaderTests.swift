import SourceText
import Testing

@testable import DriftCore

struct PlatformPageReaderTests {
    private let reader = PlatformPageReader(source: "GET /x")

    @Test func readsAPageOfFlows() throws {
        let page = try reader.flows(
            Array(
                """
                {"entities": [{
                  "id": "F-1", "name": "Callback Request", "type": "WORKFLOW", "active": true, "deleted": false,
                  "division": {"id": "d-1", "name": "Home"},
                  "publishedBy": {"id": "u-1", "name": "Ada Lovelace"},
                  "publishedVersion": {"id": "12.0", "datePublished": "2026-11-20T08:15:00.000Z"},
                  "savedVersion": {"id": "13.0"}, "inputSchema": {"properties": {}}
                }], "total": 501, "pageSize": 500, "pageNumber": 2, "pageCount": 2, "nextUri": ""}
                """.utf8
            )
        )
        let key = try #require(FlowKey("workflow/Callback Request"))
        #expect(
            page.elements == [
                ListedFlow(
                    entry: FlowEntry(
                        key: key,
                        id: FlowID("f-1"),
                        division: "Home",
                        publishedVersion: "12.0",
                        availability: .available
                    ),
                    publication: Publication(
                        version: "12.0",
                        date: "2026-11-20T08:15:00.000Z",
                        publisher: "Ada Lovelace"
                    ),
                    draftVersion: "13.0"
                )
            ]
        )
        #expect((page.total, page.pageSize, page.pageNumber, page.pageCount) == (501, 500, 2, 2))
        #expect(page.nextURI == nil)
        #expect(page.problems.isEmpty)
    }

    @Test func readsAPageOfTriggersWithoutTakingThemForFlows() throws {
        let page = try reader.triggers(
            Array(
                """
                {"entities": [{"id": "t-1", "name": "Nightly"}, {"id": "t-2", "name": "Odd",
                "target": {"id": "f-1", "workflowTargetSettings": {"dataFormat": "XML"}}}],
                "nextUri": "/api/v2/processautomation/triggers?after=x"}
                """.utf8
            )
        )
        #expect(page.elements == [Trigger(name: "Nightly", topic: nil, id: "t-1")])
        #expect(page.nextURI == "/api/v2/processautomation/triggers?after=x")
        #expect(page.problems.map(\.problem) == ["Trigger 'Odd' has unknown data format 'XML' (id t-2)"])
    }

    @Test func readsAnEmptyPage() throws {
        #expect(try reader.flows(Array("{\"entities\":[],\"total\":0}".utf8)).elements.isEmpty)
    }

    @Test(arguments: [
        ("{\"publishedVersion\":{\"id\":\"1.0\"}}", Publication(version: "1.0")),
        (
            "{\"publishedVersion\":{\"id\":\"1.0\",\"createdBy\":{\"id\":\"u-1\"},\"dateCreated\":1780000000000}}",
            Publication(version: "1.0", creator: "u-1")
        ),
        (
            "{\"publishedVersion\":{\"id\":\"1.0\",\"createdByClient\":{\"id\":\"c-1\",\"name\":\"CI\"}}}",
            Publication(version: "1.0", creator: "CI")
        ),
        ("{\"publishedBy\":{\"name\":\"Ada\"},\"savedVersion\":{\"id\":\"1.0\"}}", nil),
    ])
    func tellsWhoPublishedAndWhen(_ members: String, _ publication: Publication?) throws {
        let text = "{\"name\":\"A\",\"type\":\"BOT\"," + members.dropFirst()
        #expect(try reader.flow(Array(text.utf8)).publication == publication)
    }

    @Test(
        arguments: [
            ("9.0", "10.0", "10.0"), ("10.0", "9.0", nil), ("10.0", "10.0", nil), ("10.0", "10.1", "10.1"),
            (nil, "1.0", "1.0"),
            ("1.0", nil, nil),
        ] as [(String?, String?, String?)]
    )
    func findsADraftThatIsNewer(_ published: String?, _ saved: String?, _ draft: String?) throws {
        let versions = [("publishedVersion", published), ("checkedInVersion", published), ("savedVersion", saved)]
            .compactMap { name, version in version.map { ",\"\(name)\":{\"id\":\"\($0)\"}" } }
        let text = "{\"name\":\"A\",\"type\":\"BOT\"\(versions.joined())}"
        #expect(try reader.flow(Array(text.utf8)).draftVersion == draft)
    }

    @Test(arguments: [
        (0, "1970-01-01T00:00:00Z"), (951_782_400_000, "2000-02-29T00:00:00Z"), (-1, "1969-12-31T23:59:59Z"),
        (4_107_542_399_999, "2100-02-28T23:59:59Z"), (4_107_542_400_000, "2100-03-01T00:00:00Z"),
        (1_780_000_000_999, "2026-05-28T20:26:40Z"), (-62_135_596_800_000, "0001-01-01T00:00:00Z"),
    ])
    func writesMillisecondsAsADate(_ milliseconds: Int, _ text: String) {
        #expect(Moment(milliseconds: milliseconds).text == text)
    }

    @Test func takesTheNameOfAConfigurationFromTheListing() throws {
        let text = "{\"name\":\"Old name\",\"type\":\"workflow\",\"variables\":[]}"
        let key = try #require(FlowKey("workflow/New name"))
        let entry = FlowEntry(
            key: key,
            id: FlowID("f-1"),
            division: "Home",
            publishedVersion: "2.0",
            availability: .available
        )
        let flow = try reader.flow(configuration: Array(text.utf8), of: entry)
        #expect(flow.entry == entry)
        #expect(flow.file == nil)
    }

    @Test(arguments: [
        (
            "{\"name\":\"A\",\"type\":\"workflow\"}",
            "The org's answer is not a flow configuration: it has no 'variables'"
        ),
        (
            "{\"name\":\"A\",\"type\":\"bot\",\"variables\":[]}",
            "The configuration is that of a bot, but the org's list has the flow as workflow"
        ),
    ])
    func takesNothingElseForAConfiguration(_ text: String, _ problem: String) throws {
        let entry = FlowEntry(key: try #require(FlowKey("workflow/A")))
        let error = try #require(throws: ReadingError.self) {
            try reader.flow(configuration: Array(text.utf8), of: entry)
        }
        #expect(error.problem == problem)
        #expect(error.place == Place(file: "GET /x"))
    }
}
