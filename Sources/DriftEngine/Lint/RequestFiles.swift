package import DriftCore
package import PastedRequests

/// Reads requests, the bodies that they name, and the answers to them.
package struct RequestFiles {
    /// The files.
    package let tree: any FileTree

    /// Reads all of standard input, which messages give a name.
    package let input: @Sendable (_ name: String) throws(ReadingError) -> [UInt8]

    /// Reads the files of a tree.
    package init(
        tree: any FileTree,
        input: @escaping @Sendable (_ name: String) throws(ReadingError) -> [UInt8]
    ) {
        self.tree = tree
        self.input = input
    }

    /// The name of a file in messages.
    package func name(of file: String) -> String { file == "-" ? "standard input" : file }

    /// The error answer that a file holds.
    package func answer(_ file: String) throws(ReadingError) -> RequestAnswer {
        let bytes = try bytes(of: file)
        let isText = !bytes.contains(0)
        guard isText, bytes.contains(where: { $0 > UInt8(ascii: " ") }) else {
            throw ReadingError(
                isText ? "The file is empty" : "The file is not text",
                at: Place(file: name(of: file)),
                wayOut: "save the answer as `curl -i` prints it, or its body"
            )
        }
        return RequestAnswer(ErrorAnswerReader().read(bytes), file: name(of: file))
    }

    /// What a file holds.
    ///
    /// - Throws: `ReadingError` where it can't be read, or is written in a form that isn't read.
    package func pasted(_ file: String) throws(ReadingError) -> PastedText {
        let text = RequestTextReader().requests(in: try bytes(of: file))
        guard let foreign = text.foreign else { return text }
        throw ReadingError(
            foreign.problem,
            at: Place(file: name(of: file), position: foreign.position),
            wayOut: foreign.fix
        )
    }

    /// A request beside the flow that it should start.
    ///
    /// - Parameters:
    ///   - request: The request.
    ///   - file: The file that holds it.
    ///   - answer: The answer to it that the user names; nil for the one that the file shows.
    ///   - flow: The flow that the user names. It counts for a request alone in its file, and among others for those
    ///     that tell no flow themselves.
    ///   - isAlone: Whether the file holds no other launch.
    ///   - targets: The flows that requests may start.
    /// - Returns: The request beside its flow.
    /// - Throws: `ReadingError` where the body's file or the flow's snapshot can't be read.
    package func comparison(
        _ request: HTTPRequestText,
        of file: String,
        answer: RequestAnswer?,
        flow: FlowKey?,
        isAlone: Bool,
        _ targets: LaunchTargets
    ) throws(ReadingError) -> RequestComparison {
        let body = try body(of: request, in: file)
        let read = ReadRequest(request, file: name(of: file), body: body)
        let answer = answer ?? request.answer.map { RequestAnswer($0, file: name(of: file)) }
        let asked = ReadRequest(request.withoutForm, file: name(of: file), body: body)
        // What the request says alone is let go before it is put beside the flow: a body may hold millions of inputs.
        var surroundings = try targets.surroundings(
            flow: isAlone ? flow : nil,
            for: RequestComparison(asked, in: RequestSurroundings())
        )
        if !isAlone, flow != nil, surroundings.flow == nil {
            surroundings = try targets.surroundings(
                flow: flow,
                for: RequestComparison(asked, in: RequestSurroundings())
            )
        }
        return RequestComparison(read, answer: answer, in: surroundings)
    }

    private func bytes(of file: String) throws(ReadingError) -> [UInt8] {
        guard file == "-" else { return try tree.bytes(of: file) }
        return try input(name(of: file))
    }

    /// The file that a curl command takes its body from: beside the working folder, or beside the command's file.
    private func body(of request: HTTPRequestText, in file: String) throws(ReadingError) -> RequestComparison.BodyFile?
    {
        guard case .file(let path)? = request.body, path.value != "-" else { return nil }
        let folder = file.split(separator: "/", omittingEmptySubsequences: false).dropLast()
        let beside = (folder.map(String.init) + [path.value]).joined(separator: "/")
        for candidate in [path.value, beside] {
            let place = Place(file: name(of: file), position: path.position)
            do throws(ReadingError) {
                guard let bytes = try tree.bytesIfPresent(of: candidate) else { continue }
                return RequestComparison.BodyFile(file: candidate, bytes: bytes)
            } catch  where ClosedFile.refuses(error) {
                throw error.ofFile("body's file", path.value, named: place)
            }
        }
        throw ReadingError(
            "The body's file '\(path.value)' does not exist",
            at: Place(file: name(of: file), position: path.position),
            wayOut: "run lint in the folder that the command runs in"
        )
    }
}
