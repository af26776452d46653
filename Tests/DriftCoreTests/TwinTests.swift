import Testing

@testable import DriftCore

/// Each rule on inputs has a twin on outputs, and each rule on deleted things one on new things, or a written reason.
struct TwinTests {
    /// Why a rule on one side has no twin of the same name on the other.
    private static let withoutOtherSide = [
        "input-not-sent": "an output that no code reads breaks nobody",
        "input-undeclared": "its twin is output-removed: what is sent must be declared, what is read must exist",
        "input-unused": "an output that a flow never sets is what its caller sees anyway",
        "input-unscoped":
            "output-removed offers the scoped name: an answer never has the bare one, so nothing may be read",
        "output-removed": "its twin is input-undeclared",
    ]

    /// Why no rule reports new things where a rule reports deleted ones.
    private static let withoutAdded = [
        "flow-missing": "a flow more breaks nobody",
        "live-output-removed": "an output more breaks nobody",
        "output-removed": "an output more breaks nobody",
        "payload-flow-id-missing": "a body with an id is a right one",
        "payload-json-path-missing": "a member that nobody reads breaks nobody",
        "request-body-missing": "a request with a body is a right one",
        "trigger-json-input-missing": "an input more breaks nobody",
        "trigger-target-missing": "a target more starts a flow that somebody wants started",
        "trigger-missing": "a contract promises the triggers it needs, not that there are no others",
    ]

    @Test(arguments: DriftRule.all.map(\.id).filter { $0.hasPrefix("input-") || $0.hasPrefix("output-") })
    func hasATwinOnTheOtherSideOrAReason(_ id: String) {
        let twin = id.hasPrefix("input-") ? "output-" + id.dropFirst(6) : "input-" + id.dropFirst(7)
        #expect((DriftRule.named(twin) == nil) == (Self.withoutOtherSide[id] != nil))
    }

    @Test(arguments: DriftRule.all.map(\.id).filter { $0.hasSuffix("-removed") || $0.hasSuffix("-missing") })
    func hasATwinForWhatIsNewOrAReason(_ id: String) {
        let twin = id.split(separator: "-").dropLast().joined(separator: "-") + "-added"
        #expect((DriftRule.named(twin) == nil) == (Self.withoutAdded[id] != nil))
    }

    @Test func givesReasonsOnlyForRulesThatThereAre() {
        let rules = Array(Self.withoutOtherSide.keys) + Array(Self.withoutAdded.keys)
        #expect(rules.filter { DriftRule.named($0) == nil } == [])
    }
}
