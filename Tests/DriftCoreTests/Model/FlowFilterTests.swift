import Testing

@testable import DriftCore

struct FlowFilterTests {
    @Test(arguments: [
        ("", ""), ("*", ""), ("*", "a/b"), ("Callback*", "Callback"), ("Callback*", "Callback Request"),
        ("*Request", "A Request"),
        ("A?C", "ABC"), ("A*C*E", "ABCDE"), ("a*a*a", "aaaa"), ("**", "x"), ("?", "😀"), ("*.x*", "a.x.x"),
        ("[a]", "[a]"),
    ])
    func matches(_ pattern: String, _ text: String) {
        #expect(Pattern(pattern).matches(text))
    }

    @Test(arguments: [
        ("", "a"), ("?", ""), ("Callback*", "callback"), ("A?C", "AC"), ("*a", "ab"), ("a*b*c", "acb"), ("[a]", "a"),
        (".", "a"),
    ])
    func doesNotMatch(_ pattern: String, _ text: String) {
        #expect(!Pattern(pattern).matches(text))
    }

    @Test func takesNoLongOverAPatternOfStars() {
        let pattern = Pattern(String(repeating: "a*", count: 50) + "b")
        #expect(!pattern.matches(String(repeating: "a", count: 5_000)))
    }

    @Test func admitsWhatPassesEveryList() {
        let filter = FlowFilter(types: [.workflow], names: ["A*", "B"], divisions: ["Home"])
        #expect(filter.admits(.workflow("A1"), division: "Home") && filter.admits(.workflow("B"), division: nil))
        #expect(!filter.admits(.workflow("A1"), division: "Sales"))
        #expect(!filter.admits(.workflow("C"), division: "Home"))
        #expect(!filter.admits(FlowKey(type: .commonModule, name: "A1"), division: "Home"))
        #expect(!filter.isOpen && FlowFilter().isOpen)
        #expect(FlowFilter().admits(.workflow("C"), division: nil))
    }
}
