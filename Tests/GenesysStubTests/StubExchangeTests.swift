import Foundation
import StrictJSON
import Testing

@testable import DriftCore
@testable import GenesysStub

@Suite struct StubExchangeTests {
    private func get(_ exchange: StubExchange, _ target: String) throws -> (status: Int, json: JSONValue) {
        let answer = exchange.answer(StubRequest("GET", target, authorization: "Bearer x"))
        return (answer.status, try JSONDecoder().decode(JSONValue.self, from: Data(answer.body)))
    }

    private func names(_ exchange: StubExchange, _ target: String) throws -> [String] {
        try get(exchange, target).json["entities"].elements.compactMap { $0["name"].text }
    }

    /// The names on a page, and on all further pages by `nextUri`.
    private func walk(_ exchange: StubExchange, from target: String) throws -> [[String]] {
        let page = try get(exchange, target).json
        let names = page["entities"].elements.compactMap { $0["name"].text ?? $0.text }
        guard let next = page["nextUri"].text else { return [names] }
        return [names] + (try walk(exchange, from: next))
    }

    @Test func listsFlowsPageByPage() throws {
        let exchange = StubExchange(Fixture.org(flows: 60))
        let page = try get(exchange, "/api/v2/flows?pageNumber=2&pageSize=25").json
        #expect(page["total"] == .number("60") && page["pageCount"] == .number("3"))
        #expect(page["firstUri"] == .string("/api/v2/flows?pageSize=25&pageNumber=1"))
        #expect(page["previousUri"] == .string("/api/v2/flows?pageSize=25&pageNumber=1"))
        #expect(page["lastUri"] == .string("/api/v2/flows?pageSize=25&pageNumber=3"))
        let pages = try walk(exchange, from: "/api/v2/flows")
        #expect(pages.map(\.count) == [25, 25, 10])
        #expect(Set(pages.joined()).count == 60)
        #expect(try names(exchange, "/api/v2/flows?pageNumber=4") == [])
    }

    @Test(arguments: [
        ("type=workflow&type=bot", ["Flow 0", "Flow 1", "Flow 2"]), ("type=bot", []), ("name=flow+1", ["Flow 1"]),
        ("name=Flow%20*", ["Flow 0", "Flow 1", "Flow 2"]), ("name=*2", ["Flow 2"]), ("name=*o*%200", ["Flow 0"]),
        ("name=low", []), ("publishedAfter=2030-01-01T00:00:00Z", []),
        (
            "publishedAfter=2000-01-01T00:00:00.000Z&publishedBefore=2030-01-01T00:00:00Z",
            ["Flow 0", "Flow 1", "Flow 2"]
        ),
        ("deleted=true", ["Flow 0", "Flow 1", "Flow 2"]),
    ])
    func filtersFlows(query: String, names: [String]) throws {
        let exchange = StubExchange(Fixture.org(flows: 3))
        #expect(try self.names(exchange, "/api/v2/flows?" + query) == names)
    }

