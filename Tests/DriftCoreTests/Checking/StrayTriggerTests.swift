import Testing

@testable import DriftCore

/// Triggers that start none of the flows with a known interface.
struct StrayTriggerTests {
    private static let id = FlowID(madeFor: .workflow("Elsewhere"))

    private static func judgement(
        _ target: Trigger.Target?,
        isEnabled: Bool = true,
        among entries: [FlowEntry]
    ) -> Outcome {
        let trigger = Trigger(name: "T", topic: "v2.x", isEnabled: isEnabled, target: target)
        return Judge().judge(StrayTriggers([trigger], in: nil, entries: entries, file: "triggers.yaml")).reported
    }

    private static func entry(
        _ name: String,
        id: FlowID? = nil,
        _ availability: Flow.Availability = .available
    ) -> FlowEntry {
        FlowEntry(key: .workflow(name), id: id, availability: availability)
    }

    @Test func reportsAnIDThatNoFlowHas() throws {
        let known = Self.entry("A", id: FlowID("5f0c0c1e"))
        let judgement = Self.judgement(.id(Self.id), among: [known])
        #expect(judgement.findings.map(\.summary) == ["error trigger-target-missing T target"])
        #expect(judgement.coverage.unknowns == [])
        #expect(judgement.coverage.triggerEvents == Coverage.Count(checked: 1, total: 1))
        let disabled = Self.judgement(.id(Self.id), isEnabled: false, among: [known])
        #expect(disabled.findings.map(\.summary) == ["note trigger-target-missing T target"])
    }

    @Test(arguments: [[], [entry("A")], [entry("A", id: FlowID("5f0c0c1e")), entry("B")]])
    func doesNotMissAFlowWhereIDsAreNotKnown(_ entries: [FlowEntry]) throws {
        let judgement = Self.judgement(.id(Self.id), among: entries)
        #expect(judgement.findings == [])
        #expect(
            judgement.coverage.unknowns.map(\.reason)
                == ["trigger 'T' starts a flow whose id is not among the flows that were read"]
        )
        #expect(judgement.coverage.triggerEvents == Coverage.Count(checked: 0, total: 1))
    }

    @Test(arguments: [Trigger.Target.id(id), .flow(.workflow("Elsewhere")), nil])
    func neverCallsAFlowInSyncOfWhichItKnowsNoInputs(_ target: Trigger.Target?) throws {
        let judgement = Self.judgement(target, among: [Self.entry("Elsewhere", id: Self.id)])
        #expect(judgement.findings == [])
        let name = target == nil ? "an unnamed flow" : "'workflow/Elsewhere'"
        #expect(
            judgement.coverage.unknowns.map(\.reason)
                == ["trigger 'T' starts \(name), whose inputs are unknown"]
        )
        #expect(judgement.coverage.triggerEvents == Coverage.Count(checked: 0, total: 1))
    }

    @Test(arguments: [Flow.Availability.unpublished, .inactive])
    func reportsAListedFlowThatNothingCanStart(_ availability: Flow.Availability) throws {
        let judgement = Self.judgement(.id(Self.id), among: [Self.entry("Elsewhere", id: Self.id, availability)])
        #expect(judgement.findings.map(\.summary) == ["error trigger-target-unpublished T"])
        #expect(judgement.findings.map(\.flow) == [.workflow("Elsewhere")])
        #expect(judgement.coverage.unknowns == [])
        #expect(judgement.coverage.triggerEvents == Coverage.Count(checked: 0, total: 1))
    }

    @Test func namesAllThatShareAReasonInOneLine() throws {
        let triggers = ["U", "T"].map { Trigger(name: $0, topic: "v2.x", target: .id(Self.id)) }
        let judgement = Judge().judge(StrayTriggers(triggers, in: nil, entries: [], file: nil)).reported
        #expect(
            judgement.coverage.unknowns.map(\.reason)
                == ["triggers 'T', 'U' start flows whose ids are not among the flows that were read"]
        )
    }
}
