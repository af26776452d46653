/// Reads curl commands as people paste them.
///
/// Line ends with and without backslashes, quotes of all shells, quotes and dashes of word processors, prompts in
/// front: what a shell would not take is a fault with its place, and is read as it was meant.
public struct CurlReader: Sendable {
    /// Makes a reader.
    public init() {}

    /// Reads one command: the first that starts a flow, or else the first of all.
    ///
    /// - Parameter bytes: The text that holds the command; what stands before the word `curl` is passed over.
    /// - Returns: The request. A file that a body is read from is named, not opened; credentials are not kept.
    public func read(_ bytes: [UInt8]) -> HTTPRequestText {
        let source = PastedSource(bytes)
        let requests = ShellReader.requests(in: source)
        if let request = requests.first(where: \.isLaunch) ?? requests.first { return request }
        var faults = RequestFaults(origin: TextOrigin(places: source.places))
        source.reportEncoding(to: &faults)
        faults.add(.noRequest, 0..<0, "the text holds no curl command", "write one that begins with 'curl'")
        return HTTPRequestText(form: .curl, faults: faults.sorted())
    }
}
