import SourceText
import Testing

@testable import DriftCore

struct WaiverEditTests {
    private static let waiver = Waiver(
        rule: "input-undeclared",
        contract: "callback",
        flow: "workflow/A: B",
        subject: "Flow.ani",
        environments: [EnvironmentName("prod")].compactMap(\.self),
        terms: Waiver.Terms(reason: "old: IVR", owner: "voice", expires: Day(secondsSince1970: 1_795_176_000)),
        place: Place(file: "")
    )

    private static let item = """
          - rule: input-undeclared
            contract: callback
            flow: "workflow/A: B"
            subject: Flow.ani
            environments: [prod]
            reason: "old: IVR"
            owner: voice
            expires: 2026-11-20

        """

    private static let other = "{ rule: flow-missing, reason: a, owner: b, expires: 2027-01-01 }"

    /// A file before and after, where `+` marks the new item.
    struct Case: CustomTestStringConvertible {
        var before: String
        var after: String
        var testDescription: String { before }
    }

    private static let cases = [
        Case(before: "flowdrift: 1\n", after: "flowdrift: 1\nwaivers:\n+"),
        Case(before: "flowdrift: 1", after: "flowdrift: 1\nwaivers:\n+"),
        Case(
            before: "# ours\nflowdrift: 1   # format\n\nfail-on: error\n# end\n",
            after: "# ours\nflowdrift: 1   # format\n\nfail-on: error\n# end\nwaivers:\n+"
        ),
        Case(
            before: "flowdrift: 1\nwaivers: []   # none yet\nfail-on: error\n",
            after: "flowdrift: 1\nwaivers:    # none yet\n+fail-on: error\n"
        ),
        Case(
            before: "flowdrift: 1\nwaivers:\n  - \(other)   # why\n\n# next\nfail-on: error\n",
            after: "flowdrift: 1\nwaivers:\n  - \(other)   # why\n+\n# next\nfail-on: error\n"
        ),
        Case(
            before: "flowdrift: 1\nwaivers:\n  # first\n  - rule: flow-missing\n    reason: a\n    owner: b\n"
                + "    expires: 2027-01-01 # soon\n  # last\nfail-on: error\n",
            after: "flowdrift: 1\nwaivers:\n  # first\n  - rule: flow-missing\n    reason: a\n    owner: b\n"
                + "    expires: 2027-01-01 # soon\n+  # last\nfail-on: error\n"
        ),
        Case(
            before: "waivers:\n  - rule: flow-missing\n    expires: 2027-01-01\n    owner: b\n    reason: |\n"
                + "      a\n      b\nflowdrift: 1\n",
            after: "waivers:\n  - rule: flow-missing\n    expires: 2027-01-01\n    owner: b\n    reason: |\n"
                + "      a\n      b\n+flowdrift: 1\n"
        ),
        Case(
            before: "flowdrift: 1\nwaivers:\n  - \(other)\n  - \(other)",
            after: "flowdrift: 1\nwaivers:\n  - \(other)\n  - \(other)\n+"
        ),
    ]

    @Test(arguments: cases)
    func addsAnItemAndTouchesNothingElse(_ edit: Case) throws {
        let edited = try WaiverEdit(file: "f").adding(Self.waiver, to: edit.before)
        #expect(edited == edit.after.replacing("+", with: Self.item))
    }

    @Test func writesAFileWhereThereIsNone() throws {
        let text = try WaiverEdit(file: "f").adding(Self.waiver, to: nil)
        #expect(text == "flowdrift: 1\nwaivers:\n" + Self.item)
        #expect(try SettingsReader().settings(Array(text.utf8), file: "f").waivers.count == 1)
    }

    @Test func takesARuleThatIsAWarning() throws {
        let rule = try #require(DriftRule.all.first { $0.severity == .warning && !$0.isOnWaivers })
        var waiver = Self.waiver
        waiver.rule = rule.id
        let edited = try WaiverEdit(file: "f").adding(waiver, to: "flowdrift: 1\n")
        #expect(edited.contains("rule: \(rule.id)\n"))
    }

    @Test func alignsWithAListThatIsNotIndented() throws {
        let text = "flowdrift: 1\nwaivers:\n- \(Self.other)\nfail-on: note\n"
        let edited = try WaiverEdit(file: "f").adding(Self.waiver, to: text)
        #expect(edited.contains("\(Self.other)\n- rule: input-undeclared\n  contract: callback\n"))
    }

    @Test func keepsLineEndsAsTheyAre() throws {
        let text = "flowdrift: 1\r\nwaivers:\r\n  - \(Self.other)\r\nfail-on: note\r\n"
        let edited = try WaiverEdit(file: "f").adding(Self.waiver, to: text)
        #expect(edited.unicodeScalars.count { $0 == "\r" } == edited.unicodeScalars.count { $0 == "\n" })
        #expect(try SettingsReader().settings(Array(edited.utf8), file: "f").waivers.count == 2)
    }

    @Test(arguments: [
        "{ flowdrift: 1 }", "flowdrift: 1\nwaivers: [\(other)]\n", "flowdrift: 1\n...\n",
        "flowdrift: 1\nwaivers: [\n]\n",
    ])
    func leavesAFileAloneWhoseFormItDoesNotKnow(_ text: String) {
        #expect(throws: ReadingError.self) { try WaiverEdit(file: "f").adding(Self.waiver, to: text) }
    }

    @Test(arguments: EvilNames.all)
    func writesEveryNameSoThatItIsReadBack(_ name: String) throws {
        var waiver = Self.waiver
        (waiver.contract, waiver.flow, waiver.terms.reason) = (name, "workflow/\(name)", name)
        let text = try WaiverEdit(file: "f").adding(waiver, to: "flowdrift: 1\nwaivers:\n  - \(Self.other)\n")
        let read = try SettingsReader().settings(Array(text.utf8), file: "f").waivers.last
        #expect(read?.contract == name && read?.flow == "workflow/\(name)" && read?.terms.reason == name)
    }
}
