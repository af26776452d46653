import SourceText
import StrictJSON
import TestSupport
import Testing

@testable import DriftCore

struct RecordingTests {
    private static let line =
        #"{"flowdrift": 1, "flow": "workflow/A", "inputs": {"Flow.a": "string"}, "result": "accepted"}"#

    private static func read(_ text: String) throws -> [PlacedLaunch] {
        try RecordingReader().launches(Array(text.utf8), file: "a.ndjson")
    }

    private static func write(_ launches: [RecordedLaunch]) -> String { RecordingWriter().text(of: launches) }

    @Test func writesALineOfALaunch() throws {
        var launch = RecordedLaunch(of: .flow(.workflow("Callback \"Request\"")))
        launch.inputs["Flow.visit"] = ValueShape(
            .array(of: .object),
            members: ["caseId": ValueShape(.string), "at": ValueShape(.object, otherMembers: 1)],
            otherMembers: 2
        )
        launch.inputs["Flow.a"] = ValueShape(.null)
        launch.otherInputs = 1
        launch.answer = .refused(rules: ["payload-input-type", "payload-syntax"])
        #expect(
            RecordingWriter().line(of: launch) == """
                {"flowdrift": 1, "flow": "workflow/Callback \\"Request\\"", "inputs": {"Flow.a": "null", \
                "Flow.visit": {"type": "object[]", "members": {"at": {"type": "object", "otherMembers": 1}, \
                "caseId": "string"}, "otherMembers": 2}}, "otherInputs": 1, "result": "refused", \
                "rules": ["payload-input-type", "payload-syntax"]}
                """
        )
        #expect(try Self.read(Self.write([launch])).map(\.launch) == [launch])
    }

    @Test func writesTheIDOfAFlowThatIsNotServed() throws {
        let id = try #require(FlowID("0d6b52aa-7f63-4f0e-9d4b-3f1f5a0c9b21"))
        let launches = [RecordedLaunch(of: .id(id), answer: .refused(rules: [])), RecordedLaunch(of: .unknown)]
        let text = Self.write(launches)
        #expect(text.contains(#""flowId": "0d6b52aa-7f63-4f0e-9d4b-3f1f5a0c9b21""#))
        #expect(Set(try Self.read(text).map(\.launch)) == Set(launches))
    }

    /// Random launches, read back and in any order.
    @Test(arguments: 0..<300 as Range<UInt64>)
    func readsBackWhatItWrites(_ seed: UInt64) throws {
        var random = RandomLaunches(seed: seed)
        let launches = random.launches()
        let text = Self.write(launches)
        #expect(Set(try Self.read(text).map(\.launch)) == Set(launches))
        #expect(Self.write(random.shuffled(launches) + launches) == text)
        #expect(Self.write(try Self.read(text).map(\.launch)) == text)
        #expect(RecordingReader.isRecording(Array(text.utf8), file: "a.ndjson"))
    }

    @Test func writesALaunchOnce() throws {
        let launch = try #require(try Self.read(Self.line).first).launch
        #expect(Self.write(Array(repeating: launch, count: 10_000)) == Self.line + "\n")
        #expect(Self.write([]) == "")
    }

    @Test func tellsNamesApartThatOnlyLookTheSame() throws {
        let launches = ["Flow.\u{E9}", "Flow.e\u{301}"].map { name in
            RecordedLaunch(of: .flow(.workflow("A")), inputs: [name: ValueShape(.string)])
        }
        let text = Self.write(launches)
        #expect(text.split(separator: "\n").count == 2)
        #expect(Array(Self.write(launches.reversed()).utf8) == Array(text.utf8))
    }

    @Test(arguments: ["\r\n", "\n\n", "\n  \n", " \n"])
    func readsEveryLineEnd(_ end: String) throws {
        let text = Self.line + end + Self.line + end
        #expect(try Self.read(text).map(\.launch.isRefused) == [false, false])
    }

    @Test func givesThePlaceOfEachLine() throws {
        let launches = try Self.read("\n" + Self.line + "\n\n" + Self.line)
        #expect(launches.map(\.place.description) == ["a.ndjson:2:1", "a.ndjson:4:1"])
    }

    @Test func readsAByteOrderMark() throws {
        let text = "\u{FEFF}" + Self.line + "\n"
        #expect(RecordingReader.isRecording(Array(text.utf8), file: "a.txt"))
        #expect(try Self.read(text).count == 1)
    }

    @Test func saysThatTheLastLineIsCutOff() throws {
        for length in [1, 15, 40, 91] {
            let text = Self.line + "\n" + Self.line.prefix(length)
            let problem = LaunchSample.problem { _ = try Self.read(text) }
            #expect(problem.hasPrefix("a.ndjson:2:1: The last line is cut off"), "\(problem)")
            let (whole, torn) = try RecordingReader().wholeLaunches(Array(text.utf8), file: "a.ndjson")
            #expect(whole.count == 1)
            #expect(torn?.position?.line == 2)
        }
        // A line that is complete needs no line break.
        #expect(try Self.read(Self.line + "\n" + Self.line).count == 2)
    }

    @Test func findsATornLineAmongOthers() throws {
        let text = Self.line.prefix(40) + "\n" + Self.line + "\n"
        let problem = LaunchSample.problem {
            _ = try RecordingReader().wholeLaunches(Array(text.utf8), file: "a.ndjson")
        }
        #expect(problem.hasPrefix("a.ndjson:1:") && problem.contains("The line isn't valid JSON"), "\(problem)")
    }

    @Test(arguments: ["<<<<<<< HEAD", "=======", ">>>>>>> main", "||||||| base"])
    func findsMarksOfAMergeConflict(_ mark: String) {
        let problem = LaunchSample.problem { _ = try Self.read(Self.line + "\r\n" + mark + "\r\n" + Self.line) }
        #expect(problem.hasPrefix("a.ndjson:2:1: The line is a merge conflict marker"), "\(problem)")
    }

    @Test func readsAConflictAtTheTopAsARecording() {
        let text = "<<<<<<< HEAD\n" + Self.line + "\n=======\n>>>>>>> main\n"
        #expect(RecordingReader.isRecording(Array(text.utf8), file: "a.json"))
    }

    /// A line that isn't a launch, and what is said about it.
    private static let faults: [(String, String)] = [
        (#"{"flowdrift": 2, "inputs": {}}"#, "1:15: The line isn't in format 1"),
        (#"{"flowdrift": "1"}"#, "1:15: The line isn't in format 1"),
        (#"{"inputs": {}}"#, "1:1: The line isn't in format 1"),
        ("[1]", "1:1: The line isn't in format 1"),
        (#"{"flowdrift": 1, "secret": 5}"#, "1:18: Unknown member 'secret' in a recorded launch"),
        (#"{"flowdrift": 1, "flow": "x"}"#, "1:26: 'x' isn't a flow"),
        (#"{"flowdrift": 1, "flow": null}"#, "1:26: 'null' isn't a flow"),
        (#"{"flowdrift": 1, "flowId": ""}"#, "1:28: '' isn't a flow's id"),
        (#"{"flowdrift": 1, "inputs": []}"#, "1:28: Expected an object under 'inputs'"),
        (#"{"flowdrift": 1, "inputs": "x"}"#, "1:28: Expected an object under 'inputs'"),
        (#"{"flowdrift": 1, "values": 5}"#, "1:28: Expected an object under 'values'"),
        (#"{"flowdrift": 1, "inputs": {"a": "text"}}"#, "1:34: 'text' isn't a type of JSON"),
        (#"{"flowdrift": 1, "inputs": {"a": {}}}"#, "isn't a type of JSON"),
        (#"{"flowdrift": 1, "inputs": {"a": {"type": "object", "value": "x"}}}"#, "Unknown member 'value'"),
        (#"{"flowdrift": 1, "inputs": {"a": {"type": "object", "members": []}}}"#, "an object under 'members'"),
        (#"{"flowdrift": 1, "otherInputs": -1}"#, "'-1' isn't a number of names"),
        (#"{"flowdrift": 1, "otherInputs": 1e99}"#, "isn't a number of names"),
        (#"{"flowdrift": 1, "otherInputs": 123456789012345678901234567890}"#, "isn't a number of names"),
        (#"{"flowdrift": 1, "result": "sent"}"#, "'sent' is neither 'accepted' nor 'refused'"),
        (#"{"flowdrift": 1,, "result": "accepted"}"#, "The line isn't valid JSON"),
        (#"{"flowdrift": 1} {"flowdrift": 1}"#, "The line isn't valid JSON"),
    ]

    @Test(arguments: faults)
    func saysWhereALineIsWrong(_ line: String, _ message: String) {
        let problem = LaunchSample.problem { _ = try Self.read(line + "\n") }
        #expect(problem.hasPrefix("a.ndjson:1:") && problem.contains(message), "\(problem)")
    }

    @Test func takesTheLastOfRepeatedMembers() throws {
        let line = #"{"flowdrift": 1, "inputs": {"a": "string", "a": "integer"}, "inputs": {"b": "null"}}"#
        #expect(try Self.read(line).map { $0.launch.inputs } == [["b": ValueShape(.null)]])
    }

    @Test func survivesDeepNesting() {
        let deep = String(repeating: #"{"type": "object", "members": {"m": "#, count: 300)
        let line =
            #"{"flowdrift": 1, "inputs": {"a": "# + deep + #""string""# + String(repeating: "}}", count: 300) + "}}"
        let problem = LaunchSample.problem { _ = try Self.read(line + "\n") }
        #expect(problem.contains("isn't valid JSON"), "\(problem)")
        let type = "string" + String(repeating: "[]", count: 200_000)
        let other = #"{"flowdrift": 1, "inputs": {"a": ""# + type + #""}}"#
        #expect(LaunchSample.problem { _ = try Self.read(other + "\n") }.contains("isn't a type of JSON"))
    }

    @Test(arguments: [
        #"{"log": {"creator": {"name": "flowdrift"}, "entries": []}}"#,
        #"{"flowId": "x", "inputData": {"Flow.a": "flowdrift", "b": ["flowdrift"]}}"#, "flowdrift: 1\n", "=======\n",
        "[\"flowdrift\"]", "",
    ])
    func takesNoOtherFileForARecording(_ text: String) {
        #expect(!RecordingReader.isRecording(Array(text.utf8), file: "a.json"))
    }

    @Test func takesAnEmptyFileForARecordingByItsName() throws {
        #expect(RecordingReader.isRecording(Array("\n\n".utf8), file: "A.NDJSON"))
        #expect(try Self.read("\n").isEmpty)
    }
}

/// Random launches, the same for the same seed.
struct RandomLaunches {
    private var random: SplitMix64

    init(seed: UInt64) {
        random = SplitMix64(seed: seed)
    }

    mutating func launches() -> [RecordedLaunch] {
        (0..<Int.random(in: 1...6, using: &random)).map { _ in launch() }
    }

    mutating func shuffled(_ launches: [RecordedLaunch]) -> [RecordedLaunch] { launches.shuffled(using: &random) }

    private mutating func launch() -> RecordedLaunch {
        let key = FlowKey("workflow/" + EvilNames.name(using: &random)) ?? .workflow("A")
        var launch = RecordedLaunch(of: Bool.random(using: &random) ? .flow(key) : .unknown)
        for _ in 0..<Int.random(in: 0...3, using: &random) {
            launch.inputs[EvilNames.name(using: &random)] = shape(depth: 0)
        }
        launch.otherInputs = Int.random(in: 0...2, using: &random)
        switch Int.random(in: 0..<3, using: &random) {
        case 0: launch.answer = .accepted
        case 1: launch.answer = .refused(rules: Bool.random(using: &random) ? ["payload-syntax"] : [])
        default: launch.answer = nil
        }
        if Bool.random(using: &random) {
            launch.values = [EvilNames.name(using: &random): .array([.number("1.5"), .string("\u{0}\u{2028}"), .null])]
        }
        return launch
    }

    private mutating func shape(depth: Int) -> ValueShape {
        let types: [ValueType] = [.string, .decimal, .null, .object, .emptyArray, .array(of: .object), .mixedArray]
        var shape = ValueShape(types.randomElement(using: &random) ?? .string)
        guard depth < 3 else { return shape }
        shape.otherMembers = Int.random(in: 0...1, using: &random)
        for _ in 0..<Int.random(in: 0...2, using: &random) {
            shape.members[EvilNames.name(using: &random)] = self.shape(depth: depth + 1)
        }
        return shape
    }
}
