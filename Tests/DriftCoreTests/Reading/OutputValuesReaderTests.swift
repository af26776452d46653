import SourceText
import StrictJSON
import Testing

@testable import DriftCore

struct OutputValuesReaderTests {
    private static let key = FlowKey(type: .workflow, name: "Callback Request")

    private static let flow = Flow(
        key: key,
        outputs: [
            Variable(name: "Flow.code", type: DataType(.integer)),
            Variable(name: "Flow.rate", type: DataType(.decimal)),
            Variable(name: "Flow.done", type: DataType(.boolean)), Variable(name: "Flow.text", type: DataType(.string)),
            Variable(name: "Flow.due", type: DataType(.dateTime)), Variable(name: "Flow.data", type: DataType(.json)),
            Variable(name: "Flow.codes", type: DataType(.integer, isCollection: true)),
        ]
    )

    private func values(_ text: String) throws(ReadingError) -> [FlowKey: [String: JSONValue]] {
        let other = Flow(key: FlowKey(type: .workflow, name: "Silent"))
        return try OutputValuesReader(flows: [Self.flow, other]).values(Array(text.utf8), file: "outputs.yaml")
    }

    @Test func readsAValueOfEachType() throws {
        let values = try values(
            """
            # What the tests expect.
            workflow/Callback Request:
              Flow.code: 200
              Flow.rate: 1
              Flow.done: true
              Flow.text: "200"
              Flow.due: 2027-03-31T14:30:00Z
              Flow.data: { a: [1, x], b: null }
              Flow.codes: [1, null, 2]
            """
        )
        let data = JSONValue.object(["a": .array([.number("1"), .string("x")]), "b": .null])
        #expect(
            values == [
                Self.key: [
                    "Flow.code": .number("200"), "Flow.rate": .number("1"), "Flow.done": .boolean(true),
                    "Flow.text": .string("200"), "Flow.due": .string("2027-03-31T14:30:00Z"), "Flow.data": data,
                    "Flow.codes": .array([.number("1"), .null, .number("2")]),
                ]
            ]
        )
    }

    @Test func takesNullForAnyOutput() throws {
        let values = try values("workflow/Callback Request: { Flow.code: , Flow.codes: null }")
        #expect(values == [Self.key: ["Flow.code": .null, "Flow.codes": .null]])
    }

    @Test(arguments: [
        ReadingCase(
            "",
            ": The file is empty; write flows with their outputs into the file, or restore the file from git"
        ),
        ReadingCase("- a", ":1:1: Expected flows with their outputs (a mapping of keys to values), found a list"),
        ReadingCase(
            "workflow/Callback Requests: {}",
            ":1:1: The stand-in serves no flow 'workflow/Callback Requests'; did you mean 'workflow/Callback Request'?"
        ),
        ReadingCase(
            "Callback Request: {}",
            ":1:1: 'Callback Request' isn't a flow's type and name; did you mean 'workflow/Callback Request'?"
        ),
        ReadingCase(
            "workflow/Xyz: {}",
            ":1:1: The stand-in serves no flow 'workflow/Xyz'; write type and name of a flow that it serves, such as "
                + "`workflow/Callback Request`"
        ),
        ReadingCase(
            "workflow/Silent: { Flow.a: 1 }",
            ":1:20: 'workflow/Silent' declares no output 'Flow.a'; remove the output from this file, because the flow declares none"
        ),
        ReadingCase(
            "workflow/Callback Request: { Flow.text: 200 }",
            ":1:41: Output 'Flow.text' is string in the flow, but the file has '200'; write a string; put a number, or a word such as "
                + "`true`, in quotes"
        ),
        ReadingCase(
            "workflow/Callback Request: { Flow.code: 1.5 }",
            ":1:41: Output 'Flow.code' is integer in the flow, but the file has '1.5'; write a whole number"
        ),
        ReadingCase(
            "workflow/Callback Request:\n  Flow.codes: [1, a]",
            ":2:19: Output 'Flow.codes' is integer[] in the flow, but the file has 'a'; write a whole number"
        ),
        ReadingCase(
            "workflow/Callback Request:\n  Flow.codes: 1",
            ":2:15: Expected output 'Flow.codes' of type integer[] (a list), found '1'"
        ),
        ReadingCase(
            "workflow/Callback Request:\n  Flow.done: [true]",
            ":2:14: Output 'Flow.done' is boolean in the flow, but the file has a list; write true or false"
        ),
    ])
    func saysWhatDoesNotFit(_ reading: ReadingCase) {
        let thrown = reading.thrown { bytes throws(ReadingError) in
            try values(String(decoding: bytes, as: UTF8.self))
        }
        #expect(thrown == "outputs.yaml" + reading.message)
    }
}
