/// Reads curl commands as people paste them.
///
/// The reader accepts missing line continuations, quotes of all shells, typographic quotes and dashes, and prompts.
/// Text that a shell wouldn't accept becomes a fault at its place, and is read as it was meant.
public struct CurlReader: Sendable {
    /// Makes a reader.
    public init() {}

    /// Reads one command: the first that starts a flow, or the first of the text if no command does.
    ///
    /// - Parameter bytes: The text with the command; anything before the word `curl` is ignored.
    /// - Returns: The request, without credentials. If the body is in a file, the request has only the file's path.
    public func read(_ bytes: [UInt8]) -> HTTPRequestText {
        let source = PastedSource(bytes)
        let requests = ShellReader.requests(in: source)
        if let request = requests.first(where: \.isLaunch) ?? requests.first { return request }
        var faults = RequestFaults(origin: TextOrigin(places: source.places))
        source.reportEncoding(to: &faults)
        faults.add(.noRequest, 0..<0, "the text contains no curl command", "write a command that begins with 'curl'")
        return HTTPRequestText(form: .curl, faults: faults.sorted())
    }
}
