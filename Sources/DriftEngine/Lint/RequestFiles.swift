package import DriftCore
package import PastedRequests

/// Reads requests, the files of their bodies, and the error answers to them.
package struct RequestFiles {
    package let tree: any FileTree

    /// Reads all of standard input; `name` is what messages call it.
    package let input: @Sendable (_ name: String) throws(ReadingError) -> [UInt8]

    package init(
        tree: any FileTree,
        input: @escaping @Sendable (_ name: String) throws(ReadingError) -> [UInt8]
    ) {
        self.tree = tree
        self.input = input
    }

    /// The name of a file in messages.
    package func name(of file: String) -> String { file == "-" ? "standard input" : file }

    package func answer(_ file: String) throws(ReadingError) -> RequestAnswer {
        let bytes = try bytes(of: file)
        let isText = !bytes.contains(0)
        guard isText, bytes.contains(where: { $0 > UInt8(ascii: " ") }) else {
            throw ReadingError(
                isText ? "The file is empty" : "The file is not text",
                at: Place(file: name(of: file)),
                fix: "save the answer as `curl -i` prints it, or only its body"
            )
        }
        return RequestAnswer(ErrorAnswerReader().read(bytes), file: name(of: file))
    }

    /// Reads the requests in a file.
    ///
    /// - Throws: `ReadingError` if the file can't be read or has an unsupported form.
    package func pasted(_ file: String) throws(ReadingError) -> PastedText {
        let bytes = try bytes(of: file)
        // An object in a program's code isn't JSON, so a program is first read as source code.
        let program = SourceLaunches.isProgram(file) ? SourceLaunches(in: bytes, file: file) : nil
        if let text = program?.text { return text }
        if let obstacle = program?.obstacle { throw error(obstacle, in: file) }
        let text = RequestTextReader().requests(in: bytes)
        guard let foreign = text.foreign else { return text }
        let launches = program ?? SourceLaunches(in: bytes, file: file)
        if let text = launches.text { return text }
        throw error(launches.obstacle ?? foreign, in: file)
    }

    private func error(_ text: ForeignText, in file: String) -> ReadingError {
        ReadingError(text.problem, at: Place(file: name(of: file), position: text.position), fix: text.fix)
    }

    /// Compares a request with the flow that it should start.
    ///
    /// If the user gives no `answer`, the answer in the file counts. The user's `flow` counts if the file has no other
    /// request, or if the request itself names no known flow.
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
        // Each comparison is freed before the next one is made, because a body may have millions of inputs.
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

    /// The file that a curl command reads its body from, relative to the working directory, or else to the folder of
    /// the file with the command.
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
                throw error.ofFile("body file", path.value, named: place)
            }
        }
        throw ReadingError(
            "The request reads its body from '\(path.value)', but this file does not exist",
            at: Place(file: name(of: file), position: path.position),
            fix:
                "correct the path, or run `flowdrift lint` in the folder where you run the request's command, such "
                + "as curl"
        )
    }
}
