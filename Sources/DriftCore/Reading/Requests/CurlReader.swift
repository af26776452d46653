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
        let launches = Self.launches(in: source.bytes)
        guard let start = launches.first ?? Self.commands(in: source.bytes).first else {
            faults.add(.noRequest, 0..<0, "the text holds no curl command", "write one that begins with 'curl'")
            return HTTPRequestText(form: .curl, faults: faults.sorted())
        }
        var lexer = ShellLexer(source.bytes, from: start, faults: faults)
        let words = lexer.words()
        let input = lexer.hereDocument()
        var command = CurlCommand(source.places, faults: lexer.faults)
        command.take(words.dropFirst())
        var request = command.finished()
        request.others = launches.dropFirst().map(source.places.position)
        if case .file(let path)? = request.body, path.value == "-", let input {
            request.body = .text(RequestBody(input, places: source.places))
        }
        return request
    }

    /// Where the command begins that most probably starts a flow; nil where the text holds none.
    static func command(in bytes: [UInt8]) -> Int? { launches(in: bytes).first ?? commands(in: bytes).first }

    /// Where each command begins that names the resource of launches.
    static func launches(in bytes: [UInt8]) -> [Int] {
        let starts = commands(in: bytes)
        let ends = starts.dropFirst() + [bytes.count]
        return zip(starts, ends).filter { HTTPMessageReader.holdsLaunch(bytes[$0..<$1]) }.map(\.0)
    }

    /// Where the word `curl` or `curl.exe` stands on its own, after a prompt, or after an environment.
    ///
    /// Where options or an address follow some of them, the others are words about curl.
    private static func commands(in bytes: [UInt8]) -> [Int] {
        let name = Array("curl".utf8)
        var starts: [Int] = []
        var index = 0
        while index + name.count <= bytes.count {
            if bytes[index] | 0x20 == name[0], bytes[index..<index + name.count].elementsEqual(name),
                isBoundary(bytes, before: index), isBoundary(bytes, after: index + name.count)
            {
                starts.append(index)
            }
            index += 1
        }
        let commands = starts.filter { isFollowedByWords(bytes, $0 + name.count) }
        return commands.isEmpty ? starts : commands
    }

    /// Whether what follows the word `curl` looks like an option, a quote, an address or the end of a joined line.
    private static func isFollowedByWords(_ bytes: [UInt8], _ end: Int) -> Bool {
        let tail = bytes[end...]
        let rest = tail.dropFirst(tail.starts(with: ".exe".utf8) ? 4 : 0).drop { $0 == 0x20 || $0 == 0x09 }
        guard let first = rest.first else { return false }
        return first >= 0x80 || "-'\"$<{[\\^`".utf8.contains(first) || rest.starts(with: "http".utf8)
            || rest.prefix { $0 > 0x20 }.contains(UInt8(ascii: "/"))
    }

    private static func isBoundary(_ bytes: [UInt8], before index: Int) -> Bool {
        guard index > 0 else { return true }
        return bytes[index - 1] <= 0x20
            || [UInt8(ascii: ">"), UInt8(ascii: "$"), UInt8(ascii: "("), UInt8(ascii: "`")]
                .contains(bytes[index - 1])
            || [UInt8(ascii: "/"), UInt8(ascii: "\\")].contains(bytes[index - 1])
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
