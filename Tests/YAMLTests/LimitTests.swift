import SourceText
import TestSupport
import Testing
import YAML

/// Large, deep and hostile texts.
@Suite struct LimitTests {
    @Test func refusesATextThatIsTooLarge() {
        let error = #expect(throws: YAMLError.self) {
            try YAMLDocument(parsing: "a: 12345", limits: YAMLLimits(bytes: 7))
        }
        #expect(error?.description == "1:1: the text has 8 bytes, but the limit is 7")
        #expect(throws: Never.self) { try YAMLDocument(parsing: "a: 1234", limits: YAMLLimits(bytes: 7)) }
    }

    @Test func refusesNestingThatIsTooDeep() {
        let deepest = String(repeating: "[", count: 200) + String(repeating: "]", count: 200)
        #expect(throws: Never.self) { try YAMLDocument(parsing: deepest) }
        let error = #expect(throws: YAMLError.self) { try YAMLDocument(parsing: "[\(deepest)]") }
        #expect(
            error?.description
                == "1:201: mappings and lists are nested more than 200 levels deep, which is flowdrift's limit"
        )
    }

    @Test(arguments: ["[", "{", "- ", "? ", "a: ", "[{", "&a ", "!!seq ", "- - ? ", "\"a\": {", "[?", "{a: [", "|\n"])
    func refusesEndlessNestingAtOnce(unit: String) {
        let text = String(repeating: unit, count: 1_000_000 / unit.utf8.count)
        let error = #expect(throws: YAMLError.self) { try YAMLDocument(parsing: text) }
        // It is rejected where it becomes too deep, not at its end.
        let line = error?.position.line ?? .max
        #expect(line <= 2 && (error?.position.column ?? .max) < 2_000 || text.hasPrefix("|"), "\(line)")
    }

    @Test(arguments: ["", "a\n...\n", "\u{FEFF}", "# a\r"])
    func refusesEndlessDirectivesAtOnce(start: String) {
        let directives = (0..<100_000).map { "%TAG !a\($0)! b\n" }.joined()
        let error = #expect(throws: YAMLError.self) { try YAMLDocument(parsing: "\(start)\(directives)--- a\n") }
        #expect(error?.problem == "more than 1000 directives")
        #expect(error?.position.column == 1)
    }

    @Test func takesPercentSigns() throws {
        let text = (0..<2000).map { "a\($0): 100%\n\"%b\($0)\": '%'\n" }
        #expect(try YAMLDocument(parsing: text.joined()).root?.entries.count == 4000)
    }

    @Test func readsAHundredThousandKeys() throws {
        let text = (0..<100_000).map { "Flow.variable\($0): { type: string }\n" }.joined()
        #expect(try YAMLDocument(parsing: text).root?.entries.count == 100_000)
    }

    @Test func readsALongSequenceOnOneLine() throws {
        let text = "[" + String(repeating: "a, ", count: 200_000) + "]"
        #expect(try YAMLDocument(parsing: text).root?.elements.count == 200_000)
    }

    @Test(arguments: 0..<20)
    func survivesDamagedTexts(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let sound = Array("a: &x [1, 'b', \"c\\n\", {d: *x}]\n? |\n  e\n: >-\n  f\n# g\nh: !!str i\n---\n%é\t".utf8)
        for _ in 0..<500 {
            var bytes = sound
            for _ in 0..<Int.random(in: 1...8, using: &random) {
                let place = Int.random(in: 0..<bytes.count, using: &random)
                switch Int.random(in: 0..<3, using: &random) {
                case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
                case 1: bytes.remove(at: place)
                default: bytes.insert(sound.randomElement(using: &random) ?? 0, at: place)
                }
            }
            walk(bytes)
        }
    }

    /// Reads a text to its last node, whatever it holds, and checks the place of an error.
    private func walk(_ bytes: [UInt8]) {
        do throws(YAMLError) {
            if let root = try YAMLDocument(parsing: bytes).root { walk(root) }
        } catch {
            let lines = bytes.count { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") } + 1
            #expect(error.position.line >= 1 && error.position.line <= lines)
            #expect(error.position.column >= 1 && error.position.column <= bytes.count + 1)
        }
    }

    private func walk(_ node: YAMLNode) {
        #expect(node.kind == .scalar || node.scalar == nil)
        node.elements.forEach(walk)
        for (key, value) in node.entries {
            walk(key)
            walk(value)
        }
    }
}
