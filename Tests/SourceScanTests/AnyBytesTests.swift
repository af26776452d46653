import Foundation
@testable import SourceScan
import TestSupport
import Testing

/// Whatever the bytes are, a scan ends, and in time linear in their number.
@Suite struct AnyBytesTests {
    static let endings = [
        "js", "ts", "tsx", "py", "cs", "java", "kt", "go", "swift", "php", "cls", "rs", "cpp", "scala", "dart", "rb",
        "ps1", "sh", "tf", "json", "yaml", "vue", "html", "md", "ipynb",
    ]

    /// Pieces that lexers stumble over, more likely to meet in a file than any bytes.
    private static let pieces = [
        "\"", "'", "`", "\\", "{", "}", "(", ")", "[", "]", "${", "#{", "\\(", "<<EOF\n", "<<<X\n", "<<~Y\n", "EOF\n",
        "@'\n", "'@", "\"\"\"", "'''", "/*", "*/", "//", "#", "<#", "=begin\n", "%w[", "R\"(", "r#\"", "$\"", "@\"",
        "\n", "  ", "flowId: ", "inputData", "'Flow.x'", "flows/executions", "postFlowsExecutions(", "=", ":", ",",
        "=>", "->", "function f(a) {", "def f(a):\n", "<script>", "</script>", "<?php ", "```js\n", "- ", "|\n", "é",
        "FlowExecutionLaunchRequest", "5d1f0c52-83b1-4a67-9a0c-0e6c7b1d2f34", "\u{1}", "\0", "f\"{", "mapOf(", " to ",
    ]

    @Test(arguments: endings)
    func endsForAnyBytes(ending: String) {
        var generator = SplitMix64(seed: StableSeed.of(ending))
        for _ in 0..<120 {
            let count = Int.random(in: 0..<80, using: &generator)
            var bytes: [UInt8] = []
            for _ in 0..<count {
                if Int.random(in: 0..<8, using: &generator) == 0 {
                    bytes.append(UInt8.random(in: 0...255, using: &generator))
                } else if let piece = Self.pieces.randomElement(using: &generator) {
                    bytes += Array(piece.utf8)
                }
            }
            let scanned = ScannedSource(bytes, file: "any.\(ending)")
            #expect(scanned.launches.allSatisfy { $0.position <= $0.end })
        }
    }

    @Test(arguments: FixtureTests.files)
    func endsForDamagedFixtures(file: String) throws {
        let bytes = [UInt8](try Data(contentsOf: FixtureTests.root.appending(path: file)))
        var generator = SplitMix64(seed: StableSeed.of(file))
        for _ in 0..<20 {
            var damaged = bytes
            for _ in 0..<4 where !damaged.isEmpty {
                let place = Int.random(in: 0..<damaged.count, using: &generator)
                switch Int.random(in: 0..<3, using: &generator) {
                case 0: damaged.remove(at: place)
                case 1: damaged[place] = UInt8.random(in: 0...255, using: &generator)
                default:
                    damaged.insert(
                        contentsOf: Array((Self.pieces.randomElement(using: &generator) ?? "").utf8),
                        at: place
                    )
                }
            }
            _ = ScannedSource(damaged, file: file).description
        }
    }

    @Test(arguments: FixtureTests.files)
    func endsWhereverAFileIsCut(file: String) throws {
        let bytes = [UInt8](try Data(contentsOf: FixtureTests.root.appending(path: file)))
        for count in stride(from: 0, to: bytes.count, by: 7) {
            _ = ScannedSource(Array(bytes.prefix(count)), file: file)
            _ = ScannedSource(Array(bytes.suffix(count)), file: file)
        }
    }

    static let nasty = [
        "\"", "'", "`${", "{", "(", "[", "/*", "<<A\n", "a(", "'Flow.x',", "f({", "x = '{\"flowId\":",
        "function f(a) { post('/flows/executions', { flowId, inputData: { 'Flow.a': 1 } }); }\n",
        "post('/flows/executions', body);\n", "def f(a):\n  post('flows/executions', a)\n", "}\n", ")", "/[ = /a",
        "- a: {\n", "\"${", "#{", "$(", "{ flowId: { flowId: ", "a = b\n", "'a' + ", "<script>", "```js\n", "R\"(",
        "get('/flows/executions', ", "'/flows/executions' + x + ", "A = '/flows/executions'\n", "$$\"\"\"{{", "%w[",
        "- run: curl $U/flows/executions\n", "'/flows/executions': {", "case '/flows/executions': ", "<<: *a\n",
        "import a from '/flows/executions'\n", "@Post('/flows/executions')\n", "'\\u0041Flow.\\ud83d",
    ]

    @Test(arguments: endings)
    func takesTimeLinearInItsSize(ending: String) {
        for piece in Self.nasty {
            let once = String(repeating: piece, count: 400)
            let single = ScannedSource(Array(once.utf8), file: "a.\(ending)").steps
            let double = ScannedSource(Array((once + once).utf8), file: "a.\(ending)").steps
            #expect(Double(double) <= 2.5 * Double(single) + 2000, "\(piece) in \(ending): \(single), then \(double)")
        }
    }
}

/// A seed that is the same in every run.
enum StableSeed {
    static func of(_ text: String) -> UInt64 {
        text.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01b3 }
    }
}
