import Foundation
import StrictJSON
import Testing

@testable import DriftCore
@testable import GenesysStub

@Suite struct LaunchEndpointTests {
    private let reported = Reported()

    private func exchange(
        _ flows: [Flow] = [Fixture.callbackRequest],
        faults: String...,
        rateLimit: Int? = nil,
        judge: Judge? = Judge(),
        prepare: (inout LaunchSettings) -> Void = { _ in }
    ) -> StubExchange {
        var settings = LaunchSettings(judge: judge) { [reported] in reported.add($0) }
        prepare(&settings)
        return StubExchange(
            StubOrg(flows: flows.map { StubFlow($0) }),
            faults: faults.compactMap { StubFault($0) },
            rateLimit: rateLimit,
            launches: settings
        )
    }

    private func get(_ exchange: StubExchange, _ target: String) -> StubAnswer {
        exchange.answer(StubRequest("GET", target, authorization: "Bearer x"))
    }

    @Test func startsAnExecutionThatIsCompleted() throws {
        let exchange = exchange { settings in
            settings.outputs = [Fixture.callbackRequest.key: ["Flow.statusCode": .number("200")]]
        }
        let launched = exchange.answer(.launch(Fixture.launch(#""Flow.priority": 3"#)))
        let id = "00000000-0000-8000-a001-000000000001"
        let version = "/api/v2/flows/\(Fixture.callbackID)/versions/12.0"
        #expect(launched.status == 200)
        #expect(
            try launched.json
                == .object([
                    "id": .string(id), "name": .string("Callback Request"),
                    "selfUri": .string("/api/v2/flows/executions/\(id)"),
                    "flowVersion": .object([
                        "id": .string("12.0"), "name": .string("12.0"), "selfUri": .string(version),
                    ]),
                ])
        )
        let execution = try get(exchange, "/api/v2/flows/executions/\(id)").json
        #expect(execution["status"] == .string("COMPLETED") && execution["id"] == .string(id))
        #expect(execution["flowVersion"]["selfUri"] == .string(version))
        #expect(execution["dateLaunched"].text.flatMap(StubDate.milliseconds) != nil)
        #expect(
            execution["outputData"] == .object(["Flow.statusCode": .number("200"), "Flow.messages": .array([])])
        )
    }

    @Test func givesNullForAnOutputWithoutAValue() throws {
        let exchange = exchange()
        let id = try #require(try exchange.answer(.launch(Fixture.launch())).json["id"].text)
        let outputs = try get(exchange, "/api/v2/flows/executions/\(id)").json["outputData"]
        #expect(outputs == .object(["Flow.statusCode": .null, "Flow.messages": .array([])]))
    }

    @Test func keepsTheNameAndTheVersionOfALaunch() throws {
        let exchange = exchange()
        let body = #"{"flowId": "\#(Fixture.callbackID)", "name": "Night run", "flowVersion": "11.0"}"#
        let launched = try exchange.answer(.launch(body)).json
        #expect(launched["name"] == .string("Night run") && launched["flowVersion"]["id"] == .string("11.0"))
        let execution = try get(exchange, "/api/v2/flows/executions/\(launched["id"].text ?? "")").json
        #expect(execution["name"] == .string("Night run") && execution["flowVersion"]["id"] == .string("11.0"))
    }

    @Test(arguments: ["00000000-0000-8000-a001-000000000002", "00000000-0000-8000-a000-000000000001", "none", ""])
    func knowsNoExecutionThatWasNotLaunched(id: String) throws {
        let exchange = exchange()
        #expect(exchange.answer(.launch(Fixture.launch())).status == 200)
        let answer = get(exchange, "/api/v2/flows/executions/\(id)")
        #expect(answer.status == (id.isEmpty ? 405 : 404))
    }

    @Test func forgetsTheOldestOfManyExecutions() {
        var executions = Executions()
        let count = Executions.limit + 2
        for number in 1...count {
            #expect(executions.add(Execution(target: nil, name: "\(number)", version: nil, date: 0)) == number)
        }
        #expect(executions[2] == nil && executions[0] == nil && executions[count + 1] == nil)
        #expect(executions[3]?.name == "3" && executions[count]?.name == "\(count)")
    }

    /// Each request has every fault of those after it, too.
    @Test(
        arguments: [
            (nil, "{", 401, "authentication.required"), ("Bearer x", "{", 400, "bad.request"),
            ("Bearer x", #"{"inputs": 1}"#, 400, "bad.request"),
            ("Bearer x", #"{"flowId": "Callback Request", "inputs": 1}"#, 400, "bad.request"),
            ("Bearer x", #"{"flowId": "00000000-0000-4000-8000-000000000000", "inputs": 1}"#, 404, "not.found"),
            ("Bearer x", Fixture.launch(#""Flow.x": 1"#), 400, "bad.request"), ("Bearer x", Fixture.launch(), 200, nil),
        ] as [(String?, String, Int, String?)]
    )
    func answersTheFirstFault(authorization: String?, body: String, status: Int, code: String?) throws {
        let answer = exchange().answer(.launch(body, authorization: authorization))
        #expect(answer.status == status)
        #expect(try answer.json["code"].text == code)
        #expect(try code == nil || answer.json["contextId"].text == answer.headers["ININ-Correlation-Id"])
    }

    @Test(arguments: [
        (#""Flow.priorty": 1"#, "payload-input-undeclared", "Flow.priorty", "did you mean 'Flow.priority'?"),
        (#""callerNumber": "x""#, "payload-input-unscoped", "callerNumber", "without its scope"),
        (#""Flow.priority": "high""#, "payload-input-type", "Flow.priority", #"the string "high""#),
        (#""Flow.priority": "<none>""#, "payload-input-type", "Flow.priority", #"the string "<none>""#),
        (#""Flow.priority": "${priority}""#, "payload-input-type", "Flow.priority", "is integer in the flow"),
        (#""Flow.tags": "a""#, "payload-input-type", "Flow.tags", "is string[] in the flow"),
        (#""{Flow.x}": 1"#, "payload-input-undeclared", "{Flow.x}", "is not declared"),
    ])
    func refusesWhatTheFlowDoesNotTake(input: String, rule: String, subject: String, text: String) throws {
        let answer = exchange().answer(.launch(Fixture.launch(input)))
        let error = try answer.json
        #expect(answer.status == 400)
        let message = try #require(error["message"].text)
        #expect(message.contains(text), "\(message)")
        let detail = JSONValue.object(["errorCode": .string(rule), "fieldName": .string(subject)])
        #expect(error["details"] == .array([detail]))
        let inner = try #require(error["errors"].elements.first)
        #expect(inner["message"] == error["message"] && inner["details"] == error["details"])
        #expect(inner["status"] == .number("400") && inner["contextId"] == error["contextId"])
        #expect(reported.all.map(\.isRefused) == [true])
        #expect(reported.all.first?.record?.answer == .refused(rules: [rule]))
    }

    @Test func namesEachFaultInAnErrorOfItsOwn() throws {
        let body = #"{"flowId": "\#(Fixture.callbackID)", "inputs": {"Flow.x": 1, "Flow.priority": "a"}}"#
        let error = try exchange().answer(.launch(body)).json
        let rules = error["errors"].elements.map { $0["details"].elements.first?["errorCode"].text }
        #expect(rules == ["payload-member-unknown", "payload-input-undeclared", "payload-input-type"])
        #expect(
            error["message"].text?.contains("'inputs' does not belong in a launch; did you mean 'inputData'?") == true
        )
        #expect(
            reported.all.first?.record?.answer
                == .refused(rules: ["payload-input-type", "payload-input-undeclared", "payload-member-unknown"])
        )
    }

    @Test func boundsTheErrorsOfAnAnswer() throws {
        let inputs = (0..<500).map { #""Flow.other\#($0)": 1"# }.joined(separator: ", ")
        let answer = exchange().answer(.launch(Fixture.launch(inputs)))
        #expect(answer.status == 400)
        #expect(try answer.json["errors"].elements.count == 50)
    }

    @Test(arguments: [
        ("", "The request has no body"), ("{", "never closed"), (#"{"flowId": ${id}}"#, ""), ("flowId=1", ""),
        (#"{"flowId": "x",}"#, "comma"), ("\u{FEFF}{}", "byte-order mark"),
    ])
    func refusesABodyThatIsNotJSON(body: String, text: String) throws {
        let answer = exchange(judge: Judge(severities: ["payload-syntax": .off])).answer(.launch(body))
        #expect(answer.status == 400)
        let message = try #require(try answer.json["message"].text)
        #expect(text.isEmpty || message.lowercased().contains(text.lowercased()), "\(message)")
        #expect(reported.all.count == 1 && reported.all.first?.record == nil)
    }

    @Test(
        arguments: [
            ("application/json; charset=utf-8", 200), ("APPLICATION/JSON", 200), ("text/plain", 400),
            ("application/x-www-form-urlencoded", 400), (nil, 400),
        ] as [(String?, Int)]
    )
    func looksAtTheContentType(type: String?, status: Int) throws {
        let answer = exchange().answer(.launch(Fixture.launch(), contentType: type))
        #expect(answer.status == status)
        guard status == 400 else { return }
        #expect(try answer.json["details"].elements.first?["errorCode"] == .string("request-content-type"))
        #expect(try answer.json["message"].text?.contains("application/json") == true)
    }

    @Test(arguments: [
        (#"{"inputData": {}}"#, "payload-flow-id-missing", "the body has no 'flowId'"),
        (#"{"flowId": null}"#, "payload-flow-id-missing", "'flowId' is null"),
        (#"{"flowId": 7}"#, "payload-flow-id-malformed", "an id is a string"),
        (#"{"flowId": "<flow id>"}"#, "payload-flow-id-malformed", "is not a UUID"),
        (#"{"flowId": "Callback Request"}"#, "payload-flow-id-malformed", "is a flow's name, not its id"),
        (#"{"id": "\#(Fixture.callbackID)"}"#, "payload-member-unknown", "did you mean 'flowId'?"),
        (#"[{"flowId": "\#(Fixture.callbackID)"}]"#, "payload-body-shape", "array with one object"),
        ("7", "payload-body-shape", "a launch is one object"),
    ])
    func refusesALaunchWithoutAnID(body: String, rule: String, text: String) throws {
        let answer = exchange().answer(.launch(body))
        #expect(answer.status == 400)
        let error = try answer.json
        #expect(error["message"].text?.contains(text) == true, "\(error["message"])")
        #expect(error["details"].elements.map { $0["errorCode"].text }.contains(rule))
    }

    @Test func refusesALaunchWithoutAnIDWhateverTheSettingsSay() throws {
        let off = Judge(severities: ["payload-flow-id-missing": .off, "payload-flow-id-malformed": .off])
        let exchange = exchange(judge: off)
        for body in ["{}", #"{"flowId": "x"}"#] {
            let answer = exchange.answer(.launch(body))
            #expect(answer.status == 400)
            #expect(try answer.json["message"] == .string("'flowId' is missing or isn't a UUID"))
        }
    }

    @Test func listsTheFlowsThatAreServedWhereOneIsNot() throws {
        let others = (0..<30).map { Flow(key: FlowKey(type: .workflow, name: "Flow \($0 + 10)")) }
        let exchange = exchange([Fixture.callbackRequest] + others)
        let id = "aaaaaaaa-0000-4000-8000-000000000000"
        let answer = exchange.answer(.launch(Fixture.launch(flowID: id.uppercased())))
        let message = try #require(try answer.json["message"].text)
        #expect(answer.status == 404)
        #expect(message.hasPrefix("Not found: flow \(id); `flowdrift stub` serves 'workflow/Callback Request' ("))
        #expect(message.contains(Fixture.callbackID) && message.hasSuffix(", and 11 more"))
        #expect(reported.lines.first?.contains(#""flowId": "\#(id)""#) == true)
        #expect(reported.all.first?.record?.answer == .refused(rules: []))
    }

    @Test(arguments: [(Flow.Availability.unpublished, "no published version"), (.inactive, "inactive")])
    func refusesAFlowThatCannotBeLaunched(availability: Flow.Availability, text: String) throws {
        var flow = Fixture.callbackRequest
        flow.availability = availability
        let answer = exchange([flow]).answer(.launch(Fixture.launch(#""Flow.x": 1"#)))
        #expect(answer.status == 400)
        #expect(try answer.json["message"].text?.contains(text) == true)
        #expect(reported.all.first?.record?.answer == .refused(rules: []))
        #expect(reported.all.first?.record?.target == .flow(flow.key))
    }

    @Test func acceptsWhatIsOnlyAWarning() throws {
        let answer = exchange().answer(.launch(#"{"flowId": "\#(Fixture.callbackID)"}"#))
        #expect(answer.status == 200)
        let launch = try #require(reported.all.first)
        #expect(!launch.isRefused && launch.warnings.map(\.rule) == ["payload-input-not-sent"])
        #expect(launch.record?.answer == .accepted)
    }

    @Test func followsTheSettingsOfRules() throws {
        let strict = Judge(severities: ["payload-input-not-sent": .severity(.error)])
        let answer = exchange(judge: strict).answer(.launch(#"{"flowId": "\#(Fixture.callbackID)"}"#))
        #expect(answer.status == 400)
        let lenient = Judge(severities: ["payload-input-undeclared": .off])
        #expect(exchange(judge: lenient).answer(.launch(Fixture.launch(#""Flow.x": 1"#))).status == 200)
    }

    @Test(arguments: [
        ("{", 400), (Fixture.launch(#""Flow.x": 1"#), 200), ("{}", 200), ("[]", 200),
        (#"{"flowId": "00000000-0000-4000-8000-000000000000"}"#, 404),
    ])
    func acceptsEverythingButBrokenJSONIfToldTo(body: String, status: Int) throws {
        let exchange = exchange(judge: nil)
        let answer = exchange.answer(.launch(body, contentType: "text/plain"))
        #expect(answer.status == status)
        #expect(exchange.answer(.launch(body, authorization: nil)).status == 401)
        guard status == 200 else { return }
        let id = try answer.json["id"].text ?? ""
        #expect(get(exchange, "/api/v2/flows/executions/\(id)").status == 200)
    }

    @Test func acceptsAnUnpublishedFlowIfToldTo() throws {
        var flow = Fixture.callbackRequest
        flow.availability = .unpublished
        #expect(exchange([flow], judge: nil).answer(.launch(Fixture.launch())).status == 200)
    }

    @Test func answersToFurtherIDs() throws {
        let alias = "11111111-2222-4333-8444-555555555555"
        var org = StubOrg(flows: [StubFlow(Fixture.callbackRequest)])
        org.aliases = [try #require(FlowID(alias)): Fixture.callbackRequest.key]
        let exchange = StubExchange(org, launches: LaunchSettings { [reported] in reported.add($0) })
        for id in [alias, alias.uppercased(), Fixture.callbackID] {
            #expect(exchange.answer(.launch(Fixture.launch(flowID: id))).status == 200)
        }
        #expect(Set(reported.lines).count == 1)
        #expect(try get(exchange, "/api/v2/flows/\(alias)").json["name"] == .string("Callback Request"))
        org.aliases = [:]
        exchange.serve(org)
        #expect(exchange.answer(.launch(Fixture.launch(flowID: alias))).status == 404)
    }

    @Test func makesAnIDForAFlowThatHasNone() throws {
        var flow = Fixture.callbackRequest
        flow.id = nil
        let answer = exchange([flow]).answer(.launch(Fixture.launch(flowID: FlowID(madeFor: flow.key).text)))
        #expect(answer.status == 200)
    }

    @Test func judgesOnlyTheFormWhereTheInputsAreUnknown() throws {
        let org = StubOrg(flows: [StubFlow(FlowEntry(key: Fixture.callbackRequest.key, id: FlowID(Fixture.callbackID)))]
        )
        let exchange = StubExchange(org)
        #expect(exchange.answer(.launch(Fixture.launch(#""Flow.x": 1"#))).status == 200)
        #expect(exchange.answer(.launch(#"{"flowId": "\#(Fixture.callbackID)", "inputs": {}}"#)).status == 400)
    }

    @Test func recordsNamesAndTypesAlone() throws {
        let exchange = exchange()
        let inputs =
            #""Flow.order": {"number": 7, "s3cret-key": "s3cret"}, "Flow.urgent": null, "Flow.tags": ["s3cret"]"#
        #expect(exchange.answer(.launch(Fixture.launch(inputs))).status == 200)
        #expect(
            reported.lines == [
                #"{"flowdrift": 1, "flow": "workflow/Callback Request", "inputs": {"Flow.callerNumber": "string", "#
                    + #""Flow.order": {"type": "object", "members": {"number": "integer"}, "otherMembers": 1}, "#
                    + #""Flow.tags": "string[]", "Flow.urgent": "null"}, "result": "accepted"}"#
            ]
        )
        #expect(reported.all.first?.record?.values == nil)
    }

    @Test func keepsValuesIfToldTo() throws {
        let exchange = exchange { $0.keepsValues = true }
        #expect(exchange.answer(.launch(Fixture.launch(#""Flow.priority": 3"#))).status == 200)
        let values = try #require(reported.all.first?.record?.values)
        #expect(values == ["Flow.callerNumber": .string("+353123456789"), "Flow.priority": .number("3")])
    }

    @Test func showsNoTokenInAMessage() throws {
        let token = "s3cret7890abcdef"
        let body = Fixture.launch(#""Flow.priority": "\#(token)""#)
        let answer = exchange().answer(.launch(body, authorization: "Bearer \(token)"))
        #expect(answer.status == 400)
        #expect(!String(decoding: answer.body, as: UTF8.self).contains("s3cret"))
        #expect(reported.all.flatMap(\.reasons).allSatisfy { !"\($0)".contains("s3cret") })
    }

    @Test(arguments: [("refused", true), ("REFUSED", true), ("accepted", false), (nil, false)] as [(String?, Bool)])
    func tellsWhetherARefusalIsWanted(expectation: String?, isExpected: Bool) {
        let exchange = exchange()
        for body in [Fixture.launch(), "{"] {
            _ = exchange.answer(.launch(body, expectation: expectation))
        }
        _ = exchange.answer(.launch("{}", authorization: nil, expectation: expectation))
        #expect(reported.all.map(\.expectsRefusal) == [isExpected, isExpected, isExpected])
        #expect(reported.all.map(\.isRefused) == [false, true, true])
    }

    @Test func failsOnPurpose() {
        let launch = StubRequest.launch(Fixture.launch())
        let faulty = exchange(faults: "too-many-requests:0*1@/flows/executions", "server-error:503*1")
        #expect([launch, launch, launch].map { faulty.answer($0).status } == [429, 503, 200])
        #expect(exchange(faults: "missing-permission:architect:flow:launch").answer(launch).status == 403)
        #expect(exchange(faults: "expired-token:0").answer(launch).status == 401)
        let limited = exchange(rateLimit: 1)
        #expect([launch, launch].map { limited.answer($0).status } == [200, 429])
        // A fault that the stub server simulates says nothing about the code.
        #expect(reported.all.allSatisfy { !$0.isRefused })
    }

    @Test(arguments: ["GET", "PUT", "DELETE"])
    func takesLaunchesOnlyByPost(method: String) {
        let request = StubRequest(method, "/api/v2/flows/executions", authorization: "Bearer x")
        #expect(exchange().answer(request).status == 405)
        #expect(reported.all.isEmpty)
    }
}
