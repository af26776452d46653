import PastedRequests
import SourceText
import StrictJSON
import TestSupport
import Testing

@testable import DriftCore

/// Launches in files of other programs.
struct LaunchFileTests {
    private static let id = "0d6b52aa-7f63-4f0e-9d4b-3f1f5a0c9b21"

    private static func read(_ text: String, file: String = "a.json") throws -> [RecordedLaunch] {
        try LaunchFile(reading: Array(text.utf8), file: file, contracts: []).launches.map(\.placed.launch)
    }

    private static func body(_ inputs: String) -> String { #"{"flowId": "\#(id)", "inputData": {\#(inputs)}}"# }

    /// An entry of a HAR file; without a status, the browser got no answer.
    private static func entry(_ body: String, status: Int?) -> String {
        let response =
            status.map { #", "response": {"status": \#($0), "headers": [], "content": {"text": "{}"}}"# } ?? ""
        return """
            {"request": {"method": "POST", "url": "https://api.mypurecloud.ie/api/v2/flows/executions", "headers":
             [{"name": "authorization", "value": "Bearer s3cret-s3cret-1"}],
             "postData": {"mimeType": "application/json", "text": \(JSONValue.quoted(body))}}\(response)}
            """
    }

    private static func har(_ entries: String...) -> String {
        #"{"log": {"version": "1.2", "creator": {"name": "flowdrift"}, "entries": [\#(entries.joined(separator: ","))]}}"#
    }

    @Test func tellsByTheStatusWhichLaunchesWereAccepted() throws {
        let body = Self.body(#""Flow.a": "x""#)
        let statuses = [200, 202, 400, 401, 500, nil, 0, 302]
        let entries = statuses.map { Self.entry(body, status: $0) }
        let text = #"{"log": {"entries": [\#(entries.joined(separator: ","))]}}"#
        let refused = RecordedLaunch.Answer.refused(rules: [])
        #expect(
            try Self.read(text).map(\.answer) == [.accepted, .accepted, refused, refused, refused, nil, nil, nil]
        )
    }

    @Test func readsAFileOnOneLineThatMentionsFlowdrift() throws {
        let text = Self.har(Self.entry(Self.body(#""Flow.a": 1"#), status: 200)).replacing("\n", with: "")
        #expect(try Self.read(text).map(\.inputs) == [["Flow.a": ValueShape(.integer)]])
    }

    @Test func readsPastABrokenBodyThatWasRefused() throws {
        let broken = #"{"flowId": "\#(Self.id)", "inputData": {"Flow.a": "x" "Flow.b": }}"#
        let good = Self.entry(Self.body(#""Flow.a": "x""#), status: 200)
        let launches = try Self.read(Self.har(Self.entry(broken, status: 400), good))
        #expect(launches.map(\.isRefused) == [true, false])
        let problem = LaunchSample.problem { _ = try Self.read(Self.har(Self.entry(broken, status: 200), good)) }
        #expect(problem.contains("The body isn't valid JSON"), "\(problem)")
    }

    @Test func showsNoTokenOfABrokenBody() {
        let text = #"{"flowId": "\#(Self.id)", "inputData": {"Flow.a": Bearer s3cret-s3cret-123}}"#
        let problem = LaunchSample.problem { _ = try Self.read(text) }
        #expect(problem != "")
        #expect(!problem.contains("s3cret-s3cret"), "\(problem)")
    }

    @Test func readsACollectionWithPlaceholders() throws {
        let body = #"{"flowId": "{{flow}}", "inputData": {"Flow.a": "{{number}}", "Flow.b": {{count}}, {{more}} }}"#
        let text = """
            {"info": {"name": "Callbacks"}, "item": [{"name": "start", "request": {"method": "POST",
             "url": {"raw": "https://{{host}}/api/v2/flows/executions"},
             "body": {"mode": "raw", "raw": \(JSONValue.quoted(body))}}}]}
            """
        let launch = try #require(try Self.read(text).first)
        #expect(launch.target == .unknown)
        #expect(launch.inputs == ["Flow.a": ValueShape(.string), "Flow.b": ValueShape(.unknown)])
        #expect(launch.mayHaveMore)
        #expect(launch.answer == nil)
    }

    @Test func readsABodyAlone() throws {
        let launches = try Self.read(
            Self.body(#""Flow.a": null, "Flow.b": [1, 2.5], "Flow.c": [], "Flow.d": [1, "x"]"#)
        )
        let launch = try #require(launches.first)
        #expect(launch.target == FlowID(Self.id).map(RecordedLaunch.Target.id))
        #expect(
            launch.inputs == [
                "Flow.a": ValueShape(.null), "Flow.b": ValueShape(.array(of: .decimal)),
                "Flow.c": ValueShape(.emptyArray), "Flow.d": ValueShape(.mixedArray),
            ]
        )
        #expect(!launch.sends("Flow.a") && launch.sends("Flow.c") && !launch.sends("Flow.x"))
        #expect(!launch.mayHaveMore)
    }

    @Test func readsLinesOfBodies() throws {
        let text = Self.body(#""Flow.a": true"#) + "\n" + Self.body(#""Flow.a": 1e2"#) + "\n"
        let file = try LaunchFile(reading: Array(text.utf8), file: "a.jsonl", contracts: [])
        #expect(file.launches.map { $0.placed.launch.inputs["Flow.a"]?.type } == [.boolean, .integer])
        #expect(file.launches.map(\.placed.place.description) == ["a.jsonl:1:1", "a.jsonl:2:1"])
        #expect(file.launches.map(\.flowID) == [FlowID(Self.id), FlowID(Self.id)])
    }

    @Test func takesTheLastOfRepeatedMembers() throws {
        let text = Self.body(#""Flow.a": "x", "Flow.b": 1, "Flow.a": null"#)
        #expect(try Self.read(text).first?.inputs == ["Flow.a": ValueShape(.null), "Flow.b": ValueShape(.integer)])
    }

    /// A number as written, and its type.
    private static let numbers: [(String, ValueType)] = [
        ("0", .integer), ("-0", .integer), ("1.0", .integer), ("1e3", .integer), ("1.5", .decimal),
        ("1e-3", .decimal), ("1e400", .decimal), ("123456789012345678901234567890", .integer),
        (String(repeating: "9", count: 10_000), .integer),
    ]

    @Test(arguments: numbers)
    func tellsWholeNumbersFromOthers(_ number: String, _ type: ValueType) throws {
        #expect(try Self.read(Self.body(#""Flow.a": \#(number)"#)).first?.inputs["Flow.a"]?.type == type)
    }

    @Test func survivesDeepValues() throws {
        let deep = String(repeating: "[", count: 400) + "1" + String(repeating: "]", count: 400)
        let launch = try #require(try Self.read(Self.body(#""Flow.a": \#(deep)"#)).first)
        #expect(launch.inputs["Flow.a"]?.type.description == "integer" + String(repeating: "[]", count: 400))
        let line = RecordingWriter().text(of: [launch])
        #expect(try RecordingReader().launches(Array(line.utf8), file: "a.ndjson").map(\.launch) == [launch])
        let deeper = String(repeating: #"{"a":"#, count: 100_000)
        #expect(LaunchSample.problem { _ = try Self.read(Self.body(#""Flow.a": \#(deeper)"#)) } != "")
    }

    @Test func saysWhatAFileWithoutALaunchLacks() {
        let other = Self.har(
            #"{"request": {"method": "GET", "url": "https://api.mypurecloud.ie/api/v2/users/me", "headers": []}}"#
        )
        let problem = LaunchSample.problem { _ = try Self.read(other) }
        #expect(problem.contains("The file contains no request that starts a flow"), "\(problem)")
        #expect(LaunchSample.problem { _ = try Self.read("hello world\n") } != "")
        #expect(LaunchSample.problem { _ = try Self.read("") } != "")
    }

    @Test func asksForTheFileOfABody() {
        let text = "curl -X POST https://api.mypurecloud.ie/api/v2/flows/executions -d @body.json\n"
        let problem = LaunchSample.problem { _ = try Self.read(text) }
        #expect(problem.contains("The body of the launch is in another file, 'body.json'"), "\(problem)")
    }
}

/// What a recording keeps of a launch.
struct KeptNameTests {
    private static let visit = Variable(
        name: "Flow.visit",
        type: DataType(.json),
        reads: Reads(.read, paths: ["caseId", "items[].sku", "address.city"].compactMap { MemberPath($0) })
    )

    private static let flow = Flow(
        key: .workflow("A"),
        inputs: [Variable(name: "Flow.callerNumber", type: DataType(.string)), visit]
    )

    private func recorded(
        _ inputs: String,
        contracts: [Contract] = [],
        keepingValues: Bool = false
    ) throws -> RecordedLaunch {
        let text = #"{"flowId": "0d6b52aa-7f63-4f0e-9d4b-3f1f5a0c9b21", "inputData": {\#(inputs)}}"#
        let request = try #require(RequestTextReader().requests(in: Array(text.utf8)).launches.first)
        let comparison = RequestComparison(request, file: "b.json", in: RequestSurroundings(flow: Self.flow))
        return RecordedLaunch(
            comparison,
            to: .flow(Self.flow.key),
            knowing: KnownNames(flow: Self.flow, contracts: contracts),
            keepingValues: keepingValues
        )
    }

    /// The names of inputs that are kept.
    @Test(arguments: [
        "Flow.callerNumber", "flow.CALLERNUMBER", "callerNumber", "CallerNumber", "Flow.callerNumbr", "callerNumbr",
        "Flow.anything_else", "Slot.x", "Common.success",
    ])
    func keepsWhatLooksLikeAnInput(_ name: String) throws {
        let launch = try recorded(#""\#(name)": "x""#)
        #expect(launch.inputs.keys.sorted() == [name])
        #expect(launch.otherInputs == 0)
    }

    /// The names of inputs that may be data.
    @Test(arguments: [
        "jane.doe@example.com", "+353123456789", "s3cret-s3cret", "eyJhbGciOiJIUzI1NiJ9", "Flow.jane doe",
        "Flow.+353123456789", "Flow.a.b", "Flow.", "Flow.1", "sk_live_51H8s", "4711", "", "callerNumber4711",
        "Flow.k3y1d5a7b9", "0d6b52aa-7f63-4f0e-9d4b-3f1f5a0c9b21",
        "Flow." + String(repeating: "a", count: 65),
    ])
    func countsWhatMayBeData(_ name: String) throws {
        let launch = try recorded(#""\#(name)": "x", "Flow.callerNumber": "y""#)
        #expect(launch.inputs.keys.sorted() == ["Flow.callerNumber"])
        #expect(launch.otherInputs == 1)
        #expect(name.isEmpty || !RecordingWriter().line(of: launch).contains(#""\#(name)""#))
    }

    @Test func keepsTheMembersThatTheFlowReads() throws {
        let launch = try recorded(
            #"""
            "Flow.visit": {"caseId": "x", "jane.doe@example.com": 1, "address": {"city": "Cork", "s3cret": 2},
             "items": [{"sku": "a", "s3cret-a": 1, "s3cret-b": 2}, {"sku": 5}, {"sku": null, "s3cret-c": 3}, null]}
            """#
        )
        let address = ValueShape(.object, members: ["city": ValueShape(.string)], otherMembers: 1)
        let items = ValueShape(.array(of: .object), members: ["sku": ValueShape(.unknown)], otherMembers: 2)
        #expect(
            launch.inputs["Flow.visit"]
                == ValueShape(
                    .object,
                    members: ["caseId": ValueShape(.string), "address": address, "items": items],
                    otherMembers: 1
                )
        )
        #expect(SecretMarks.found(in: RecordingWriter().line(of: launch)) == [])
        #expect(!RecordingWriter().line(of: launch).contains("jane"))
    }

    @Test func keepsTheMembersThatAContractsSchemaNames() throws {
        var contract = try Sample.contract("launch: { inputs: { Flow.extra: { type: json, schema: x.json } } }\n")
        contract.launch?.inputs[0].payload = PayloadSchema(
            .object([
                "properties": .object(["known": .object([:])]), "additionalProperties": .boolean(true),
                "patternProperties": .object(["^s3": .object([:])]),
            ])
        )
        let launch = try recorded(#""Flow.extra": {"known": 1, "s3cret": 2, "other": 3}"#, contracts: [contract])
        #expect(
            launch.inputs["Flow.extra"]
                == ValueShape(.object, members: ["known": ValueShape(.integer)], otherMembers: 2)
        )
    }

    @Test func keepsValuesOnlyWhenAsked() throws {
        let inputs = #""Flow.callerNumber": "s3cret-1", "s3cret-2": "s3cret-3", "Flow.visit": {"s3cret-4": "s3cret-5"}"#
        let line = RecordingWriter().line(of: try recorded(inputs))
        #expect(SecretMarks.found(in: line) == [], "\(line)")
        let kept = try recorded(inputs, keepingValues: true)
        #expect(kept.values?.keys.sorted() == ["Flow.callerNumber", "Flow.visit"])
        #expect(kept.values?["Flow.callerNumber"] == .string("s3cret-1"))
    }

    @Test func countsNoNullAmongOtherNames() throws {
        #expect(try recorded(#""jane@example.com": null, "joe@example.com": 1"#).otherInputs == 1)
    }
}
