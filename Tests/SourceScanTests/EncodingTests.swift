import Foundation
import SourceScan
import SourceText
import Testing

/// The same source in each encoding gives the same result.
@Suite struct EncodingTests {
    private let source = """
        // größer
        const id = '5d1f0c52-83b1-4a67-9a0c-0e6c7b1d2f34';
        api.postFlowsExecutions({ flowId: id, inputData: { 'Flow.größe': 1, 'Flow.b': 2 } });

        """

    private func scanned(_ bytes: [UInt8]) -> String { ScannedSource(bytes, file: "launch.js").description }

    private func latin1(_ text: String) -> [UInt8] {
        text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
    }

    private func utf16(_ text: String, isBigEndian: Bool) -> [UInt8] {
        text.utf16.flatMap { unit in
            let bytes = [UInt8(unit >> 8), UInt8(unit & 0xff)]
            return isBigEndian ? bytes : bytes.reversed()
        }
    }

    @Test func countsColumnsInScalars() throws {
        let launch = try #require(ScannedSource(Array(source.utf8), file: "launch.js").launches.first)
        #expect(launch.inputs.map(\.name) == ["Flow.größe", "Flow.b"])
        #expect(launch.inputs.map(\.position) == [Position(line: 3, column: 53), Position(line: 3, column: 70)])
    }

    @Test func readsEachEncodingAlike() {
        let expected = scanned(Array(source.utf8))
        #expect(scanned([0xef, 0xbb, 0xbf] + Array(source.utf8)) == expected)
        #expect(scanned(latin1(source)) == expected)
        #expect(scanned([0xff, 0xfe] + utf16(source, isBigEndian: false)) == expected)
        #expect(scanned([0xfe, 0xff] + utf16(source, isBigEndian: true)) == expected)
        #expect(scanned(utf16(source, isBigEndian: false)) == expected)
    }

    @Test(arguments: ["\r\n", "\r"])
    func countsLinesAlike(lineBreak: String) {
        let other = source.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: lineBreak)
        #expect(scanned(Array(other.utf8)) == scanned(Array(source.utf8)))
    }

    @Test func marksUTF16() {
        for bytes in [[0xff, 0xfe] + utf16(source, isBigEndian: false), utf16(source, isBigEndian: true)] {
            #expect(bytes.withUnsafeBytes(LaunchMarkers.mayLaunch))
        }
        let other = utf16("nothing is launched here", isBigEndian: false)
        #expect(!other.withUnsafeBytes(LaunchMarkers.mayLaunch))
    }

    @Test func skipsWhatIsNoSource() {
        #expect(ScannedSource([0x7f, 0x45, 0x4c, 0x46, 0, 0, 1, 2], file: "a.js").skipped == .binary)
        let long = Array("api.postFlowsExecutions(x);".utf8) + Array(repeating: UInt8(ascii: " "), count: 10_001)
        #expect(ScannedSource(long, file: "a.min.js").skipped == .minified)
        #expect(ScannedSource(long, file: "a.json").skipped == nil)
    }
}
