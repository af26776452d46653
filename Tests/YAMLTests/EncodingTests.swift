import SourceText
import Testing
import YAML

/// Which bytes are text.
@Suite struct EncodingTests {
    @Test(arguments: [
        ([0x61, 0x3A, 0x20, 0xFF], "1:4: a byte that is not UTF-8; save the file as UTF-8"),
        ([0x0A, 0x61, 0xC3], "2:2: a byte that is not UTF-8; save the file as UTF-8"),
        ([0xC3, 0xA9, 0xC3, 0x28], "1:2: a byte that is not UTF-8; save the file as UTF-8"),
        ([0xED, 0xA0, 0x80], "1:1: a byte that is not UTF-8; save the file as UTF-8"),
        ([0x61, 0x0D, 0x0A, 0x62, 0x00], "2:2: a NUL byte; YAML is text, saved as UTF-8"),
        ([0x61, 0x00, 0x62, 0x00], "1:2: a NUL byte; YAML is text, saved as UTF-8"),
        ([0x61, 0x1B], "1:2: a raw control character; write it as \\x1B in double quotes"),
        ([0x61, 0x7F], "1:2: a raw control character; write it as \\x7F in double quotes"),
        ([0xFE, 0xFF, 0x00, 0x61], "1:1: the text is UTF-16; save it as UTF-8"),
        ([0xFF, 0xFE, 0x61, 0x00], "1:1: the text is UTF-16; save it as UTF-8"),
        ([0xFF, 0xFE, 0x00, 0x00], "1:1: the text is UTF-32; save it as UTF-8"),
    ])
    func refusesBytesThatAreNotTextInUTF8(bytes: [UInt8], message: String) {
        let error = #expect(throws: YAMLError.self) { try YAMLDocument(parsing: bytes) }
        #expect(error?.description == message)
    }

    @Test func takesAByteOrderMarkThatCountsForNoColumn() throws {
        let root = try #require(try YAMLDocument(parsing: "\u{FEFF}é: 1").root)
        #expect(root.position == Position(line: 1, column: 1))
        #expect(root["é"]?.position == Position(line: 1, column: 4))
        let error = #expect(throws: YAMLError.self) { try YAMLDocument(parsing: "\u{FEFF}a:\n\tb: 1") }
        #expect(error?.position == Position(line: 2, column: 1))
    }

    @Test(arguments: ["", " ", "\n\n", "# only a comment\n", "# one\n\n# two", "\u{FEFF}", "\u{FEFF}# one"])
    func findsNoRootInATextWithoutAValue(text: String) throws {
        #expect(try YAMLDocument(parsing: text).root == nil)
        #expect(try YAMLDocument(parsing: Array(text.utf8)).root == nil)
    }

    @Test func readsNoBytesAtAll() throws {
        #expect(try YAMLDocument(parsing: UnsafeBufferPointer(start: nil, count: 0)).root == nil)
    }

    @Test func keepsAnEscapedNULInAString() throws {
        #expect(try YAMLDocument(parsing: #""a\0b""#).root?.scalar == .string("a\0b"))
    }

    @Test func countsLinesOfAllKinds() throws {
        let root = try #require(try YAMLDocument(parsing: "a: 1\r\nb: 2\rc: 3\nd: 4").root)
        #expect(root.entries.map(\.key.position.line) == [1, 2, 3, 4])
    }
}
