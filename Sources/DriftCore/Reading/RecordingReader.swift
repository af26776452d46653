import StrictJSON

/// Reads a recording of the stand-in: newline-delimited JSON, one launch per line.
///
/// The order of the lines doesn't matter, and a launch may appear twice. Any unknown member or value is an error.
public struct RecordingReader: Sendable {
    /// Makes a reader.
    public init() {}

    /// Whether a text is a recording, according to its first line that isn't blank.
    ///
    /// Another file may also have the word "flowdrift" in its first line. An empty text is a recording if the file's
    /// name ends in `.ndjson`; then the tests launched nothing.
    public static func isRecording(_ bytes: [UInt8], file: String) -> Bool {
        guard let line = lines(of: bytes).first(where: { !$0.bytes.isEmpty })?.bytes else {
            return file.lowercased().hasSuffix(".ndjson")
        }
        if line.starts(with: "<<<<<<<".utf8) { return true }
        guard line.starts(with: "{".utf8), Array(line).holds(Array("\"flowdrift\"".utf8)) else { return false }
        return JSONDocument(reading: Array(line), JSONReading(warning: false)).root?["flowdrift"] != nil
    }

    /// Reads all launches.
    ///
    /// - Parameters:
    ///   - bytes: The file's bytes.
    ///   - file: The file's name, for messages.
    /// - Returns: The launches, each with the place of its line.
    /// - Throws: ``ReadingError`` at the first error, such as a last line that is cut off.
    public func launches(_ bytes: [UInt8], file: String) throws(ReadingError) -> [PlacedLaunch] {
        let (launches, torn) = try wholeLaunches(bytes, file: file)
        guard let torn else { return launches }
        throw ReadingError(
            "The last line is cut off, so a launch may be missing",
            at: torn,
            fix: "run the tests again to record the missing launch"
        )
    }

    /// Reads the launches of a recording; its writer may have been stopped in the middle of a line.
    ///
    /// - Parameters:
    ///   - bytes: The file's bytes.
    ///   - file: The file's name, for messages.
    /// - Returns: The launches, and the place of the last line if it's cut off.
    /// - Throws: ``ReadingError`` at the first error in a complete line.
    public func wholeLaunches(
        _ bytes: [UInt8],
        file: String
    ) throws(ReadingError) -> (launches: [PlacedLaunch], torn: Place?) {
        var launches: [PlacedLaunch] = []
        for line in Self.lines(of: bytes) where !line.bytes.isEmpty {
            let place = Place(file: file, position: Position(line: line.number, column: 1))
            guard !Self.isConflictMark(line.bytes) else {
                throw ReadingError(
                    "The line is a merge conflict marker",
                    at: place,
                    fix: "keep the lines of both sides and remove the markers, or record the launches again"
                )
            }
            let document = JSONDocument(reading: Array(line.bytes), JSONReading(warning: false))
            if let fault = document.firstError {
                if line.isLast { return (launches, place) }
                let position = Position(line: line.number, column: fault.position.column)
                throw ReadingError(
                    "The line isn't valid JSON: \(fault.problem)",
                    at: Place(file: file, position: position),
                    fix: "record the launches again"
                )
            }
            guard let root = document.root else { continue }
            launches.append(PlacedLaunch(try Line(root, at: place).launch(), at: place))
        }
        return (launches, nil)
    }

    /// The lines, without blanks at their start and end.
    ///
    /// `isLast` is true only for a last line that doesn't end in a line break.
    private static func lines(of bytes: [UInt8]) -> [(number: Int, bytes: ArraySlice<UInt8>, isLast: Bool)] {
        let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
        let lines = text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        return lines.enumerated().map { index, line in
            let start = line.drop { $0 <= UInt8(ascii: " ") }
            let end = start.lastIndex { $0 > UInt8(ascii: " ") }
            return (index + 1, end.map { start[...$0] } ?? [], index == lines.count - 1)
        }
    }

    private static func isConflictMark(_ line: ArraySlice<UInt8>) -> Bool {
        ["<<<<<<<", "|||||||", "=======", ">>>>>>>"].contains { line.starts(with: $0.utf8) }
    }
}

