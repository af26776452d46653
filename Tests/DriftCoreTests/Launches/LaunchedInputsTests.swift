import SourceText
import TestSupport
import Testing

@testable import DriftCore

struct LaunchedInputsTests {
    private func flow(_ inputs: String) throws -> Flow { try Sample.flow("inputs: { \(inputs) }\n") }

    @Test func saysWhichInputsEachLaunchSends() throws {
        let launches = LaunchSample.launches(
            ["Flow.a": "string", "Flow.b": "integer"],
            ["Flow.a": "string", "Flow.b": "null"],
            ["Flow.a": "string", "Flow.c": "boolean"]
        )
        #expect(
            try LaunchSample.merged(launches) == [
                "Flow.a: string, always", "Flow.b: integer, sometimes", "Flow.c: boolean, sometimes",
            ]
        )
    }

    @Test func countsNoRefusedLaunch() throws {
        let launches = [
            LaunchSample.launch(["Flow.a": "string"]),
            LaunchSample.launch(["Flow.a": "integer", "Flow.b": "string"], line: 2, answer: .refused(rules: [])),
            LaunchSample.launch([:], line: 3, answer: .refused(rules: ["payload-input-type"])),
        ]
        #expect(try LaunchSample.merged(launches) == ["Flow.a: string, always"])
        #expect(try LaunchedInputs(merging: launches, of: nil).launchCount == 1)
    }

    @Test func takesNoInputForOneThatIsOnlyNull() throws {
        let launches = LaunchSample.launches(["Flow.a": "null"], ["Flow.a": "null", "Flow.b": "string"])
        let inputs = try LaunchedInputs(merging: launches, of: nil)
        #expect(inputs.inputs.map(\.name) == ["Flow.b"])
        #expect(inputs.nullNames == ["Flow.a"])
    }

    @Test func doesNotKnowWhatAPlaceholderStandsFor() throws {
        let launches = [
            LaunchSample.launch(["Flow.a": "string", "Flow.b": "string"]),
            LaunchSample.launch(["Flow.b": "null"], line: 2, mayHaveMore: true),
        ]
        #expect(try LaunchSample.merged(launches) == ["Flow.a: string, always", "Flow.b: string, sometimes"])
        #expect(try LaunchedInputs(merging: launches, of: nil).mayHaveMore)
    }

    /// The types that launches send for one input, the flow's type or `nil`, and the contract's.
    private static let joined: [([String], String?, String)] = [
        (["integer", "decimal"], nil, "decimal"), (["integer"], "decimal", "decimal"),
        (["integer", "decimal"], "integer", "decimal"), (["[]", "string[]"], nil, "string[]"),
        (["[]", "mixed[]"], nil, "json"), (["[]"], "string[]", "string[]"), (["[]"], nil, "json"),
        (["string"], "dateTime", "dateTime"), (["string"], "queue", "queue"), (["string"], "user", "user"),
        (["string"], "phoneNumber", "phoneNumber"), (["string"], "integer", "string"), (["string"], "json", "json"),
        (["string"], "currency", "currency"), (["string", "unknown"], nil, "string"), (["unknown"], "date", "date"),
        (["unknown"], nil, "?"), (["object"], nil, "json"), (["object", "[]"], nil, "json"),
        (["object", "object[]"], nil, "json"), (["object[]"], nil, "json"), (["object[]"], "json[]", "json[]"),
        (["object[]"], "json", "json"), (["object", "integer"], "json", "json"), (["string[]"], "date[]", "date[]"),
        (["string[]", "mixed[]", "integer[]"], nil, "json"), (["integer[]", "decimal[]"], nil, "decimal[]"),
        (["integer[]"], "decimal[]", "decimal[]"), (["string[]"], "string", "string[]"),
        (["string[][]", "integer[][]"], nil, "json"), (["object[]"], "string", "json"),
        (["string"], "strange", "string"), (["integer"], "dateTime", "dateTime"), (["string"], "json[]", "string"),
        (["string[]"], "json[]", "json[]"), (["boolean"], "date", "boolean"), (["string", "integer"], "json", "json"),
    ]

    @Test(arguments: joined)
    func joinsTheTypesOfAnInput(_ types: [String], _ declared: String?, _ expected: String) throws {
        let launches = types.enumerated().map { LaunchSample.launch(["Flow.x": $1], line: $0 + 1) }
        var flow = Flow(key: .workflow("A"))
        if let declared { flow.inputs = [Variable(name: "Flow.x", type: DataType(declared))] }
        for launches in [launches, launches.reversed()] {
            #expect(try LaunchSample.merged(launches, of: flow) == ["Flow.x: \(expected), always"])
        }
    }

    /// The types that launches send for one input, one per line, and what is said.
    private static let conflicts: [([String], String)] = [
        (["string", "integer"], "is sent as string in this launch, but as integer in the launch at a.ndjson:2:1"),
        (
            ["integer", "decimal", "boolean"],
            "is sent as integer in this launch, but as boolean in the launch at a.ndjson:3:1"
        ),
        (
            ["string[]", "integer[]"],
            "is sent as string[] in this launch, but as integer[] in the launch at a.ndjson:2:1"
        ),
        (["string", "string[]"], "is sent as string in this launch, but as string[] in the launch at a.ndjson:2:1"),
        (["[]", "string"], "is sent as an empty list in this launch, but as string in the launch at a.ndjson:2:1"),
        (
            ["mixed[]", "boolean"],
            "is sent as a list of different types in this launch, but as boolean in the launch at a.ndjson:2:1"
        ),
        (
            ["[]", "object", "string[]"],
            "is sent as object in this launch, but as string[] in the launch at a.ndjson:3:1"
        ),
    ]

    @Test(arguments: conflicts)
    func namesBothPlacesOfTypesThatDoNotMeet(_ types: [String], _ message: String) throws {
        let launches = types.enumerated().map { LaunchSample.launch(["Flow.x": $1], line: $0 + 1) }
        for launches in [launches, launches.reversed(), launches + launches] {
            let problem = LaunchSample.problem { _ = try LaunchedInputs(merging: launches, of: nil) }
            #expect(problem.contains("Input 'Flow.x' \(message)"), "\(problem)")
            #expect(problem.hasPrefix("a.ndjson:"))
        }
    }

    @Test func saysWhatTheFlowDeclaresOfTypesThatDoNotMeet() throws {
        let launches = LaunchSample.launches(["Flow.x": "string"], ["Flow.x": "object"])
        let flow = try flow("Flow.x: { type: date }")
        let problem = LaunchSample.problem { _ = try LaunchedInputs(merging: launches, of: flow) }
        #expect(problem.contains("; the flow declares date; send one type"), "\(problem)")
    }

    @Test func keepsNamesAsTheyAreSent() throws {
        let flow = try flow("Flow.callerNumber: { type: phoneNumber }, Flow.dueDate: { type: date }")
        let launches = LaunchSample.launches([
            "callerNumber": "string", "flow.DueDate": "string", "Flow.callerNumbr": "string",
        ])
        #expect(
            try LaunchSample.merged(launches, of: flow) == [
                "Flow.callerNumbr: string, always", "callerNumber: phoneNumber, always", "flow.DueDate: date, always",
            ]
        )
    }

    @Test func refusesTwoSpellingsOfOneName() throws {
        let launches = LaunchSample.launches(["Flow.caseId": "string"], ["Flow.caseID": "string"])
        let problem = LaunchSample.problem { _ = try LaunchedInputs(merging: launches, of: nil) }
        #expect(problem.contains("'Flow.caseID', but the launch at a.ndjson:1:1 spells it 'Flow.caseId'"), "\(problem)")
        let nulls = LaunchSample.launches(["Flow.caseId": "string"], ["Flow.caseID": "null"])
        #expect(try LaunchSample.merged(nulls) == ["Flow.caseId: string, sometimes"])
    }

    @Test func countsNamesThatAreNotKept() throws {
        var launch = LaunchSample.launch(["Flow.a": "string"])
        launch.launch.otherInputs = 3
        #expect(try LaunchedInputs(merging: [launch, LaunchSample.launch([:], line: 2)], of: nil).otherInputs == 3)
    }

    @Test func knowsNothingOfNoLaunch() throws {
        #expect(try LaunchedInputs(merging: [], of: nil) == LaunchedInputs())
    }

    /// Neither the order of the launches nor their number changes anything.
    @Test(arguments: 0..<300 as Range<UInt64>)
    func dependsOnNoOrder(_ seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let types = ["string", "integer", "decimal", "null", "unknown", "[]", "string[]", "object", "object[]"]
        let launches = (1...Int.random(in: 1...8, using: &random)).map { line in
            let names = ["Flow.a", "Flow.b", "Flow.c"].filter { _ in Bool.random(using: &random) }
            let inputs = names.map { ($0, types.randomElement(using: &random) ?? "string") }
            return LaunchSample.launch(
                Dictionary(uniqueKeysWithValues: inputs),
                line: line,
                mayHaveMore: Int.random(in: 0..<4, using: &random) == 0
            )
        }
        let flow = Flow(key: .workflow("A"), inputs: [Variable(name: "Flow.a", type: DataType(.json))])
        let expected = Result { try LaunchSample.merged(launches, of: flow) }.mapError { "\($0)" as Described }
        for _ in 0..<3 {
            let shuffled = launches.shuffled(using: &random)
            let found = Result { try LaunchSample.merged(shuffled, of: flow) }.mapError { "\($0)" as Described }
            #expect(found == expected)
        }
    }

    /// The text of an error.
    private struct Described: Error, Equatable, ExpressibleByStringInterpolation {
        let text: String

        init(stringLiteral text: String) {
            self.text = text
        }
    }
}
