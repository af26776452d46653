import SourceText
import Testing

@testable import DriftCore

struct InputRuleTests {
    @Test func findsNothingWhereNamesAndTypesAreEqual() throws {
        #expect(try Sample.findings(sending: "Flow.a: string", into: "Flow.a: { type: string }") == [])
    }

    @Test func offersANearNameOnlyWhereThereIsOne() throws {
        #expect(
            try Sample.findings(sending: "Flow.callerNumber: string", into: "Flow.callerPhone: { type: string }") == [
                "error: Input 'Flow.callerNumber' (string) is not declared by 'workflow/A'; "
                    + "did you mean 'Flow.callerPhone'? [input-undeclared]"
            ]
        )
        #expect(
            try Sample.findings(sending: "Flow.callerNumber: string", into: "Flow.queue: { type: string, default: x }")
                == [
                    "error: Input 'Flow.callerNumber' (string) is not declared by 'workflow/A'; "
                        + "the contract sends it [input-undeclared]"
                ]
        )
    }

    @Test func offersOneInputForTheNearerOfTwoNamesOnly() throws {
        let findings = try Sample.judgement(
            "launch: { inputs: { Flow.callerNumbr: string, Flow.callerNo: string } }\n",
            "inputs: { Flow.callerNumber: { type: string } }\n"
        ).findings
        #expect(findings.map(\.fix.edit?.replacement) == ["Flow.callerNumber", nil])
    }

    @Test func neverOffersAnInputThatIsSentAlready() throws {
        let findings = try Sample.judgement(
            "launch: { inputs: { Flow.dates: string, Flow.date: string } }\n",
            "inputs: { Flow.dates: { type: string } }\n"
        ).findings
        #expect(findings.map(\.rule) == ["input-undeclared"])
        #expect(findings.map(\.fix.edit) == [nil])
    }

    @Test(arguments: ["ani", "ANI"])
    func leavesOutABareNameWhoseScopedNameIsSentToo(_ name: String) throws {
        let findings = try Sample.judgement(
            "launch: { inputs: { Flow.ani: string, \(name): string } }\n",
            "inputs: { Flow.ani: { type: string } }\n"
        ).findings
        #expect(findings.map(\.rule) == ["input-unscoped"])
        #expect(findings.map(\.fix) == [Fix("leave '\(name)' out: the contract sends 'Flow.ani' as well")])
    }

    @Test func countsAnInputInOtherLetterCaseAsSentAndComparesItsType() throws {
        #expect(
            try Sample.findings(sending: "flow.ANI: json", into: "Flow.ani: { type: string }") == [
                "warning: The flow declares input 'Flow.ani', but the contract spells it 'flow.ANI'; "
                    + "the input may arrive empty [input-case-mismatch]",
                "error: Input 'Flow.ani' is string in the flow; the contract sends json [input-type-changed]",
            ]
        )
    }

    @Test func warnsOfATypeOfWhichNothingIsDocumented() throws {
        #expect(
            try Sample.findings(sending: "Flow.day: string", into: "Flow.day: { type: date }") == [
                "warning: Input 'Flow.day' is date in the flow; the contract sends string, which the flow may not "
                    + "accept [input-type-changed]"
            ]
        )
    }

    @Test func warnsOfATypeThatNobodyKnowsWithoutAnEdit() throws {
        let judgement = try Sample.judgement(
            "launch: { inputs: { Flow.x: string } }\n",
            "inputs: { Flow.x: { type: sms } }\n"
        )
        #expect(judgement.findings.map(\.severity) == [.warning])
        #expect(judgement.findings.map(\.fix.edit) == [nil])
    }

    @Test func reportsACollectionOnceWhateverElseIsUndocumented() throws {
        #expect(
            try Sample.findings(sending: "Flow.days: string", into: "Flow.days: { type: \"date[]\" }") == [
                "error: Input 'Flow.days' is a collection (date[]) in the flow; the contract sends string "
                    + "[input-collection-changed]"
            ]
        )
        #expect(
            try Sample.findings(sending: "Flow.days: integer", into: "Flow.days: { type: \"date[]\" }") == [
                "error: Input 'Flow.days' is date[] in the flow; the contract sends integer [input-type-changed]"
            ]
        )
    }

    @Test(arguments: ["&t string", "!!str string", "\"str\\u0069ng\"", "|-\n      string\n    "])
    func givesNoEditWhereMoreThanTheTypeStandsThere(_ type: String) throws {
        let text = "launch:\n  inputs:\n    Flow.a: \(type)\n    Flow.b: json\n"
        let findings = try Sample.judgement(
            text,
            "inputs: { Flow.a: { type: json }, Flow.b: { type: json } }\n"
        ).findings
        #expect(findings.map(\.rule) == ["input-type-changed"])
        #expect(findings.map(\.fix.edit) == [nil])
    }

    @Test func quotesWhatAnEditWritesAsYAMLNeedsIt() throws {
        let text = "launch: { inputs: { 'Flow.a b': string } }\n"
        let findings = try Sample.judgement(text, "inputs: { \"Flow.a, b\": { type: \"string\" } }\n").findings
        let edit = try #require(findings.first?.fix.edit)
        #expect(edit.replacement == "\"Flow.a, b\"")
        let contract = try Sample.contract(
            edit.applied(to: "flowdrift: 1\ncontract: a\nflow: workflow/A\n" + text)
                .split(separator: "\n", maxSplits: 3).last.map(String.init) ?? ""
        )
        #expect(contract.launch?.inputs.map(\.name.value) == ["Flow.a, b"])
    }

    @Test func notesAnInputThatIsNeverSentUnlessItHasADefault() throws {
        #expect(
            try Sample.findings(
                "launch: {}\n",
                "inputs: { Flow.a: { type: json }, Flow.b: { type: json, default: '' } }"
            )
                == [
                    "note: Input 'Flow.a' (json) has no default in the flow; the contract never sends it [input-not-sent]"
                ]
        )
        #expect(try Sample.findings("triggers: []\nlaunch: {}\n", "").isEmpty)
    }

    @Test func doesNotAskAContractThatLaunchesNothingForInputs() throws {
        let flow = "inputs: { Flow.a: { type: json } }\ntriggers: [{ name: T, topic: v2.x, enabled: true }]\n"
        #expect(try Sample.findings("triggers: [{ name: T }]\n", flow) == [])
    }
}
