import DriftCore

/// Reads the bodies that contracts name.
struct PayloadLoader {
    private let tree: any FileTree
    private let root: String

    /// Makes a loader of the files of a tree, whose paths begin with a root such as `main:`.
    init(_ tree: any FileTree, root: String) {
        self.tree = tree
        self.root = root
    }

    /// The contract with what its payloads hold, and what could not be read.
    func filled(_ contract: Contract) -> (contract: Contract, problems: [ReadingError]) {
        var contract = contract
        var problems: [ReadingError] = []
        let folder = contract.file.dropFirst(root.count).split(separator: "/", omittingEmptySubsequences: false)
            .dropLast()
        for (index, payload) in (contract.launch?.payloads ?? []).enumerated() {
            let path = payload.path
            let isWhole = path.hasPrefix("/") || folder.isEmpty
            let joined = (folder.map(String.init) + [path]).joined(separator: "/")
            let file = isWhole ? path : root + Self.shortened(joined)
            do throws(ReadingError) {
                contract.launch?.payloads[index].bytes = try tree.bytes(of: file)
                contract.launch?.payloads[index].file = file
            } catch {
                problems.append(
                    ReadingError(
                        "The payload '\(payload.reference.value)' cannot be read: \(error.description)",
                        at: Place(file: contract.file, position: payload.reference.position),
                        wayOut: "name the file relative to the contract"
                    )
                )
            }
        }
        return (contract, problems)
    }

    /// A path without the folders that `..` takes back.
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