    @Test func filtersFlowsByTheIDsOfDivisions() throws {
        let exchange = StubExchange(Fixture.org(flows: 21))
        let divisions = try get(exchange, "/api/v2/authorization/divisions").json["entities"].elements
        #expect(divisions.map { $0["name"] } == [.string("Home"), .string("Sales")])
        let ids = divisions.compactMap { $0["id"].text }
        #expect(try names(exchange, "/api/v2/flows?divisionId=\(ids[1])") == ["Flow 0", "Flow 10", "Flow 20"])
        #expect(
            try get(exchange, "/api/v2/flows?divisionId=\(ids[0])&divisionId=\(ids[1])").json["total"] == .number("21")
        )
    }

    @Test func givesSchemasOnlyWhenAskedTo() throws {
        let exchange = StubExchange(Fixture.org(flows: 1))
        let schema = try get(exchange, "/api/v2/flows?includeSchemas=true").json["entities"].elements[0]["inputSchema"]
        #expect(schema["properties"]["Flow.id"]["type"] == .string("string"))
        #expect(try get(exchange, "/api/v2/flows").json["entities"].elements[0]["inputSchema"] == .null)
    }

    @Test func answersVersionsWithTheirConfigurations() throws {
        var org = Fixture.org(flows: 1)
        org.flows[0].draft = StubFlow.Version("2.0", configuration: Array(#"{"is":"draft"}"#.utf8))
        let exchange = StubExchange(org)
        let flow = "/api/v2/flows/\(org.flows[0].id)"
        #expect(try names(exchange, flow + "/versions") == ["2.0", "1.0"])
        #expect(try get(exchange, flow + "/versions/1.0").json["type"] == .string("PUBLISH"))
        #expect(try get(exchange, flow + "/versions/1.0/configuration").json["name"] == .string("Flow 0"))
        #expect(try get(exchange, flow + "/latestconfiguration").json["is"] == .string("draft"))
        #expect(try get(exchange, flow).json["publishedVersion"]["id"] == .string("1.0"))
        #expect(try get(exchange, flow).json["savedVersion"]["id"] == .string("2.0"))
        #expect(try get(exchange, flow + "/versions/3.0/configuration").status == 404)
    }

    @Test func leavesOutThePublishedVersionOfAFlowThatHasNone() throws {
        let key = FlowKey(type: .workflow, name: "New")
        let exchange = StubExchange(StubOrg(flows: [StubFlow(Flow(key: key, availability: .unpublished))]))
        let flow = try get(exchange, "/api/v2/flows").json["entities"].elements[0]
        #expect(flow["publishedVersion"] == .null && flow["savedVersion"]["type"] == .string("SAVE"))
    }

    @Test func listsTriggersByCursor() throws {
        let exchange = StubExchange(Fixture.org(flows: 1, triggers: 5))
        let pages = try walk(exchange, from: "/api/v2/processautomation/triggers?pageSize=2")
        #expect(pages == [["Trigger 0", "Trigger 1"], ["Trigger 2", "Trigger 3"], ["Trigger 4"]])
        let second = try get(exchange, "/api/v2/processautomation/triggers?pageSize=2").json["nextUri"].text
        let back = try get(exchange, try #require(second)).json["previousUri"].text
        #expect(try names(exchange, try #require(back)) == ["Trigger 0", "Trigger 1"])
    }

    @Test(arguments: [
        ("enabled=false", 2), ("enabled=true", 3), ("topicName=v2.other,v2.calls.{id}.end", 5),
        ("topicName=v2.other", 0),
        ("hasDelayBy=true", 0), ("hasDelayBy=false", 5),
    ])
    func filtersTriggers(query: String, count: Int) throws {
        let exchange = StubExchange(Fixture.org(flows: 1, triggers: 5))
        #expect(try names(exchange, "/api/v2/processautomation/triggers?" + query).count == count)
    }

    @Test func readsTriggersBackAsTheyWere() throws {
        let triggers = [Fixture.trigger("A"), Trigger(name: "B", topic: "v2.b", delayBySeconds: 90)]
        let org = StubOrg(triggers: triggers.map { StubTrigger($0, targetID: FlowID("f")) })
        let answer = StubExchange(org).answer(
            StubRequest("GET", "/api/v2/processautomation/triggers", authorization: "Bearer x")
        )
        guard case .triggers(let read) = try FlowFileReader().read(answer.body, file: "a.json") else {
            Issue.record("The answer holds no triggers")
            return
        }
        let expected = org.triggers.map { stub in
            var trigger = stub.trigger
            trigger.target = FlowID("f").map { .id($0) }
            trigger.id = stub.id
            return trigger
        }
        #expect(read == expected)
    }

    @Test func keepsScheduledTriggersApart() throws {
        let scheduled = StubTrigger(Fixture.trigger("Nightly", topic: nil), targetID: FlowID("f"))
        let exchange = StubExchange(StubOrg(triggers: [scheduled]))
        #expect(try names(exchange, "/api/v2/processautomation/scheduledtriggers") == ["Nightly"])
        #expect(try names(exchange, "/api/v2/processautomation/triggers") == [])
        #expect(
            try get(exchange, "/api/v2/processautomation/scheduledtriggers/\(scheduled.id)").json["schedule"] != .null
        )
    }

    @Test func offersTheTopicsOfItsTableAndOfItsTriggers() throws {
        var org = Fixture.org(flows: 1, triggers: 1)
        org.topics = [
            EventTopic(
                name: "v2.a",
                attributes: [.init("id", .string), .init("tags", .array), .init("more", .other)],
                source: EventSource(name: "a test")
            )
        ]
        let exchange = StubExchange(org)
        #expect(
            try walk(exchange, from: "/api/v2/processautomation/triggers/topics?pageSize=1") == [
                ["v2.a"], ["v2.calls.{id}.end"],
            ]
        )
        let topics = try get(exchange, "/api/v2/notifications/availabletopics?expand=schema").json["entities"].elements
        #expect(topics.map { $0["id"] } == [.string("v2.a"), .string("v2.calls.{id}.end")])
        #expect(topics[0]["schema"]["properties"]["tags"]["type"] == .string("array"))
        #expect(
            try get(exchange, "/api/v2/notifications/availabletopics").json["entities"].elements[0]["schema"] == .null
        )
    }

    @Test(arguments: [
        ("/api/v2/flows?pageSize=501", 400), ("/api/v2/flows?pageNumber=0", 400), ("/api/v2/flows?type=nonsense", 400),
        ("/api/v2/flows?includeSchemas=maybe", 400), ("/api/v2/flows?publishedAfter=monday", 400),
        ("/api/v2/processautomation/triggers?pageSize=201", 400), ("/api/v2/processautomation/triggers?after=x", 400),
        ("/api/v2/flows/none", 404), ("/api/v2/processautomation/triggers/none", 404), ("/api/v2/queues", 404),
        ("/", 404),
        ("/api/v2/authorization/divisions/none", 404), ("/api/v2/tokens/me", 200),
    ])
    func answersWhatItCannotServeWithAnErrorBody(target: String, status: Int) throws {
        let answer = try get(StubExchange(Fixture.org(flows: 1)), target)
        #expect(answer.status == status)
        #expect(status == 200 || answer.json["status"] == .number(String(status)))
    }

    @Test func knowsNoMethodButGET() throws {
        let exchange = StubExchange(Fixture.org(flows: 1))
        #expect(exchange.answer(StubRequest("DELETE", "/api/v2/flows", authorization: "Bearer x")).status == 405)
    }

    @Test(arguments: [nil, "Basic eDp5", "Bearer "])
    func refusesARequestWithoutAToken(authorization: String?) {
        let exchange = StubExchange(Fixture.org(flows: 1))
        #expect(exchange.answer(StubRequest("GET", "/api/v2/flows", authorization: authorization)).status == 401)
    }

    @Test(arguments: [
        ("a:b", "grant_type=client_credentials", 200), ("a:b", "grant_type=password", 400),
        ("a:wrong", "grant_type=client_credentials", 401), ("a", "grant_type=client_credentials", 401),
    ])
    func givesTokensToClients(credentials: String, form: String, status: Int) {
        let exchange = StubExchange(Fixture.org(flows: 1), rejectedSecret: "wrong")
        let authorization = "Basic " + Data(credentials.utf8).base64EncodedString()
        let request = StubRequest("POST", "/oauth/token", authorization: authorization, body: Array(form.utf8))
        #expect(exchange.answer(request).status == status)
    }

    @Test func countsRequestsAgainstItsLimit() throws {
        let exchange = StubExchange(Fixture.org(flows: 1), rateLimit: 2)
        let request = StubRequest("GET", "/api/v2/flows", authorization: "Bearer x")
        let answers = [exchange.answer(request), exchange.answer(request), exchange.answer(request)]
        #expect(answers.map(\.status) == [200, 200, 429])
        #expect(answers.map { $0.headers["inin-ratelimit-count"] } == ["1", "2", "2"])
        #expect(answers[2].headers["Retry-After"] == answers[2].headers["inin-ratelimit-reset"])
    }

    @Test func keepsALogOfWhatWasAsked() throws {
        let exchange = StubExchange(Fixture.org(flows: 1))
        _ = try get(exchange, "/api/v2/flows?pageSize=1")
        _ = try get(exchange, "/api/v2/flows/a")
        _ = try get(exchange, "/api/v2/flows/b")
        #expect(exchange.requests == ["GET /api/v2/flows?pageSize=1", "GET /api/v2/flows/a", "GET /api/v2/flows/b"])
        #expect(exchange.counts == ["GET /api/v2/flows": 1, "GET /api/v2/flows/{}": 2])
    }
}
