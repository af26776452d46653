import SourceText
import Testing
import YAML

@testable import DriftCore

struct FingerprintTests {
    private static let finding = Finding(
        rule: "input-undeclared",
        severity: .error,
        message: "m",
        fix: Fix("f"),
        flow: .workflow("A"),
        subject: "Flow.a",
        environment: EnvironmentName("prod"),
        contract: "a",
        trigger: "t",
        owner: "o",
        place: Place(file: "f")
    )

    @Test func staysWhatItWasInEarlierVersions() {
        #expect(Self.finding.fingerprint == "9b6cd83412aaea2a")
    }

    @Test(
        arguments: [
            { $0.message = "other" }, { $0.severity = .note }, { $0.fix = Fix("other") }, { $0.owner = nil },
            { $0.place = Place(file: "other", position: Position(line: 1, column: 1)) }, { $0.place = nil },
        ] as [@Sendable (inout Finding) -> Void]
    )
    func ignoresProseAndPlace(_ change: @Sendable (inout Finding) -> Void) {
        var other = Self.finding
        change(&other)
        #expect(other != Self.finding)
        #expect(other.fingerprint == Self.finding.fingerprint)
    }

    @Test(
        arguments: [
            { $0.rule = "other" }, { $0.flow = .workflow("B") }, { $0.flow = FlowKey(type: .commonModule, name: "A") },
            { $0.flow = nil },
            { $0.subject = "Flow.b" }, { $0.subject = nil }, { $0.subject = "" },
            { $0.environment = EnvironmentName("test") },
            { $0.environment = nil }, { $0.contract = "b" }, { $0.contract = nil }, { $0.trigger = "u" },
            { $0.trigger = nil },
            { ($0.contract, $0.trigger) = ($0.trigger, $0.contract) }, { ($0.trigger, $0.subject) = ("tFlow.a", "") },
        ] as [@Sendable (inout Finding) -> Void]
    )
    func differsWhereAnyPartOfTheStructureDoes(_ change: @Sendable (inout Finding) -> Void) {
        var other = Self.finding
        change(&other)
        #expect(other.fingerprint != Self.finding.fingerprint)
    }

    /// The same contract and flow, with more lines and everything in another order.
    @Test func staysTheSameWhereTheFilesAreInAnotherOrder() throws {
        let one = try Sample.judgement(
            "launch: { inputs: { Flow.a: string, Flow.b: integer }, outputs: { Flow.x: string, Flow.y: string } }\n",
            "inputs: { Flow.b: { type: string }, Flow.c: { type: string } }\noutputs: { Flow.x: { type: integer } }\n"
        )
        let other = try Sample.judgement(
            """
            # A line more.
            launch:
              outputs: { Flow.y: string, Flow.x: string }
              inputs:
                Flow.b: integer

                Flow.a: string

            """,
            "outputs: { Flow.x: { type: integer } }\ninputs:\n  Flow.c: { type: string }\n  Flow.b: { type: string }\n"
        )
        #expect(one.findings.count > 3)
        #expect(one.findings.map(\.place) != other.findings.map(\.place))
        #expect(Set(one.findings.map(\.fingerprint)) == Set(other.findings.map(\.fingerprint)))
        #expect(Set(one.findings.map(\.fingerprint)).count == one.findings.count)
    }
}
