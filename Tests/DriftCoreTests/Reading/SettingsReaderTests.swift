import SourceText
import Testing

@testable import DriftCore

struct SettingsReaderTests {
    private func settings(_ text: String) throws(ReadingError) -> Settings {
        try SettingsReader().settings(Array(("flowdrift: 1\n" + text).utf8), file: "flowdrift.yaml")
    }

    @Test func givesEverythingADefault() throws {
        #expect(try settings("") == Settings())
        #expect(Settings().environments == nil && Settings().failOn == .error && Settings().flows.isOpen)
    }

    @Test func readsWhatItSays() throws {
        let settings = try settings(
            """
            environments: { prod: , dev: }
            flows: { types: [workflow, Bot], names: ["Callback*", 2026], divisions: [Home] }
            severity: { input-not-sent: warning, flow-missing: off }
            fail-on: note
            """
        )
        #expect(settings.environments?.map(\.text) == ["dev", "prod"])
        #expect(settings.flows.types.map(\.name) == ["workflow", "bot"])
        #expect(settings.flows.names == ["Callback*", "2026"] && settings.flows.divisions == ["Home"])
        let severities: [RuleID: RuleSetting] = ["input-not-sent": .severity(.warning), "flow-missing": .off]
        #expect(settings.severities == severities)
        #expect(settings.failOn == .note)
    }

    @Test(arguments: [
        ReadingCase("", ": The file is empty; write `flowdrift: 1` into the file, or restore the file from git"),
        ReadingCase(
            "flowdrift: 2",
            ":1:12: Unknown format '2'; this version of flowdrift reads format 1: write `flowdrift: 1`"
        ),
        ReadingCase("fail-on: error", ":1:1: Missing key 'flowdrift' in the file; write `flowdrift: 1` at the top"),
        ReadingCase(
            "flowdrift: 1\nfailon: error",
            ":2:1: Unknown key 'failon' in flowdrift.yaml; did you mean 'fail-on'?"
        ),
        ReadingCase("flowdrift: 1\nfail-on: eror", ":2:10: Unknown severity 'eror'; did you mean 'error'?"),
        ReadingCase("flowdrift: 1\nfail-on: [error]", ":2:10: Expected severity: one of note, warning, error"),
        ReadingCase(
            "flowdrift: 1\nenvironments: {}",
            ":2:15: `environments` names no environment; name at least one environment, or remove `environments`"
        ),
        ReadingCase(
            "flowdrift: 1\nenvironments: { .a: }",
            ":2:17: '.a' cannot name an environment; use letters, digits, '.', '_' and '-'"
        ),
        ReadingCase(
            "flowdrift: 1\nenvironments: prod",
            ":2:15: Expected environments (a mapping of keys to values), found 'prod'"
        ),
        ReadingCase(
            "flowdrift: 1\nflows: { typs: [] }",
            ":2:10: Unknown key 'typs' in a filter of flows; did you mean 'types'?"
        ),
        ReadingCase(
            "flowdrift: 1\nflows: { types: [workflw] }",
            ":2:18: Unknown flow type 'workflw'; did you mean 'workflow'?"
        ),
        ReadingCase("flowdrift: 1\nflows: { names: A }", ":2:17: Expected names (a list), found 'A'"),
        ReadingCase(
            "flowdrift: 1\nseverity: { input-undeclare: off }",
            ":2:13: Unknown rule 'input-undeclare'; did you mean 'input-undeclared'?"
        ),
        ReadingCase(
            "flowdrift: 1\nseverity: { weather: off }",
            ":2:13: Unknown rule 'weather'; `flowdrift rules` lists all rules"
        ),
        ReadingCase(
            "flowdrift: 1\nseverity: { flow-missing: fatal }",
            ":2:27: Unknown severity 'fatal'; use one of note, warning, error, off"
        ),
    ])
    func saysWhatIsWrong(_ reading: ReadingCase) {
        let thrown = reading.thrown { bytes throws(ReadingError) in
            try SettingsReader().settings(bytes, file: "flowdrift.yaml")
        }
        #expect(thrown == "flowdrift.yaml" + reading.message)
    }
}
