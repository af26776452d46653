import Testing

@testable import DriftCore

struct ContractDifferenceTests {
    private static let base = """
        flowdrift: 1
        contract: callback
        owner: voice
        flow: workflow/Callback
        environments: { prod: }
        launch:
          inputs: { Flow.a: string, Flow.b: { type: integer, sent: sometimes } }
          outputs: { Flow.c: integer }
        triggers: [{ name: T, enabled: true }]

        """

    private static func contracts(_ text: String) throws -> [Contract] {
        text.isEmpty ? [] : [try ContractReader().contract(Array(text.utf8), file: "c.yaml")]
    }

    /// A change of the text, and the expected phrases.
    struct Case: CustomTestStringConvertible {
        var old: String
        var new: String
        var said: String
        var testDescription: String { "\(old) -> \(new)" }
    }

    @Test(arguments: [
        Case(
            old: "workflow/Callback",
            new: "workflow/Back",
            said: "stricter: the flow changed from 'workflow/Callback' to 'workflow/Back'"
        ),
        Case(old: "owner: voice", new: "owner: web", said: "same: the owner changed from voice to web"),
        Case(old: "{ prod: }", new: "{ prod: , test: }", said: "stricter: the contract must now hold in test"),
        Case(
            old: "environments: { prod: }\n",
            new: "",
            said: "stricter: the contract must now hold in every environment"
        ),
        Case(old: "{ prod: }", new: "{ prod: { name: X } }", said: "stricter: the flow's name in prod must now be 'X'"),
        Case(old: "Flow.a: string, ", new: "", said: "stricter: input 'Flow.a' is no longer sent"),
        Case(old: "Flow.a: string", new: "Flow.a: string, Flow.d: date", said: "stricter: input 'Flow.d' is now sent"),
        Case(
            old: "Flow.a: string",
            new: "Flow.a: integer",
            said: "stricter: input 'Flow.a' changed from string to integer"
        ),
        Case(old: "sometimes", new: "always", said: "looser: input 'Flow.b' is now sent always"),
        Case(old: "Flow.a: string", new: "Flow.A: string", said: "same: input 'Flow.a' is now spelled 'Flow.A'"),
        Case(
            old: "Flow.a: string",
            new: "Flow.a: string, Flow.d: { sent: never }",
            said: "same: input 'Flow.d' is now listed as never sent"
        ),
        Case(
            old: "Flow.a: string",
            new: "Flow.a: { sent: never }",
            said: "stricter: input 'Flow.a' is no longer sent"
        ),
        Case(old: "Flow.c: integer", new: "Flow.C: integer", said: "same: output 'Flow.c' is now spelled 'Flow.C'"),
        Case(old: "{ Flow.c: integer }", new: "{}", said: "looser: output 'Flow.c' is no longer read"),
        Case(
            old: "Flow.c: integer",
            new: "Flow.c: string",
            said: "stricter: output 'Flow.c' changed from integer to string"
        ),
        Case(
            old: "[{ name: T, enabled: true }]",
            new: "[]",
            said: "looser: the contract no longer relies on trigger 'T'"
        ),
        Case(
            old: "enabled: true",
            new: "topic: x, enabled: true",
            said: "stricter: topic of trigger 'T' must now be 'x'"
        ),
        Case(old: ", enabled: true", new: "", said: "looser: enabled of trigger 'T' is no longer required"),
    ])
    func saysWhatTheChangeAsksOfTheFlow(_ change: Case) throws {
        let old = try Self.contracts(Self.base)
        let new = try Self.contracts(Self.base.replacing(change.old, with: change.new))
        let difference = ContractSetDifference(from: old, to: new)
        #expect(difference.contracts.flatMap(\.changes).map { "\($0.demand.rawValue): \($0.phrase)" } == [change.said])
        #expect(difference.isStricter == change.said.hasPrefix("stricter"))
    }

    @Test func isEmptyWhereOnlyPlacesDiffer() throws {
        let (old, new) = (try Self.contracts(Self.base), try Self.contracts("# moved\n\n" + Self.base))
        #expect(ContractSetDifference(from: old, to: new).contracts.isEmpty)
        #expect(ContractSetDifference(from: old, to: new).count == 1)
    }

    @Test func knowsContractsThatAreNewOrGone() throws {
        let contracts = try Self.contracts(Self.base)
        let new = ContractSetDifference(from: [], to: contracts)
        let gone = ContractSetDifference(from: contracts, to: [])
        #expect(new.isStricter && !gone.isStricter)
        #expect(new.contracts.map(\.name) == gone.contracts.map(\.name))
    }
}