/// One line of a recording.
private struct Line {
    private let root: JSONNode
    private let place: Place

    init(_ root: JSONNode, at place: Place) {
        self.root = root
        self.place = place
    }

    func launch() throws(ReadingError) -> RecordedLaunch {
        try checkMembers(
            of: root,
            "a recorded launch",
            ["flowdrift", "flow", "flowId", "inputs", "otherInputs", "result", "rules", "values"]
        )
        guard let format = root["flowdrift"], format.kind == .number, format.text == "1" else {
            throw error(
                "The line isn't in format 1",
                root["flowdrift"] ?? root,
                "record the launches again with this version, or use the version that wrote it"
            )
        }
        var launch = RecordedLaunch(of: try target(), answer: try answer())
        for member in try members(of: "inputs", in: root) {
            launch.inputs[member.name.text] = try shape(member.value)
        }
        launch.otherInputs = try count(root["otherInputs"])
        if root["values"] != nil {
            let values = try members(of: "values", in: root).map { ($0.name.text, JSONValue($0.value)) }
            launch.values = Dictionary(values) { $1 }
        }
        return launch
    }

    /// The members of the object that is the value of a name, or empty if the name is missing.
    private func members(of name: String, in node: JSONNode) throws(ReadingError) -> [JSONMember] {
        guard let object = node[name] else { return [] }
        guard object.kind == .object else {
            throw error("Expected an object under '\(name)', found another value", object, "record the launches again")
        }
        return object.members
    }

    private func target() throws(ReadingError) -> RecordedLaunch.Target {
        if let node = root["flow"] {
            guard let key = node.string.flatMap({ FlowKey($0) }) else {
                throw error("\(shown(node)) isn't a flow's type and name", node, "record the launches again")
            }
            return .flow(key)
        }
        guard let node = root["flowId"] else { return .unknown }
        guard let id = node.string.flatMap({ FlowID($0) }) else {
            throw error("\(shown(node)) isn't a flow's id", node, "record the launches again")
        }
        return .id(id)
    }

    private func answer() throws(ReadingError) -> RecordedLaunch.Answer? {
        guard let result = root["result"] else { return nil }
        switch result.string {
        case "accepted": return .accepted
        case "refused": return .refused(rules: root["rules"]?.elements.compactMap(\.string) ?? [])
        default:
            throw error("\(shown(result)) is neither 'accepted' nor 'refused'", result, "record the launches again")
        }
    }

    private func shape(_ node: JSONNode) throws(ReadingError) -> ValueShape {
        let isObject = node.kind == .object
        if isObject { try checkMembers(of: node, "an input's shape", ["type", "members", "otherMembers"]) }
        let written = isObject ? node["type"] ?? node : node
        guard let type = written.string.flatMap({ ValueType($0) }) else {
            throw error("\(shown(written)) isn't a type of JSON", written, "record the launches again")
        }
        var shape = ValueShape(type, otherMembers: try count(node["otherMembers"]))
        for member in try members(of: "members", in: node) {
            shape.members[member.name.text] = try self.shape(member.value)
        }
        return shape
    }

    private func count(_ node: JSONNode?) throws(ReadingError) -> Int {
        guard let node else { return 0 }
        guard node.kind == .number, let count = Int(node.text), count >= 0 else {
            throw error("\(shown(node)) isn't a number of names", node, "record the launches again")
        }
        return count
    }

    private func checkMembers(of node: JSONNode, _ what: String, _ known: [String]) throws(ReadingError) {
        for member in node.members where !known.contains(member.name.text) {
            throw error(
                "Unknown member \(shown(member.name)) in \(what)",
                member.name,
                "record the launches again with this version, or use the version that wrote it"
            )
        }
    }

    private func shown(_ node: JSONNode) -> String { "'\(Shown.text(node.text))'" }

    private func error(_ problem: String, _ node: JSONNode, _ fix: String) -> ReadingError {
        let line = place.position?.line ?? 1
        let position = Position(line: line, column: node.position.column)
        return ReadingError(problem, at: Place(file: place.file, position: position), fix: fix)
    }
}
