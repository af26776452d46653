import TestSupport
import Testing

@testable import DriftCore

/// Texts that aren't expressions: none may crash the reader or slow it down.
@Suite struct ExpressionGarbageTests {
    private static let words = [
        "Flow", ".", "jsonData", "GetJsonObjectProperty", "GetAt", "IsSet", "(", ")", "[", "]", "{", "}", ",", "\"",
        "\\",
        "0", "1.5", "+", "and", " ", "\n", "Flow.jsonData", "\"a\"", "ü", "\u{E0F0}", "?", ":",
    ]

    @Test(arguments: 0..<20)
    func readsAnyWordsInAnyOrder(_ seed: UInt64) {
        var random = SplitMix64(seed: seed)
        for _ in 0..<200 {
            let text = (0..<Int.random(in: 0..<60, using: &random))
                .map { _ in Self.words.randomElement(using: &random) ?? "" }.joined()
            let found = ExpressionReader.uses(in: text)
            #expect(found.uses.count <= text.count)
        }
    }

    @Test(arguments: 0..<20)
    func readsAnyBytes(_ seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let bytes = (0..<2000).map { _ in UInt8.random(in: 0...255, using: &random) }
        let text = String(decoding: bytes, as: UTF8.self)
        let found = ExpressionReader.uses(in: text)
        #expect(found.uses.count <= text.unicodeScalars.count)
    }

    @Test(arguments: [
        "(", ")", "[", "a[", "a(", "a.", "a.b ", "\"", "\\", "\"\\", "GetJsonObjectProperty(", "a[0]", ",", "{", "1.",
        "+a",
        "GetAt(a.b,0)",
    ])
    func readsALongText(_ part: String) {
        let text = String(repeating: part, count: 20_000)
        let found = ExpressionReader.uses(in: text)
        #expect(found.uses.count <= 20_000)
    }

    @Test(arguments: ["[", "{\"a\":", "[[", "\"", "{\"a\"", "{\"text\":\"Flow.j\",\"type\":", "\\", "]", ","])
    func readsBrokenConfigurations(_ part: String) {
        let text = String(repeating: part, count: 5_000)
        #expect(ConfigurationExpressions.of(Array(text.utf8))?.uses.isEmpty ?? true)
    }
}
