import SourceText
import Testing

@testable import DriftCore

struct ByteSearchTests {
    @Test(arguments: [
        ("abc", "abc", true), ("xabc", "abc", true), ("abcx", "abc", true), ("aab", "ab", true), ("ab", "abc", false),
        ("", "a", false), ("", "", true), ("a", "", true), ("ababac", "abac", true), ("abab", "abac", false),
    ])
    func findsAWordWhereverItStands(_ text: String, _ word: String, _ holds: Bool) {
        #expect(Array(text.utf8).holds(Array(word.utf8)) == holds)
        let slice = Array("\(word)|\(text)|\(word)".utf8).dropFirst(word.utf8.count + 1).dropLast(word.utf8.count + 1)
        #expect(slice.holds(Array(word.utf8)) == holds)
    }
}
