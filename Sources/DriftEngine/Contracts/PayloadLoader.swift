import DriftCore

/// Reads the request bodies that contracts name.
struct PayloadLoader {
    private let tree: any FileTree

    init(_ tree: any FileTree) {
        self.tree = tree
    }

    /// The contract with its payloads' contents, and an error for each file that can't be read.
    func filled(_ contract: Contract) -> (contract: Contract, problems: [ReadingError]) {
        var contract = contract
        var problems: [ReadingError] = []
        let folder = contract.file.dropFirst(tree.root.count).split(separator: "/", omittingEmptySubsequences: false)
            .dropLast()
        for (index, payload) in (contract.launch?.payloads ?? []).enumerated() {
            let path = payload.path
            let isWhole = path.hasPrefix("/") || folder.isEmpty
            let joined = (folder.map(String.init) + [path]).joined(separator: "/")
            let file = isWhole ? path : tree.root + Self.shortened(joined)
            do throws(ReadingError) {
                let bytes = try tree.bytes(of: file)
                if let launch = contract.launch, let problem = payload.problemOfStranger(bytes, sentBy: launch) {
                    throw ReadingError(problem, at: Place(file: file), wayOut: Self.fixOfStranger)
                }
                contract.launch?.payloads[index].bytes = bytes
                contract.launch?.payloads[index].file = file
                contract.launch?.payloads[index].holdsSeveral = Contract.Payload.holdsSeveral(
                    bytes,
                    pointer: payload.pointer
                )
            } catch {
                contract.launch?.lacksFiles = true
                let place = Place(file: contract.file, position: payload.reference.position)
                problems.append(error.ofFile("payload", payload.reference.value, named: place))
            }
        }
        return (contract, problems)
    }

    /// The fix for a file that holds no request.
    fileprivate static let fixOfStranger = "name a file that holds the body, as JSON or as a curl command"

    /// A path with `.` and `..` resolved.
    private static func shortened(_ path: String) -> String {
        var parts: [Substring] = []
        for part in path.split(separator: "/", omittingEmptySubsequences: false) {
            if part == "..", let last = parts.last, last != "..", !last.isEmpty {
                parts.removeLast()
            } else if part != "." {
                parts.append(part)
            }
        }
        return parts.joined(separator: "/")
    }
}

extension ReadingError {
    /// The error of a file, at the place where a contract names the file.
    ///
    /// For a file outside the repository, the error says only that the file exists.
    func ofFile(_ kind: String, _ name: String, named place: Place) -> ReadingError {
        guard !ClosedFile.refuses(self), wayOut != PayloadLoader.fixOfStranger else {
            let problem =
                "The \(kind) '\(name)' cannot be read: \(problem.prefix(1).lowercased() + problem.dropFirst())"
            return ReadingError(problem, at: place, wayOut: wayOut)
        }
        return ReadingError(
            "The \(kind) '\(name)' cannot be read: \(description)",
            at: place,
            wayOut: "name the file relative to the contract"
        )
    }
}
