import SourceText
import Testing

@testable import DriftCore

struct FlowFileErrorTests {
    private static func thrown(_ text: String, _ file: String) -> String? {
        do throws(ReadingError) {
            _ = try FlowFileReader().read(Array(text.utf8), file: file)
            return nil
        } catch {
            return error.description
        }
    }

    @Test(arguments: [
        ("workflow:\n  division: Home", "a.yaml:2:3: Missing key 'name' in a workflow flow"),
        ("workflow:\n  name:\n", "a.yaml:2:8: Expected the flow's name, found nothing"),
        ("workflow: A", "a.yaml:1:11: Expected a workflow flow (a mapping of keys to values), found 'A'"),
        ("workflow:\n  name: A\n  name: B", "a.yaml:3:3: the key 'name' is already at 2:3"),
        ("workflow:\n\tname: A", "a.yaml:2:1: a tab cannot indent YAML; use spaces"),
        (
            "workflow:\n  name: A\n---\nworkflow:\n  name: B",
            "a.yaml:3:1: a second document starts here; keep one document in a file"
        ),
        ("workflow:\n  name: A\n  variables: x", "a.yaml:3:14: Expected variables (a list), found 'x'"),
        (
            "workflow:\n  name: A\n  variables: {{variables}}",
            "a.yaml:3:14: Expected variables (a list), found '{{variables}}'; give the placeholder a value with --set"
        ),
        (
            "workflow:\n  name: A\n  variables: [x]",
            "a.yaml:3:15: Expected a variable (a mapping of keys to values), found 'x'"
        ),
        (
            "workflow:\n  name: A\n  variables: [{ x: {} }]",
            "a.yaml:3:17: 'x' is not a kind of variable; use a kind that Archy writes, such as `stringVariable` or `jsonCollectionVariable`"
        ),
        (
            "workflow:\n  name: A\n  variables: [{ Variable: {} }]",
            "a.yaml:3:17: 'Variable' is not a kind of variable; use a kind that Archy writes, such as `stringVariable` or `jsonCollectionVariable`"
        ),
        (
            "workflow:\n  name: A\n  variables: [{ stringVariable: x }]",
            "a.yaml:3:33: Expected a variable's settings (a mapping of keys to values), found 'x'"
        ),
        (
            "workflow:\n  name: A\n  variables: [{ stringVariable: {} }]",
            "a.yaml:3:33: Missing key 'name' in a variable"
        ),
        (
            "workflow:\n  name: A\n  variables: [{ stringVariable: { name: a, isInput: yes } }]",
            "a.yaml:3:53: Expected isInput (true or false), found 'yes'"
        ),
        (
            "workflow:\n  name: A\n  variables: [{ stringVariable: { name: a, isInput: {{in}} } }]",
            "a.yaml:3:53: Expected isInput (true or false), found '{{in}}'; give the placeholder a value with --set"
        ),
        (
            "workflow:\n  name: A\n  variables: [{ stringVariable: { name: a, initialValue: 5 } }]",
            "a.yaml:3:58: Expected an initial value (a mapping of keys to values), found '5'"
        ),
        (
            "workflow:\n  name: A\n  variables:\n    - stringVariable: { name: a, isInput: true }\n    - jsonVariable: { name: a, isOutput: true }",
            "a.yaml:5:21: Variable 'a' is declared twice; keep only one of the two declarations"
        ),
        (
            "flowdrift: 2\nflow: {}",
            "a.yaml:1:12: Unknown format '2'; this version of flowdrift reads format 1: write `flowdrift: 1`"
        ),
        ("flowdrift: 1\nflow: { type: workflow }", "a.yaml:2:7: Missing key 'name' in a flow"),
        (
            "flowdrift: 1\nflow: { type: a b, name: A }",
            "a.yaml:2:15: 'a b' is not a flow's type; write a type such as `workflow`"
        ),
        (
            "flowdrift: 1\nflow: { type: bot, name: A, state: gone }",
            "a.yaml:2:36: Unknown state 'gone'; use one of unpublished, inactive"
        ),
        (
            "flowdrift: 1\nflow: { type: bot, name: A }\ninputs: { a: {} }",
            "a.yaml:3:14: Missing key 'type' in a variable"
        ),
        (
            "flowdrift: 1\nflow: { type: bot, name: A }\ninput: {}",
            "a.yaml:3:1: Unknown key 'input' in a snapshot; did you mean 'inputs'?"
        ),
    ])
    func saysWhereYAMLIsBroken(_ text: String, _ message: String) {
        #expect(Self.thrown(text, "a.yaml") == message)
    }

