import SourceText
import Testing

@testable import DriftCore

struct ContractErrorTests {
    private static let head = "flowdrift: 1\ncontract: a\nflow: workflow/A\n"
    private static let types =
        "string, integer, decimal, boolean, json, dateTime, date, time, duration, currency, phoneNumber, timeslot, queue, user"

    private static func expect(_ message: String, of text: String, sourceLocation: SourceLocation = #_sourceLocation) {
        let thrown = ReadingCase(text, message).thrown { bytes throws(ReadingError) in
            try ContractReader().contract(bytes, file: "c.yaml")
        }
        #expect(thrown == "c.yaml" + message, sourceLocation: sourceLocation)
    }

    @Test(arguments: [
        ReadingCase("", ": The file is empty; write a contract into the file, or restore the file from git"),
        ReadingCase(
            "# only a comment\n",
            ": The file is empty; write a contract into the file, or restore the file from git"
        ),
        ReadingCase("[]", ":1:1: Expected a contract (a mapping of keys to values), found a list"),
        ReadingCase("x", ":1:1: Expected a contract (a mapping of keys to values), found 'x'"),
        ReadingCase("contract: a", ":1:1: Missing key 'flowdrift' in the file; write `flowdrift: 1` at the top"),
        ReadingCase(
            "flowdrift: 2\nsomething: new",
            ":1:12: Unknown format '2'; this version of flowdrift reads format 1: write `flowdrift: 1`"
        ),
        ReadingCase(
            "flowdrift: '1'",
            ":1:12: Unknown format '1'; this version of flowdrift reads format 1: write `flowdrift: 1`"
        ),
        ReadingCase("flowdrift: 1\nflow: workflow/A\nlaunch: {}", ":1:1: Missing key 'contract' in a contract"),
        ReadingCase("flowdrift: 1\ncontract: a\nlaunch: {}", ":1:1: Missing key 'flow' in a contract"),
        ReadingCase("flowdrift: 1\ncontract:\nflow: workflow/A", ":2:10: Expected the contract's name, found nothing"),
        ReadingCase(
            "flowdrift: 1\ncontract: [a]\nflow: workflow/A",
            ":2:11: Expected the contract's name, found a list"
        ),
        ReadingCase(
            "flowdrift: 1\ncontract: a\nflow: Callback\nlaunch: {}",
            ":3:7: 'Callback' is not a flow's type and name; write both: `workflow/Callback`"
        ),
        ReadingCase(
            "flowdrift: 1\ncontract: a\nflow: workflow/\nlaunch: {}",
            ":3:7: 'workflow/' is not a flow's type and name; write both: `workflow/Callback Request`"
        ),
        ReadingCase(
            "flowdrift: 1\ncontract: a\nflow: workflw/A\nlaunch: {}",
            ":3:7: Unknown flow type 'workflw'; did you mean 'workflow/A'?"
        ),
        ReadingCase(
            "flowdrift: 1\ncontract: a\nflow: zzz/A\nlaunch: {}",
            ":3:7: Unknown flow type 'zzz'; use one of \(FlowType.known.map(\.name).joined(separator: ", "))"
        ),
        ReadingCase("a: 1\na: 2", ":2:1: the key 'a' is already at 1:1"),
        ReadingCase("a: [", ":1:5: a value is missing here"),
    ])
    func saysWhatIsWrongWithAFile(_ reading: ReadingCase) {
        Self.expect(reading.message, of: reading.text)
    }

    @Test(arguments: [
        ReadingCase(
            "",
            ":1:1: Contract 'a' has neither `launch` nor `triggers`; list under `launch` what the code sends and reads (`launch: {}` if nothing), or list `triggers`"
        ),
        ReadingCase(
            "triggers: []",
            ":1:1: Contract 'a' has neither `launch` nor `triggers`; list under `launch` what the code sends and reads (`launch: {}` if nothing), or list `triggers`"
        ),
        ReadingCase("lunch: {}", ":4:1: Unknown key 'lunch' in a contract; did you mean 'launch'?"),
        ReadingCase(
            "secrets: {}",
            ":4:1: Unknown key 'secrets' in a contract; the allowed keys are flowdrift, contract, owner, flow, environments, launch, triggers, code"
        ),
        ReadingCase(
            "? [x]\n: 1",
            ":4:3: Unknown key a list in a contract; the allowed keys are flowdrift, contract, owner, flow, environments, launch, triggers, code"
        ),
        ReadingCase("owner: {}", ":4:8: Expected an owner, found a mapping"),
        ReadingCase("launch:", ":4:8: Expected a launch (a mapping of keys to values), found nothing"),
        ReadingCase(
            "environments: {}",
            ":4:15: `environments` names no environment; name at least one environment, or remove `environments` if the contract holds in all environments"
        ),
        ReadingCase("environments: [prod]", ":4:15: Expected environments (a mapping of keys to values), found a list"),
        ReadingCase(
            "environments: { 'a b': }",
            ":4:17: 'a b' cannot name an environment; use letters, digits, '.', '_' and '-'"
        ),
        ReadingCase(
            "environments: { prod: { region: x } }",
            ":4:25: Unknown key 'region' in an environment of a contract; the allowed keys are id, name"
        ),
        ReadingCase(
            "environments: { prod: { id: 17 } }",
            ":4:29: '17' is not a flow's id, which is a UUID; copy the id from the flow's address in Architect"
        ),
        ReadingCase("environments: { prod: { name: '' } }", ":4:31: Expected a flow's name, found nothing"),
    ])
    func saysWhatIsWrongWithAContract(_ reading: ReadingCase) {
        Self.expect(reading.message, of: Self.head + reading.text)
    }

