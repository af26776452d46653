import DriftCore
import Foundation
import StrictJSON
import Testing

@testable import GenesysStub

@Suite struct StubFaultTests {
    @Test(arguments: [
        ("too-many-requests:2*3@/flows?", StubFault(.tooManyRequests(retryAfter: 2), times: 3, hitting: "/flows?")),
        ("too-many-requests", StubFault(.tooManyRequests(retryAfter: 1))),
        ("server-error:503@oauth", StubFault(.serverError(status: 503), hitting: "oauth")),
        ("dripping:5", StubFault(.dripping(.milliseconds(5)))),
        ("slow*1", StubFault(.slow(.milliseconds(1000)), times: 1)),
        ("expired-token:7", StubFault(.expiredToken(after: 7))),
        ("missing-permission:a:b:c", StubFault(.missingPermission("a:b:c"))),
        ("redirect:evil.example", StubFault(.redirect(to: "evil.example"))), ("reset", StubFault(.reset)),
    ])
    func readsAFault(text: String, fault: StubFault) {
        #expect(StubFault(text) == fault)
    }

    @Test(arguments: [
        "", "resets", "reset:1", "server-error:200", "slow:soon", "reset*0", "reset*x", "reset@", "slow:",
    ])
    func takesNoOtherText(text: String) {
        #expect(StubFault(text) == nil)
    }

    @Test(arguments: StubFault.forms.map(\.name))
    func readsEveryNameThatHelpLists(name: String) {
        #expect(StubFault(name) != nil)
    }

    private func statuses(_ faults: String..., asking targets: [String]) throws -> [Int] {
        let exchange = StubExchange(Fixture.org(flows: 4, triggers: 4), faults: faults.compactMap { StubFault($0) })
        return targets.map { exchange.answer(StubRequest("GET", $0, authorization: "Bearer x")).status }
    }

    @Test func happensAsOftenAsItSaysToTheRequestsThatItNames() throws {
        let targets = ["/api/v2/tokens/me", "/api/v2/flows", "/api/v2/flows/x", "/api/v2/flows?a=1", "/api/v2/flows"]
        #expect(try statuses("server-error*2@/flows?", asking: targets) == [200, 500, 404, 500, 200])
    }

    @Test func takesTheFirstOfSeveralThatIsNotUsedUp() throws {
        let target = "/api/v2/flows"
        #expect(
            try statuses("too-many-requests*1", "server-error:503*1", asking: [target, target, target]) == [
                429, 503, 200,
            ]
        )
    }

    @Test func refusesWhatNeedsAMissingPermissionAlone() throws {
        let targets = ["/api/v2/flows", "/api/v2/processautomation/triggers", "/api/v2/tokens/me"]
        #expect(try statuses("missing-permission:processautomation:trigger:view", asking: targets) == [200, 403, 200])
    }

    @Test func endsEachTokenAfterSomeRequests() {
        let exchange = StubExchange(Fixture.org(flows: 1), faults: [StubFault(.expiredToken(after: 2))])
        let answers = ["a", "a", "a", "b", "a", "b", "b"].map { token in
            exchange.answer(StubRequest("GET", "/api/v2/flows", authorization: "Bearer \(token)")).status
        }
        #expect(answers == [200, 200, 401, 200, 401, 200, 401])
    }

    @Test func endsNoMoreTokensThanItSays() {
        let exchange = StubExchange(Fixture.org(flows: 1), faults: [StubFault(.expiredToken(after: 0), times: 1)])
        let answers = ["a", "a", "b", "b", "a"].map { token in
            exchange.answer(StubRequest("GET", "/api/v2/flows", authorization: "Bearer \(token)")).status
        }
        #expect(answers == [401, 401, 200, 200, 401])
    }

    @Test(arguments: [
        ("half-page", 1, 5, "/api/v2/flows?pageSize=2&pageNumber=3"),
        ("shrinking", 2, 4, "/api/v2/flows?pageSize=2&pageNumber=3"),
        ("repeated", 3, 5, "/api/v2/flows?pageSize=2&pageNumber=3"),
        ("foreign-next", 2, 5, "https://elsewhere.example/api/v2/flows?pageSize=2&pageNumber=3"),
        ("circular-next", 2, 5, "/api/v2/flows?pageSize=2&pageNumber=2"),
    ])
    func spoilsAPage(fault: String, count: Int, total: Int, next: String) throws {
        let exchange = StubExchange(Fixture.org(flows: 5), faults: [try #require(StubFault(fault))])
        let target = "/api/v2/flows?pageSize=2&pageNumber=2"
        let answer = exchange.answer(StubRequest("GET", target, authorization: "Bearer x"))
        let page = try JSONDecoder().decode(JSONValue.self, from: Data(answer.body))
        #expect(page["entities"].elements.count == count)
        #expect(page["total"].integer == total)
        #expect(page["nextUri"].text == (fault == "shrinking" ? nil : next))
    }
}
