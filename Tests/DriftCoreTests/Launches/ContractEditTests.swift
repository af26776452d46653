import SourceText
import TestSupport
import Testing

@testable import DriftCore

/// The text of a contract that launches update.
struct ContractEditTests {
    private static let head = "flowdrift: 1\ncontract: c\nflow: workflow/A\n"

    /// `Flow.a` is always sent, `Flow.b` sometimes.
    private static let launches = LaunchSample.launches(
        ["Flow.a": "string", "Flow.b": "integer"],
        ["Flow.a": "string"]
    )

    private static func updated(_ text: String) throws -> String {
        try LaunchSample.updated(text, by: launches, recordings: ["../t/a.ndjson"])
    }

    /// A contract below its head, before and after the update.
    struct Case: CustomTestStringConvertible {
        var before: String
        var after: String
        var testDescription: String { before }

        init(_ before: String, _ after: String) {
            (self.before, self.after) = (before, after)
        }
    }

    private static let layouts = [
        Case(
            """
            launch:
              inputs:
                Flow.a: string   # the caller
              outputs: { Flow.s: integer }

            """,
            """
            launch:
              inputs:
                Flow.a: string   # the caller
                Flow.b: { type: integer, sent: sometimes }
              outputs: { Flow.s: integer }
              recordings:
                - ../t/a.ndjson

            """
        ),
        Case(
            "launch: { inputs: { Flow.a: string } }\n",
            "launch: { inputs: { Flow.a: string, Flow.b: { type: integer, sent: sometimes } }, "
                + "recordings: [../t/a.ndjson] }\n"
        ),
        Case(
            "launch: {}   # nothing yet\n",
            """
            launch:    # nothing yet
              inputs:
                Flow.a: string
                Flow.b: { type: integer, sent: sometimes }
              recordings:
                - ../t/a.ndjson

            """
        ),
        Case(
            "launch: {}",
            """
            launch:
              inputs:
                Flow.a: string
                Flow.b: { type: integer, sent: sometimes }
              recordings:
                - ../t/a.ndjson
            """
        ),
        Case(
            """
            launch:
              # what comes back
              outputs:
                Flow.s: integer

            """,
            """
            launch:
              inputs:
                Flow.a: string
                Flow.b: { type: integer, sent: sometimes }
              # what comes back
              outputs:
                Flow.s: integer
              recordings:
                - ../t/a.ndjson

            """
        ),
        Case(
            """
            launch:
                via: flow-execution   # by the API

                # read
                outputs:
                    Flow.s: integer

            """,
            """
            launch:
                via: flow-execution   # by the API
                inputs:
                    Flow.a: string
                    Flow.b: { type: integer, sent: sometimes }

                # read
                outputs:
                    Flow.s: integer
                recordings:
                    - ../t/a.ndjson

            """
        ),
        Case(
            """
            launch:
              recordings:
              - x.ndjson  # one
                # about the one
              # two
              inputs: { }   # none

            """,
            """
            launch:
              recordings:
              - x.ndjson  # one
                # about the one
              - ../t/a.ndjson
              # two
              inputs:    # none
                Flow.a: string
                Flow.b: { type: integer, sent: sometimes }

            """
        ),
        Case(
            "launch:\n  inputs: {}\n  recordings: [ x.ndjson ]\n",
            "launch:\n  inputs:\n    Flow.a: string\n    Flow.b: { type: integer, sent: sometimes }\n"
                + "  recordings: [ x.ndjson, ../t/a.ndjson ]\n"
        ),
        Case(
            """
            launch: {
              inputs: {
                Flow.a: string   # a
              },
              recordings: [
                x.ndjson,
              ],
            }

            """,
            """
            launch: {
              inputs: {
                Flow.a: string,   # a
                Flow.b: { type: integer, sent: sometimes }
              },
              recordings: [
                x.ndjson,
                ../t/a.ndjson,
              ],
            }

            """
        ),
        Case(
            """
            triggers:
              - name: T
                # about T
            # end

            """,
            """
            triggers:
              - name: T
                # about T
            launch:
              inputs:
                Flow.a: string
                Flow.b: { type: integer, sent: sometimes }
              recordings:
                - ../t/a.ndjson
            # end

            """
        ),
        Case(
            """
            launch:
              inputs:
                ? Flow.a
                : >-
                  string
              recordings: []

            """,
            """
            launch:
              inputs:
                ? Flow.a
                : >-
                  string
                Flow.b: { type: integer, sent: sometimes }
              recordings: [../t/a.ndjson]

            """
        ),
        Case(
            "\"launch\":\n  \"inputs\":\n    \"Flow.a\": \"string\"\n  'recordings':\n    - 'x.ndjson'\n",
            "\"launch\":\n  \"inputs\":\n    \"Flow.a\": \"string\"\n"
                + "    \"Flow.b\": { \"type\": \"integer\", \"sent\": \"sometimes\" }\n"
                + "  'recordings':\n    - 'x.ndjson'\n    - '../t/a.ndjson'\n"
        ),
    ]