    @Test(arguments: [
        ReadingCase(
            "{ via: carrier-pigeon }",
            ":4:16: Unknown way to launch 'carrier-pigeon'; use one of flow-execution, webhook, custom"
        ),
        ReadingCase(
            "{ via: flow-executoin }",
            ":4:16: Unknown way to launch 'flow-executoin'; did you mean 'flow-execution'?"
        ),
        ReadingCase("{ inputs: [Flow.a] }", ":4:19: Expected inputs (a mapping of keys to values), found a list"),
        ReadingCase("{ inputs: { Flow.a: sting } }", ":4:29: Unknown type 'sting'; did you mean 'string'?"),
        ReadingCase("{ inputs: { Flow.a: 'sting[]' } }", ":4:29: Unknown type 'sting[]'; did you mean 'string[]'?"),
        ReadingCase(
            "{ inputs: { Flow.a: zzz } }",
            ":4:29: Unknown type 'zzz'; use one of \(types), with [] for a collection"
        ),
        ReadingCase("{ inputs: { Flow.a: [string] } }", ":4:29: Expected a type, found a list"),
        ReadingCase("{ inputs: { Flow.a: } }", ":4:29: Expected a type, found nothing"),
        ReadingCase("{ inputs: { Flow.a: {} } }", ":4:29: Missing key 'type' in an input"),
        ReadingCase(
            "{ inputs: { Flow.a: { type: string, send: always } } }",
            ":4:45: Unknown key 'send' in an input; did you mean 'sent'?"
        ),
        ReadingCase(
            "{ inputs: { Flow.a: { type: string, sent: alwys } } }",
            ":4:51: Unknown frequency 'alwys'; did you mean 'always'?"
        ),
        ReadingCase(
            "{ inputs: { Flow.a: { type: string, sent: rarely } } }",
            ":4:51: Unknown frequency 'rarely'; use one of always, sometimes, never"
        ),
        ReadingCase("{ inputs: { [a]: string } }", ":4:21: Expected an input's name, found a list"),
        ReadingCase(
            "{ inputs: { Flow.a: string, flow.A: string } }",
            ":4:37: Input 'flow.A' is listed twice, first as 'Flow.a' at line 4; keep only the spelling that the code uses"
        ),
        ReadingCase("{ inputs: { Flow.a: string, Flow.a: string } }", ":4:37: the key 'Flow.a' is already at 4:21"),
        ReadingCase(
            "{ outputs: { Flow.a: string, FLOW.a: string } }",
            ":4:38: Output 'FLOW.a' is listed twice, first as 'Flow.a' at line 4; keep only the spelling that the code uses"
        ),
        ReadingCase(
            "{ outputs: { Flow.a: { type: string, sent: always } } }",
            ":4:46: Unknown key 'sent' in an output; the allowed keys are type"
        ),
    ])
    func saysWhatIsWrongWithALaunch(_ reading: ReadingCase) {
        Self.expect(reading.message, of: Self.head + "launch: " + reading.text)
    }

    @Test(arguments: [
        ReadingCase("{}", ":4:11: Expected triggers (a list), found a mapping"),
        ReadingCase("[T]", ":4:12: Expected a trigger (a mapping of keys to values), found 'T'"),
        ReadingCase("[{ topic: x }]", ":4:12: Missing key 'name' in a trigger"),
        ReadingCase("[{ name: T, topics: x }]", ":4:23: Unknown key 'topics' in a trigger; did you mean 'topic'?"),
        ReadingCase(
            "[{ name: T }, { name: T }]",
            ":4:25: Trigger 'T' is listed twice, first at line 4; keep only one of the two"
        ),
        ReadingCase("[{ name: T, enabled: yes }]", ":4:32: Expected enabled (true or false), found 'yes'"),
        ReadingCase("[{ name: T, dataFormat: json }]", ":4:35: Unknown data format 'json'; did you mean 'Json'?"),
        ReadingCase("[{ name: T, eventTTLSeconds: 1m }]", ":4:40: Expected seconds (a whole number), found '1m'"),
        ReadingCase("[{ name: T, match: {} }]", ":4:30: Expected match criteria (a list), found a mapping"),
        ReadingCase(
            "[{ name: T, match: [{ jsonPath: a, operator: Equals, value: 1 }] }]",
            ":4:56: Unknown operator 'Equals'; did you mean 'Equal'?"
        ),
        ReadingCase(
            "[{ name: T, match: [{ operator: Exists }] }]",
            ":4:31: Missing key 'jsonPath' in a match criterion"
        ),
        ReadingCase("[{ name: T, match: [{ jsonPath: a }] }]", ":4:31: Missing key 'operator' in a match criterion"),
        ReadingCase(
            "[{ name: T, match: [{ jsonPath: a, operator: In, values: b }] }]",
            ":4:68: Expected values (a list), found 'b'"
        ),
        ReadingCase(
            "[{ name: T, match: [{ jsonPath: a, operator: In, value: 1, values: [2] }] }]",
            ":4:78: A match criterion has both 'value' and 'values'; keep only one of the two"
        ),
    ])
    func saysWhatIsWrongWithATrigger(_ reading: ReadingCase) {
        Self.expect(reading.message, of: Self.head + "triggers: " + reading.text)
    }
}
