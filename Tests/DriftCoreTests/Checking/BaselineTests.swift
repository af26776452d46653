import SourceText
import Testing

@testable import DriftCore

struct BaselineTests {
    private static func finding(_ subject: String, _ rule: String = "input-undeclared") -> Finding {
        Finding(rule: rule, severity: .error, message: "m", fix: Fix("f"), flow: .workflow("A"), subject: subject)
    }

    @Test func acceptsWhatWasThereAndNothingElse() {
        let baseline = Baseline(of: [Self.finding("Flow.a")])
        let marked = baseline.applied(to: [Self.finding("Flow.a"), Self.finding("Flow.b")])
        #expect(marked.map(\.acceptance) == [.known, nil])
        #expect(baseline.countOfGone(from: [Self.finding("Flow.b")]) == 1)
        #expect(baseline.countOfGone(from: marked) == 0)
    }

    @Test func takesNeitherWhatIsWaivedNorWaivers() {
        var waived = Self.finding("Flow.a")
        waived.acceptance = .waived(Waiver.Terms(reason: "r", owner: "o", expires: Day(secondsSince1970: 0)))
        #expect(Baseline(of: [waived, Self.finding("x", "waiver-expired")]).findings.isEmpty)
    }

    @Test func readsWhatItWrites() throws {
        let baseline = Baseline(of: (0..<40).map { Self.finding("Flow.\($0): #\(EvilNames.all[$0])") })
        let text = BaselineWriter().text(of: baseline)
        #expect(try BaselineReader().baseline(Array(text.utf8), file: "b") == baseline)
        #expect(BaselineWriter().text(of: baseline) == text)
        let empty = BaselineWriter().text(of: Baseline())
        #expect(try BaselineReader().baseline(Array(empty.utf8), file: "b") == Baseline())
    }

    @Test(arguments: [
        ReadingCase("flowdrift: 1\n", ":1:1: Missing key 'findings' in a baseline"),
        ReadingCase(
            "flowdrift: 1\nfindings:\n  12: a\n",
            ":3:3: '12' is not the fingerprint of a finding; write the baseline again with `flowdrift check --write-baseline`"
        ),
        ReadingCase("flowdrift: 1\nfindings: {}\nmore: 1\n", ":3:1: Unknown key 'more' in a baseline; "),
    ])
    func saysWhatIsWrong(_ reading: ReadingCase) {
        let thrown = reading.thrown { bytes throws(ReadingError) in
            try BaselineReader().baseline(bytes, file: "b.yaml")
        }
        #expect(thrown?.hasPrefix("b.yaml" + reading.message) == true, "\(thrown ?? "")")
    }
}
