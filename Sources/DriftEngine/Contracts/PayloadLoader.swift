import DriftCore

/// Reads the request bodies that contracts list under `payloads`.
struct PayloadLoader {
    private let tree: any FileTree

    init(_ tree: any FileTree) {
        self.tree = tree
    }

    /// The contract with its payloads' contents, and an error for each file that can't be read.
    func filled(_ contract: Contract) -> (contract: Contract, problems: [ReadingError]) {
        var contract = contract
        var problems: [ReadingError] = []
        do throws(ReadingError) {
            let payloads = try expanded(contract.launch?.payloads ?? [], of: contract)
            contract.launch?.payloads = payloads
        } catch {
            contract.launch?.lacksFiles = true
            return (contract, [error])
        }
        for (index, payload) in (contract.launch?.payloads ?? []).enumerated() {
            let file = payload.file ?? tree.path(of: payload.path, besides: contract.file)
            do throws(ReadingError) {
                let bytes = try tree.bytes(of: file)
                if let launch = contract.launch, let problem = payload.problemOfStranger(bytes, sentBy: launch) {
                    throw ReadingError(problem, at: Place(file: file), fix: Self.fixOfStranger)
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

    /// The payloads, with one for each file that a wildcard matches.
    private func expanded(
        _ payloads: [Contract.Payload],
        of contract: Contract
    ) throws(ReadingError) -> [Contract.Payload] {
        var all: [Contract.Payload] = []
        for payload in payloads {
            let pattern = FilePattern(tree.path(of: payload.path, besides: contract.file), in: tree.root)
            guard pattern.hasWildcard else {
                all.append(payload)
                continue
            }
            let files = try pattern.files(in: tree)
            guard !files.isEmpty else {
                throw ReadingError(
                    "No file matches '\(payload.reference.value)'",
                    at: Place(file: contract.file, position: payload.reference.position),
                    fix: "correct the path, or remove the path from `payloads`"
                )
            }
            all += files.map { file in
                var payload = payload
                payload.file = file
                return payload
            }
        }
        return all
    }

    /// The fix for a file that has no request.
    fileprivate static let fixOfStranger = "name a file with the request's body, as JSON or as a curl command"
}

extension ReadingError {
    /// The error of a file, at the place where a contract names the file.
    ///
    /// For a file outside the repository, the error doesn't show whether the file exists.
    func ofFile(
        _ kind: String,
        _ name: String,
        named place: Place,
        fix: String = "write the file's path relative to the contract"
    ) -> ReadingError {
        guard !ClosedFile.refuses(self), self.fix != PayloadLoader.fixOfStranger else {
            let problem =
                "The \(kind) '\(name)' cannot be read: \(problem.prefix(1).lowercased() + problem.dropFirst())"
            return ReadingError(problem, at: place, fix: self.fix)
        }
        return ReadingError(
            "The \(kind) '\(name)' cannot be read: \(description)",
            at: place,
            fix: fix
        )
    }
}
