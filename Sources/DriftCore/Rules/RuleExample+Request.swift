import PastedRequests

extension RuleExample {
    /// The findings on a request, checked against the flow and the response in the same files.
    ///
    /// - Parameter files: The files: `request.json`, `request.sh` or `action.custom.json`, and others to check it
    ///   against.
    /// - Returns: The findings in order; empty if no file is a request.
    /// - Throws: ``ReadingError`` if a file is invalid.
    public static func findings(inRequestOf files: [File]) throws(ReadingError) -> [Finding] {
        try comparison(ofRequestIn: files).map { Judge().judge($0).findings } ?? []
    }

    private static func comparison(ofRequestIn files: [File]) throws(ReadingError) -> RequestComparison? {
        func bytes(_ name: String) -> [UInt8]? { files.first { $0.name == name }.map { Array($0.text.utf8) } }
        let names = ["request.json", "request.sh", "action.custom.json"]
        guard let name = names.first(where: { bytes($0) != nil }), let request = bytes(name) else { return nil }
        var surroundings = RequestSurroundings()
        if let snapshot = bytes("snapshot.yaml") {
            surroundings.flow = try SnapshotReader(file: "snapshot.yaml").flow(snapshot)
        }
        if let index = bytes("index.yaml") {
            surroundings.entries = try SnapshotReader(file: "index.yaml").index(index).flows.map(\.entry)
        }
        return RequestComparison(
            RequestTextReader().read(request),
            file: name,
            answer: bytes("response.json").map { RequestAnswer(ErrorAnswerReader().read($0), file: "response.json") },
            contract: try bytes("contract.yaml").map { (bytes) throws(ReadingError) in
                try ContractReader().contract(bytes, file: "contract.yaml")
            },
            in: surroundings
        )
    }
}