    @Test(arguments: [
        (
            "{",
            "a.json:1:2: The file is not valid JSON: the '{' at 1:1 is never closed; the file may have been cut short; export or download the file again"
        ),
        (
            "{\"entities\": [\n  {\"name\": \"A\" \"type\": 1}\n]}",
            "a.json:2:15: The file is not valid JSON: a comma is missing before \"type\"; export or download the file again"
        ),
        (
            "{\"a\": 1} x",
            "a.json:1:10: The file is not valid JSON: 'x' is unexpected here; export or download the file again"
        ),
        ("hello", "a.json: The file is not JSON: it does not begin with { or ["),
        (
            "{\"entities\": [{\"name\": \"A\", \"type\": \"WORKFLOW\"}, {\"type\": \"BOT\", \"id\": \"7\"}]}",
            "a.json: A flow has no name or no type (id 7)"
        ),
        (
            "{\"entities\": [{\"name\": 5, \"type\": \"WORKFLOW\"}]}",
            "a.json:1:24: 'entities[0].name' should be a string"
        ),
        ("{\"entities\": [{\"topicName\": \"v2.x\"}]}", "a.json: A trigger has no name"),
        (
            "{\"entities\": [{\"name\": \"T\", \"topicName\": \"v2.x\"}, {\"id\": \"8\", \"name\": \"A\", \"type\": \"BOT\"}]}",
            "a.json: The listing has triggers, but also an entity that isn't a trigger (id 8)"
        ),
        (
            "{\"name\": \"T\", \"topicName\": \"v2.x\", \"matchCriteria\": [{\"operator\": \"In\"}]}",
            "a.json:1:54: 'matchCriteria[0]' has no 'jsonPath'"
        ),
        (
            "{\"name\": \"T\", \"topicName\": \"v2.x\", \"target\": {\"workflowTargetSettings\": {\"dataFormat\": \"XML\"}}}",
            "a.json: Trigger 'T' has unknown data format 'XML'"
        ),
        (
            "{\"name\": \"T\", \"topicName\": \"v2.x\", \"eventTTLSeconds\": \"60\"}",
            "a.json:1:55: 'eventTTLSeconds' should be a whole number"
        ),
        ("{\"name\": \"A\", \"type\": \"bot\", \"variables\": [{}]}", "a.json:1:44: 'variables[0]' has no 'name'"),
        (
            "{\"name\": \"A\", \"type\": \"bot\", \"variables\": [{\"name\": \"\", \"isInput\": true}]}",
            "a.json: A variable of the flow has no name"
        ),
        (
            "{\"name\": \"A\", \"type\": \"bot\", \"variables\": [{\"name\": \"x\", \"isInput\": true}]}",
            "a.json: Variable 'x' has no type"
        ),
        (
            "{\"name\": \"A\", \"type\": \"bot\", \"variables\": [{\"name\": \"x\", \"isInput\": true, \"typeIdentifier\": \"jsn\"}, "
                + "{\"name\": \"x\", \"isOutput\": true, \"typeIdentifier\": \"jsn\"}]}",
            "a.json: Variable 'x' is declared twice"
        ),
        ("{\"flowSequenceItemList\": []}", "a.json: A flow has no name or no type"),
    ])
    func saysWhereJSONIsBroken(_ text: String, _ message: String) {
        #expect(Self.thrown(text, "a.json") == message)
    }

    @Test(arguments: [
        ("", "a.i3WorkFlow: The file is empty; export the flow again"),
        ("\0\0", "a.i3WorkFlow: The file is not text; export the flow again"),
        (
            "hello, world",
            "a.i3WorkFlow: The file is not a flow export: it is not base64 of percent-encoded JSON; the file may have been cut short; export the flow again"
        ),
        (
            "AAAAA",
            "a.i3WorkFlow: The file is not a flow export: it is not base64 of percent-encoded JSON; the file may have been cut short; export the flow again"
        ),
        (
            "JTc",
            "a.i3WorkFlow: The file is not a flow export: it is not base64 of percent-encoded JSON; the file may have been cut short; export the flow again"
        ),
        (
            FlowFileSample.export(of: "{\"name\": "),
            "a.i3WorkFlow: The export's content is not valid JSON: the text ends before the value of 'name'; the file may have been cut short; export or download the file again"
        ),
        (
            FlowFileSample.export(of: "{\"name\": \"A\", \"type\": \"bot\", \"variables\": [{}]}"),
            "a.i3WorkFlow: 'variables[0]' in the JSON that the export contains has no 'name'"
        ),
    ])
    func saysHowAnExportIsBroken(_ text: String, _ message: String) {
        #expect(Self.thrown(text, "a.i3WorkFlow") == message)
    }

    @Test func refusesBytesThatAreNoText() {
        let error = #expect(throws: ReadingError.self) {
            try FlowFileReader().read(Array("workflow:\n  name: ".utf8) + [0xFF, 0xFE, 0x0A], file: "a.yaml")
        }
        #expect(error?.description == "a.yaml:2:9: a byte that is not UTF-8; save the file as UTF-8")
    }

    @Test func refusesJSONThatIsNestedWithoutEnd() {
        let text = String(repeating: "[", count: 100_000)
        let problem =
            "objects and arrays are nested more than 512 levels deep, which is flowdrift's limit; "
            + "export or download the file again"
        #expect(Self.thrown(text, "a.json") == "a.json:1:513: The JSON could not be read: \(problem)")
        #expect(Self.thrown("{\"name\":\"A\",\"type\":\"bot\",\"variables\":" + text, "a.json") != nil)
    }
}
