import SourceText
import Testing

@testable import DriftCore

struct FlowRuleTests {
    private static let id = "3f0c6c1e-7d6a-4b57-9f21-3f0e4b1c2a90"
    private static let promise = "launch: {}\nenvironments: { prod: { id: \(id) } }\n"

    private func entry(
        _ key: String,
        id: String? = nil,
        _ availability: Flow.Availability = .unknown
    ) throws -> FlowEntry {
        FlowEntry(key: try #require(FlowKey(key)), id: id.flatMap { FlowID($0) }, availability: availability)
    }

    @Test func namesTheFlowThatHasTheIdNow() throws {
        let entries = [try entry("workflow/A2"), try entry("workflow/Weather", id: Self.id)]
        #expect(
            try Sample.judgement(Self.promise, nil, entries: entries).findings.map(\.line) == [
                "error: Flow 'workflow/A' does not exist; the flow with the id \(Self.id) is now called 'Weather' [flow-missing]"
            ]
        )
    }

    @Test func saysThatNothingIsNearWhereNothingIs() throws {
        let finding = try #require(
            try Sample.judgement("launch: {}\n", nil, entries: [entry("workflow/Weather")]).findings.first
        )
        #expect(finding.message == "Flow 'workflow/A' does not exist")
        #expect(
            finding.fix.summary
                == "correct the name in the contract, restore the flow, or take a new snapshot of a new flow"
        )
    }

    @Test func offersTheSameNameUnderAnotherType() throws {
        #expect(
            try Sample.judgement("launch: {}\n", nil, entries: [entry("bot/A")]).findings.map(\.line) == [
                "error: Flow 'workflow/A' does not exist; did you mean 'bot/A'? [flow-missing]"
            ]
        )
    }

    @Test func namesBothSidesOfAnotherTypeEvenUnderAnotherName() throws {
        let entries = [try entry("bot/Weather", id: Self.id.uppercased())]
        #expect(
            try Sample.judgement(Self.promise, nil, entries: entries).findings.map(\.line) == [
                "error: The flow with the id \(Self.id) is 'bot/Weather'; the contract says 'workflow/A' [flow-type-changed]"
            ]
        )
    }

    @Test(arguments: zip([Flow.Availability.unpublished, .inactive], ["flow-unpublished", "flow-inactive"]))
    func needsNoExportToKnowThatNothingCanStartAFlow(_ availability: Flow.Availability, _ rule: String) throws {
        let judgement = try Sample.judgement("launch: {}\n", nil, entries: [entry("workflow/A", availability)])
        #expect(judgement.findings.map(\.rule) == [rule])
        #expect(judgement.coverage.unknowns == [])
    }

    @Test(arguments: [Flow.Availability.unknown, .available])
    func doesNotDecideOnAFlowThatIsOnlyListed(_ availability: Flow.Availability) throws {
        let judgement = try Sample.judgement("launch: {}\n", nil, entries: [entry("workflow/A", availability)])
        #expect(judgement.findings == [])
        #expect(
            judgement.coverage.unknowns.map(\.reason) == [
                "the inputs and outputs of 'workflow/A' could not be read"
            ]
        )
        #expect(judgement.coverage.judgements == 0)
    }

    @Test func doesNotDecideOnAnIdThatNoSourceKnows() throws {
        let judgement = try Sample.judgement(Self.promise, "")
        #expect(judgement.findings == [])
        #expect(judgement.coverage.unknowns.map(\.reason) == ["the id of 'workflow/A' is unknown"])
    }

    @Test func reportsOneCauseForAFlowThatCannotBeStarted() throws {
        let flow = Flow(key: .workflow("A"), availability: .inactive)
        let judgement = Judge().judge(
            try Sample.contract("launch: { inputs: { Flow.a: string } }\n"),
            in: nil,
            inputSources: InputSources(flow, in: nil, contracts: [], events: .embedded),
            surroundings: Judge.Surroundings()
        )
        #expect(judgement.reported.findings.map(\.rule) == ["flow-inactive"])
        #expect(judgement.coverage.inputs == Coverage.Count(checked: 1, total: 1))
    }

    @Test func asksForTheEnvironmentWhereTheNameDependsOnIt() throws {
        let contract = try Sample.contract("launch: {}\n", flow: "\"workflow/A {environment}\"")
        let judgement = Judge().judge(contract, in: nil, inputSources: nil, surroundings: Judge.Surroundings())
        #expect(judgement.findings == [])
        #expect(
            judgement.coverage.unknowns.map(\.reason)
                == ["the contract's flow is unknown, because its name depends on the environment"]
        )
    }

    @Test func givesAFindingTheSeverityOfTheSettings() throws {
        let (contract, flow) = ("launch: { inputs: { Flow.day: string } }\n", "inputs: { Flow.day: { type: date } }\n")
        func severities(_ setting: RuleSetting) throws -> [Severity] {
            try Sample.judgement(contract, flow, severities: ["input-type-changed": setting]).findings.map(\.severity)
        }
        #expect(try Sample.judgement(contract, flow).findings.map(\.severity) == [.warning])
        #expect(try severities(.severity(.error)) == [.error])
        #expect(try severities(.severity(.note)) == [.note])
        #expect(try severities(.off) == [])
    }
}
