import YAML

/// The first place where a text is not JSON, and why; a decoder says only that it is not.
struct JSONFault: Error, Equatable {
    /// Where, in bytes from the beginning.
    var offset: Int

    /// What is wrong there, as one phrase.
    var phrase: String

    /// The first fault of a text; nil where it is JSON.
    static func first(in bytes: [UInt8]) -> JSONFault? {
        if let offset = bytes.firstOffsetThatIsNotUTF8 {
            return JSONFault(offset: offset, phrase: "a byte that is not UTF-8; save the file as UTF-8")
        }
        var checker = JSONChecker(bytes)
        do throws(JSONFault) {
            try checker.checkDocument()
            return nil
        } catch {
            return error
        }
    }
}

extension [UInt8] {
    /// Where the first byte stands that is not part of UTF-8; nil where there is none.
    fileprivate var firstOffsetThatIsNotUTF8: Int? {
        guard String(validating: self, as: UTF8.self) == nil else { return nil }
        var parser = Unicode.UTF8.ForwardParser()
        var iterator = makeIterator()
        var offset = 0
        while case .valid(let scalar) = parser.parseScalar(from: &iterator) { offset += scalar.count }
        return offset
    }
}

extension Position {
    /// The place of a byte in a text.
    init(ofByte offset: Int, in bytes: [UInt8]) {
        let before = bytes[..<Swift.min(offset, bytes.count)]
        let lineStart = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
        // Bytes of the form 10xxxxxx go on with a scalar that has begun.
        let column = before[lineStart...].count { $0 & 0xC0 != 0x80 }
        self.init(line: before.count { $0 == UInt8(ascii: "\n") } + 1, column: column + 1)
    }
}