    @Test(arguments: layouts)
    func addsInTheLayoutOfTheFile(_ edit: Case) throws {
        let text = try Self.updated(Self.head + edit.before)
        #expect(text == Self.head + edit.after)
    }

    @Test(arguments: layouts)
    func keepsWindowsLineEnds(_ edit: Case) throws {
        let text = try Self.updated((Self.head + edit.before).replacing("\n", with: "\r\n"))
        #expect(Array(text.utf8) == Array((Self.head + edit.after).replacing("\n", with: "\r\n").utf8))
    }

    @Test(arguments: layouts)
    func keepsAByteOrderMark(_ edit: Case) throws {
        let text = try Self.updated("\u{FEFF}" + Self.head + edit.before)
        #expect(Array(text.utf8) == Array(("\u{FEFF}" + Self.head + edit.after).utf8))
    }

    @Test func keepsAContractInJSON() throws {
        let before = """
            {
              "flowdrift": 1,
              "contract": "c",
              "flow": "workflow/A",
              "launch": {
                "inputs": {
                  "Flow.a": { "type": "string" },
                  "Flow.b": "integer"
                },
                "outputs": {}
              }
            }
            """
        let after = """
            {
              "flowdrift": 1,
              "contract": "c",
              "flow": "workflow/A",
              "launch": {
                "inputs": {
                  "Flow.a": { "type": "string" },
                  "Flow.b": { "type": "integer", "sent": "sometimes" }
                },
                "outputs": {},
                "recordings": ["../t/a.ndjson"]
              }
            }
            """
        #expect(try Self.updated(before) == after)
        let line = #"{"flowdrift":1,"contract":"c","flow":"workflow/A","launch":{}}"#
        #expect(
            try Self.updated(line) == #"{"flowdrift":1,"contract":"c","flow":"workflow/A","launch":{ "#
                + #""inputs": { "Flow.a": "string", "Flow.b": { "type": "integer", "sent": "sometimes" } }, "#
                + #""recordings": ["../t/a.ndjson"] }}"#
        )
    }

    /// Inputs as a person wrote them, and as they are after launches without them and with other types.
    private static let entries = [
        Case("Flow.x: string   # x", "Flow.x: { type: string, sent: sometimes }   # x"),
        Case("Flow.x: { type: string }", "Flow.x: { type: string, sent: sometimes }"),
        Case("Flow.x: {type: string, sent: always}  # x", "Flow.x: {type: string, sent: sometimes}  # x"),
        Case("Flow.x: { sent: always, type: \"string\" }", "Flow.x: { sent: sometimes, type: \"string\" }"),
        Case("'Flow.x': 'string'", "'Flow.x': { 'type': 'string', 'sent': 'sometimes' }"),
        Case(
            "Flow.x:   # x\n      # why\n      type: string  # t\n      # more",
            "Flow.x:   # x\n      # why\n      type: string  # t\n      sent: sometimes\n      # more"
        ),
        Case(
            "Flow.x:\n      sent: always # s\n      type: string",
            "Flow.x:\n      sent: sometimes # s\n      type: string"
        ),
        Case("Flow.y: string # y", "Flow.y: decimal # y"),
        Case("Flow.y: { type: integer }", "Flow.y: { type: decimal }"),
        Case("Flow.y: \"string[]\"", "Flow.y: decimal"), Case("Flow.z: string[]  # z", "Flow.z: \"integer[]\"  # z"),
        Case("Flow.z: { type: string, sent: sometimes }", "Flow.z: { type: \"integer[]\", sent: sometimes }"),
        Case("Flow.w: string", "Flow.w: { type: json, sent: sometimes }"),
        Case("Flow.w:\n      type: string # t", "Flow.w:\n      type: json # t\n      sent: sometimes"),
    ]

    @Test(arguments: entries)
    func changesAnInputWhereItStands(_ edit: Case) throws {
        let launches = LaunchSample.launches(
            ["Flow.x": "string", "Flow.y": "decimal", "Flow.z": "integer[]", "Flow.w": "object"],
            ["Flow.x": "null", "Flow.y": "integer", "Flow.z": "[]"]
        )
        let names = ["x", "y", "z", "w"].filter { !edit.before.contains("Flow.\($0)") }
        let others = names.map { "    Flow.\($0): { type: json, sent: sometimes }\n" }.joined()
        func text(_ entry: String) -> String {
            Self.head + "launch:\n  inputs:\n    # above\n    \(entry)\n    # below\n\(others)  outputs: {}\n"
        }
        #expect(try LaunchSample.updated(text(edit.before), by: launches) == text(edit.after))
        #expect(try LaunchSample.updated(text(edit.after), by: launches) == text(edit.after))
    }

    /// Contracts whose form needs a person, and what is said about them.
    private static let refused = [
        Case("triggers:\n  - name: T\nlaunch: &l\n  inputs:\n    Flow.a: string\n", "6:9: "),
        Case("launch:\n  inputs: &i\n    Flow.a: string\n", "has an anchor"),
        Case("launch:\n  inputs: &i { Flow.a: string }\n  outputs: *i\n", "has an anchor"),
        Case("launch:\n  outputs: &o { Flow.a: string }\n  inputs: *o\n", "6:11: "),
        Case("launch: !!map\n  inputs:\n    Flow.a: string\n", "has a tag"),
        Case("launch: {\n}\n", "is not written on one line"),
        Case("launch:\n  inputs: { # none\n  }\n", "is not written on one line"),
        Case("launch:\n  inputs:\n    Flow.a: string\n    Flow.b: &t integer\n", "has an anchor"),
        Case("launch:\n  inputs:\n    Flow.a: &t string\n    Flow.b: *t\n", "is an alias"),
        Case("launch:\n  inputs:\n    Flow.a: string\n    Flow.b: >-\n      integer\n", "is not written on one line"),
        Case(
            "launch:\n  inputs:\n    Flow.a: string\n    Flow.b: { type: !!str integer }\n  recordings: &r [x]\n",
            "has an anchor"
        ),
    ]

    @Test(arguments: refused)
    func saysWhatToWriteWhereItCannot(_ edit: Case) throws {
        let problem = LaunchSample.problem { _ = try Self.updated(Self.head + edit.before) }
        #expect(problem.hasPrefix("specs/c.yaml:") && problem.contains(edit.after), "\(problem)")
        #expect(problem.contains("; edit the file by hand: "), "\(problem)")
        #expect(problem.contains("add `../t/a.ndjson` to `recordings`"), "\(problem)")
    }

    @Test(arguments: ["a: b: c", "flowdrift: 1\n---\nflowdrift: 1\n", "launch: {}\n\tx: 1\n", "<<: *x\n"])
    func editsNoFileThatIsNoContract(_ text: String) {
        #expect(LaunchSample.problem { _ = try Self.updated(Self.head + text) } != "")
    }

    @Test(arguments: EvilNames.all)
    func writesEveryNameSoThatItIsReadBack(_ name: String) throws {
        let launches = LaunchSample.launches(["Flow.a" + name: "string[]"], [:])
        let file = "r/\(name.replacing("#", with: "")).ndjson"
        for body in ["launch: {}\n", "launch: { inputs: { x: string } }\n", "launch:\n  inputs:\n    x: string\n"] {
            let text = try LaunchSample.updated(Self.head + body, by: launches, recordings: [file])
            let contract = try ContractReader().contract(Array(text.utf8), file: "c.yaml")
            let input = try #require(contract.launch?.inputs.last)
            #expect(input.name.value == "Flow.a" + name && input.sent == .sometimes, "\(text)")
            #expect(contract.launch?.recordings.map(\.value) == [file], "\(text)")
        }
    }
}
