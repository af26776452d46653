import TestSupport
import Testing

@testable import DriftCore

struct ContrastTests {
    /// Every rule that compares two texts shows both; other rules show an event, or a path that only one side has.
    @Test(arguments: try FixtureCase.examples(.fires).filter(\.comparesTexts))
    func showsBothSidesOfEveryFinding(_ fixture: FixtureCase) async throws {
        for finding in try await fixture.judgement().findings {
            let contrast = try #require(finding.contrast, "\(finding.rule)")
            #expect(contrast.expected != contrast.found)
        }
    }

    @Test func writesAVariableWithAllThatCanChange() {
        let old = Variable(name: "Flow.a", type: DataType(.string), defaultText: "5")
        let new = Variable(name: "Flow.a", type: DataType(.integer, isCollection: true), isSecure: true)
        #expect(
            FlowChange.inputChanged(from: old, to: new).contrast
                == Contrast("Flow.a: string, default \"5\"", "Flow.a: integer[], secure")
        )
    }

    @Test func leavesTheSideEmptyThatHasNothing() {
        let variable = Variable(name: "Flow.a", type: DataType(.json))
        #expect(FlowChange.outputAdded(variable).contrast == Contrast(nil, "Flow.a: json"))
        #expect(FlowChange.inputRemoved(variable).contrast == Contrast("Flow.a: json", nil))
    }

    @Test func listsOnlyTheSettingsOfATriggerThatDiffer() {
        let old = Trigger(name: "Ended", topic: "v2.detail.events.conversation.{id}.acw", eventTTLSeconds: 60)
        var new = old
        new.isEnabled = false
        new.eventTTLSeconds = nil
        let contrast = FlowChange.triggerChanged(from: old, to: new).contrast
        #expect(contrast.expected == "enabled: true, eventTTLSeconds: 60")
        #expect(contrast.found == "enabled: false, eventTTLSeconds: not set")
    }
}

extension FixtureCase {
    /// Whether the rule compares a contract with its flow, or a snapshot with the live org.
    fileprivate var comparesTexts: Bool {
        switch DriftRule.named(rule)?.subject {
        case .contract: !rule.hasPrefix("payload-")
        case .live: true
        case .code: rule.hasPrefix("code-input-")
        case .inputSources, .strayTriggers, .request, .waiver, .plan, nil: false
        }
    }
}
