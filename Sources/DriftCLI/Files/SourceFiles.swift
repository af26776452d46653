import DriftCore
import DriftEngine
import Foundation
import SourceScan

/// The source files of a folder; a file is only scanned if it may launch a flow.
struct SourceFiles {
    let context: Context

    /// The paths to scan, in order, and the number of files that were left out because of their folder's name.
    struct Listing {
        var files: [String]
        var generated = 0
    }

    /// The folders with generated or third-party files.
    private static let generatedFolders: Set<Substring> = ["node_modules", "dist", "vendor"]

    /// The files below some paths, without the untracked files that git ignores.
    ///
    /// - Parameter paths: Files and folders; a file is listed even if its folder has generated files.
    /// - Returns: The files, and the number of skipped ones.
    /// - Throws: ``ReadingError`` if a path doesn't exist or a folder can't be listed.
    func listing(of paths: [String]) throws -> Listing {
        var all = Listing(files: [])
        for path in paths {
            let walk = FolderWalk(context: context)
            guard walk.isFolder(path) else {
                guard walk.exists(path) else {
                    throw ReadingError(
                        "There is no such file or folder",
                        at: Place(file: path),
                        fix: "correct the path"
                    )
                }
                all.files.append(path)
                continue
            }
            let found = try listedByGit(path) ?? walk.filesAndLinks(below: path)
            let own = found.filter { !isGenerated($0, below: path) }
            all.generated += found.count - own.count
            all.files += own
        }
        all.files = Set(all.files.map { $0.hasPrefix("./") ? String($0.dropFirst(2)) : $0 }).sorted()
        return all
    }

    private func isGenerated(_ file: String, below path: String) -> Bool {
        let start = path == "." ? 0 : path.utf8.count
        return file.utf8.dropFirst(start).split(separator: UInt8(ascii: "/")).dropLast().contains { name in
            Self.generatedFolders.contains { $0.utf8.elementsEqual(name) }
        }
    }

    /// The files of a folder that git tracks or would add, or `nil` if the folder is in no repository.
    private func listedByGit(_ path: String) throws -> [String]? {
        let words = ["ls-files", "-z", "--cached", "--others", "--exclude-standard", "--deduplicate", "--", path]
        guard let answer = try? Git(context: context).run(words, about: path), answer.status == 0 else { return nil }
        return answer.output.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
    }

    /// The result of reading a file.
    enum Content {
        /// The file launches no flow.
        case plain
        case scanned(ScannedSource)
        case skipped(String)
        case failed(ReadingError)
        /// The file was deleted after it was listed.
        case gone
    }

    /// Files that were read one after another, into the same memory.
    struct Reading: Sendable {
        var plain = 0
        var skipped: [String: Int] = [:]
        var scanned: [(file: String, source: ScannedSource)] = []
        var problems: [ReadingError] = []
        private var buffer: [UInt8] = []

        /// Reads a file, and scans it if it may launch a flow.
        mutating func add(_ file: String, at path: String) {
            switch content(of: file, at: path) {
            case .plain: plain += 1
            case .scanned(let source): scanned.append((file, source))
            case .skipped(let reason): skipped[reason, default: 0] += 1
            case .failed(let problem): problems.append(problem)
            case .gone: break
            }
        }

        private mutating func content(of file: String, at path: String) -> Content {
            let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
            guard descriptor >= 0 else {
                // A link may lead out of the repository. If it leads to a file of the repository, that file is scanned
                // under its own path.
                if errno == ELOOP { return .skipped("linked") }
                return errno == ENOENT ? .gone : .failed(FileReader.error(errno, "read the file", file))
            }
            defer { close(descriptor) }
            var status = stat()
            guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
                return status.st_mode & S_IFMT == S_IFDIR ? .skipped("submodule") : .skipped("special")
            }
            guard status.st_size <= ScanRun.largestFile else { return .skipped("over 8 MiB") }
            let size = Int(status.st_size)
            if buffer.count < size { buffer = [UInt8](repeating: 0, count: max(size, 1 << 16)) }
            var count = 0
            while count < size {
                let number = buffer.withUnsafeMutableBytes { bytes in
                    Foundation.read(descriptor, bytes.baseAddress.map { $0 + count }, size - count)
                }
                guard number >= 0 else { return .failed(FileReader.error(errno, "read the file", file)) }
                if number == 0 { break }
                count += number
            }
            let mayLaunch = buffer.withUnsafeBytes { bytes in
                LaunchMarkers.mayLaunch(UnsafeRawBufferPointer(rebasing: bytes[0..<count]))
            }
            return mayLaunch ? .scanned(ScannedSource(Array(buffer[0..<count]), file: file)) : .plain
        }
    }

    /// Reads and scans files on every core.
    func readings(of files: [String]) async -> [Reading] {
        let context = context
        return await inParallel(files, into: Reading()) { reading, file in
            reading.add(file, at: context.path(file))
        }
    }
}
