import DriftCore
import SourceText
import Synchronization
import TestSupport
import Testing

@testable import DriftCLI
@testable import DriftEngine

struct ContractFolderTests {
    @Test func readsTheOwnersOnce() async throws {
        let folder = try TemporaryFolder()
        let contract = Project.contract.replacing("owner: team-orders\n", with: "")
        try folder.write(contract, to: "specs/order-status.yaml")
        try folder.write("* @orders\n", to: "CODEOWNERS")
        let files = CountedFiles(of: folder)
        let contracts = ContractFolder(paths: ["specs"], isNamed: false, tree: files)
        #expect(await contracts.read().contracts.map(\.owner) == ["@orders"])
        #expect(files.count(of: "CODEOWNERS") == 1)
    }
}

/// Files on disk that count how often each is read.
private final class CountedFiles: FileTree {
    private let disk: DiskFiles
    private let counts = Mutex<[String: Int]>([:])

    init(of folder: TemporaryFolder) { disk = DiskFiles(context: .of(folder)) }

    func count(of file: String) -> Int { counts.withLock { $0[file, default: 0] } }

    func bytesIfPresent(of file: String, upTo largest: Int?) throws(ReadingError) -> [UInt8]? {
        counts.withLock { $0[file, default: 0] += 1 }
        return try disk.bytesIfPresent(of: file, upTo: largest)
    }

    func oddity(of file: String) -> FileOddity? { disk.oddity(of: file) }

    func contents(below folder: String, without names: Set<String>) throws(ReadingError) -> FolderContents {
        try disk.contents(below: folder, without: names)
    }

    func filesInSight(below hidden: [String]) -> [String] { disk.filesInSight(below: hidden) }

    func folders(in folder: String) throws(ReadingError) -> [String] { try disk.folders(in: folder) }

    func exists(_ path: String) -> Bool { disk.exists(path) }

    func isFolder(_ path: String) -> Bool { disk.isFolder(path) }

    func hasFolder(_ path: String) throws(ReadingError) -> Bool { try disk.hasFolder(path) }

    func name(of path: String, in folder: String) -> String? { disk.name(of: path, in: folder) }
}
