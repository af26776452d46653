import SourceText
import StrictJSON
import TestSupport
import Testing

@testable import DriftCore

/// Whatever bytes a reader gets, it ends soon, and says what is wrong.
@Suite struct JSONGarbageTests {
    /// A text with everything that the reader knows.
    private static let everything = """
        { "flowId": "a1b2", “name”: 'x', n: 1, /* c */ "u": "\\u00e9\\ud83d\\ude00", "t": "a "b" c", "q": "{"z": 1}",
          "inputData": { ${input.a}, "Flow.x": [1, 2.5e3, true, null, {{y}}, %z%, $T.u("v")], "bad": +1 },,
          #if($x) "d": "e #else f", #end \\"esc\\": \\"g\\", "open: 7, "last": [ { "deep": "text
        """

    @Test(arguments: 0..<32)
    func endsOnMutatedTexts(seed: UInt64) {
        var numbers = SplitMix64(seed: seed)
        for _ in 0..<15 {
            var bytes = Array(Self.everything.utf8)
            for _ in 0..<Int.random(in: 1...12, using: &numbers) { bytes.mutate(using: &numbers) }
            expectSense(of: bytes, seed)
        }
    }

    @Test(arguments: 0..<32)
    func endsOnRandomBytes(seed: UInt64) {
        var numbers = SplitMix64(seed: seed)
        let alphabet = Array("{}[]:,\"'\\ \n\t/*#$%01e-+.tfn“”;=".utf8) + [0xC2, 0xA0, 0xFF, 0x00, 0xED]
        for _ in 0..<15 {
            let count = Int.random(in: 0...200, using: &numbers)
            let isRaw = Bool.random(using: &numbers)
            expectSense(
                of: (0..<count).map { _ in
                    isRaw
                        ? UInt8.random(in: .min ... .max, using: &numbers)
                        : alphabet.randomElement(using: &numbers) ?? 0
                },
                seed
            )
        }
    }

    /// Texts that a careless reader would scan again and again.
    private static let pieces = [
        "\"a", "'a", "“a", "`a", "\\\"a", "\"a\"b", "\"{", "\"a\n", "'a\n", "$a(", "${a", "{{a", "%a", "#if(", "#a(",
        "[",
        "{\"a\":", "[{", ",", ":", "}", "]", "/*", "//", "x ", "1 ", "\"a\": 1 ", "\"a\", ", "{\"a\" ", "\u{A0}", "\\",
        "\\u",
        "\\n", "\" ", "\"“", "${", "$", "=", "x=", "a:", "#", "##", "\t\"", "\"\t", "\"#if(", "\"$a(", "\"[", "\"[1,",
    ]

    @Test(arguments: pieces)
    func takesTimeInProportionToTheLength(piece: String) {
        let bytes = Array(String(repeating: piece, count: 10_000 / piece.utf8.count).utf8)
        expectSense(of: bytes, 0)
        expectSense(of: Array("{\"a\": [".utf8) + bytes, 0)
    }

    private func expectSense(of bytes: [UInt8], _ seed: UInt64) {
        for isTemplate in [false, true] {
            let document = JSONDocument(reading: bytes, JSONReading(allowingPlaceholders: isTemplate))
            #expect(document.root != nil || !document.isSound, "seed \(seed): \(bytes)")
            #expect(document.faults.allSatisfy { $0.position <= $0.end }, "seed \(seed): \(bytes)")
            guard let root = document.root, !isTemplate else { continue }
            // The probable meaning must be JSON, or nothing could be built on it.
            let meant = JSONWriter().text(OrderedJSON(root))
            let again = JSONDocument(reading: Array(meant.utf8)).faults
            let errors = again.filter { $0.severity == .error && $0.kind != .placeholder }
            #expect(
                errors == [],
                "seed \(seed): \(String(decoding: bytes, as: UTF8.self).debugDescription) as \(meant)"
            )
        }
    }
}

extension [UInt8] {
    /// Changes, adds, removes or repeats something at a random place.
    mutating func mutate(using numbers: inout SplitMix64) {
        let place = Int.random(in: 0..<Swift.max(count, 1), using: &numbers)
        let length = Swift.min(Int.random(in: 1...8, using: &numbers), count - place)
        let signs = Array("{}[]:,\"'\\ \n/*#$%0.".utf8) + [0xFF, 0xE2]
        switch Int.random(in: 0..<4, using: &numbers) {
        case 0 where !isEmpty: self[place] = signs.randomElement(using: &numbers) ?? 0
        case 1: insert(signs.randomElement(using: &numbers) ?? 0, at: Swift.min(place, count))
        case 2 where !isEmpty: removeSubrange(place..<place + length)
        default:
            guard !isEmpty else { return }
            insert(contentsOf: self[place..<place + length], at: Int.random(in: 0...count, using: &numbers))
        }
    }
}
