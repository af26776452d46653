public import PastedRequests

/// The launches in a file: a recording of the stub server, or any file of requests, such as a HAR file or a Postman
/// collection.
public struct LaunchFile: Sendable {
    /// The launches in order.
    public let launches: [Launch]

    /// Whether the file is a recording of the stub server, which names each flow that was started.
    public let isRecording: Bool

    /// A launch of a file.
    public struct Launch: Sendable {
        /// The launch, with the place of its body or its line.
        public var placed: PlacedLaunch

        /// The request, or `nil` if the file is a recording.
        public var request: ReadRequest?

        /// Makes a launch.
        public init(placed: PlacedLaunch, request: ReadRequest? = nil) {
            self.placed = placed
            self.request = request
        }

        /// The id of the flow that it starts, or `nil` if it's unknown or the file names the flow.
        public var flowID: FlowID? {
            if case .id(let id) = placed.launch.target { id } else { nil }
        }
    }

    /// Reads a file of any supported form, which it recognizes by the content.
    ///
    /// - Parameters:
    ///   - bytes: The file's bytes.
    ///   - file: The file's name, for messages.
    ///   - contracts: The contracts whose names may be kept; others are only counted.
    /// - Throws: ``ReadingError`` if the file isn't valid, or contains no launch.
    public init(reading bytes: [UInt8], file: String, contracts: [Contract]) throws(ReadingError) {
        isRecording = RecordingReader.isRecording(bytes, file: file)
        guard !isRecording else {
            launches = try RecordingReader().launches(bytes, file: file).map { Launch(placed: $0) }
            return
        }
        let text = RequestTextReader().requests(in: bytes)
        if let foreign = text.foreign {
            throw ReadingError(foreign.problem, at: Place(file: file, position: foreign.position), fix: foreign.fix)
        }
        guard !text.launches.isEmpty else {
            throw ReadingError(
                "The file contains no request that starts a flow",
                at: Place(file: file),
                fix: "name a launch recording, or a file with requests that start flows"
            )
        }
        let names = KnownNames(flow: nil, contracts: contracts)
        var launches: [Launch] = []
        for request in text.launches {
            let read = ReadRequest(request, file: file)
            if let problem = Self.problem(of: request, read, file) { throw problem }
            let answer = request.answer.map { RequestAnswer($0, file: file) }
            let comparison = RequestComparison(read, answer: answer, in: RequestSurroundings())
            let target = comparison.flowIDSent.map(RecordedLaunch.Target.id) ?? .unknown
            let launch = RecordedLaunch(comparison, to: target, knowing: names)
            launches.append(Launch(placed: PlacedLaunch(launch, at: comparison.startOfBody), request: read))
        }
        self.launches = launches
    }

    /// The error if a request doesn't show what it sends, or `nil` if it does.
    private static func problem(of request: HTTPRequestText, _ read: ReadRequest, _ file: String) -> ReadingError? {
        if case .file(let path)? = request.body {
            return ReadingError(
                "The body of the launch is in another file, '\(path.value)'",
                at: Place(file: file, position: path.position),
                fix: "name '\(path.value)' instead of this file"
            )
        }
        guard let fault = read.document?.firstError, !(request.answer?.isRefusal ?? false) else { return nil }
        return ReadingError(
            read.redaction.redacted("The body isn't valid JSON: \(fault.problem)"),
            at: Place(file: file, position: fault.position),
            fix: "record the launch again, or run `flowdrift lint` on the file"
        )
    }
}
