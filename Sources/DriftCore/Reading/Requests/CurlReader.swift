/// Reads curl commands as people paste them.
///
/// Line ends with and without backslashes, quotes of all shells, quotes and dashes of word processors, prompts in
/// front: what a shell would not take is a fault with its place, and is read as it was meant.
public struct CurlReader: Sendable {
    /// Makes a reader.
    public init() {}

    /// Reads one command.
    ///
    /// - Parameter bytes: The text that holds the command; what stands before the word `curl` is passed over.
    /// - Returns: The request. A file that a body is read from is named, not opened; credentials are not kept.
    public func read(_ bytes: [UInt8]) -> HTTPRequestText {
        read(SourceText(bytes))
    }

    /// Reads one command in a text whose places are known.
    func read(_ source: SourceText) -> HTTPRequestText {
        var faults = RequestFaults(places: source.places)
        source.reportEncoding(to: &faults)
        let start = Self.command(in: source.bytes)
        guard let start else {
            faults.add(.noRequest, 0..<0, "the text holds no curl command", "write one that begins with 'curl'")
            return HTTPRequestText(form: .curl, faults: faults.sorted())
        }
        var lexer = ShellLexer(source.bytes, from: start, faults: faults)
        let words = lexer.words()
        let input = lexer.hereDocument()
        var command = CurlCommand(source.places, faults: lexer.faults)
        command.take(words.dropFirst())
        var request = command.finished()
        if case .file(let path)? = request.body, path.value == "-", let input {
            request.body = .text(RequestBody(input, places: source.places))
        }
        return request
    }

    /// Where the word `curl` or `curl.exe` begins a command: on its own, after a prompt, or after an environment.
    static func command(in bytes: [UInt8]) -> Int? {
        let name = Array("curl".utf8)
        var index = 0
        while index + name.count <= bytes.count {
            if bytes[index] | 0x20 == name[0], bytes[index..<index + name.count].elementsEqual(name),
                isBoundary(bytes, before: index), isBoundary(bytes, after: index + name.count)
            {
                return index
            }
            index += 1
        }
        return nil
    }

    private static func isBoundary(_ bytes: [UInt8], before index: Int) -> Bool {
        guard index > 0 else { return true }
        return bytes[index - 1] <= 0x20
            || [UInt8(ascii: ">"), UInt8(ascii: "$"), UInt8(ascii: "("), UInt8(ascii: "`")]
                .contains(bytes[index - 1])
            || bytes[index - 1] >= 0x80
    }

    private static func isBoundary(_ bytes: [UInt8], after index: Int) -> Bool {
        guard index < bytes.count else { return true }
        return bytes[index] <= 0x20 || bytes[index] == UInt8(ascii: "\\") || bytes[index] == UInt8(ascii: "^")
            || bytes[index...].starts(with: ".exe ".utf8) || bytes[index] >= 0x80
    }
}

/// The text of a request in UTF-8, with its places.
struct SourceText: Sendable {
    /// The bytes in UTF-8.
    let bytes: [UInt8]

    /// The lines and columns.
    let places: TextPlaces

    /// Whether the text came in UTF-16.
    let isUTF16: Bool

    init(_ bytes: [UInt8]) {
        let transcoded = TextEncoding.utf8(fromUTF16: bytes)
        isUTF16 = transcoded != nil
        self.bytes = transcoded ?? bytes
        places = TextPlaces(self.bytes)
    }

    /// Reports an encoding that other programs stumble over.
    func reportEncoding(to faults: inout RequestFaults) {
        guard isUTF16 else { return }
        faults.add(.encoding, 0..<0, "the text is UTF-16", "save it as UTF-8", severity: .warning)
    }
}
