import DriftCore
import DriftReports
import Foundation
import GenesysCloud
import Synchronization

/// The flows that `flowdrift snapshot` has read, in files, until their snapshots are written.
///
/// If the run is interrupted, the next one begins there: a flow whose version is the same isn't requested again. The
/// files are outside the repository, and only the user may read them. They have what snapshots have.
final class InterruptedRun: KeptFlows {
    /// The folder of the files, or `nil` if none may be written.
    private let folder: String?

    private let context: Context
    private let hasFailed = Mutex(false)

    /// Makes the state of a run, which may have been interrupted earlier.
    ///
    /// - Parameters:
    ///   - host: The org.
    ///   - environment: The environment whose snapshots are written, or `nil` if it has no name.
    ///   - context: The execution environment.
    init(host: PlatformHost, environment: EnvironmentName?, context: Context) {
        self.context = context
        // A new reader may read more from the same configuration.
        let parts = [host.apiURL, context.workingFolder, environment?.text ?? "", "\(SnapshotIndex.readerNumber)"]
        let name = StableHash(of: parts.joined(separator: "\u{1F}")).hexadecimal
        // Without either variable there is no user whose folder it could be. A folder inside the repository may be
        // committed.
        let hasHome = ["HOME", "XDG_CACHE_HOME"].contains { context.variables[$0]?.hasPrefix("/") ?? false }
        let isOutside = !context.cacheFolder.hasPrefix(context.workingFolder + "/")
        folder = hasHome && isOutside ? context.cacheFolder + "/runs/" + name : nil
    }

    func flow(_ entry: FlowEntry) -> Flow? {
        guard let file = path(of: entry), let data = FileManager.default.contents(atPath: file.path) else { return nil }
        let text = String(decoding: data, as: UTF8.self)
        guard text.hasPrefix(file.mark), let flow = try? SnapshotReader(file: file.path).flow(Array(data)),
            flow.key.type == entry.key.type
        else { return nil }
        return flow.identified(by: entry)
    }

    func keep(_ flow: Flow) {
        guard let folder, let file = path(of: flow.entry) else { return }
        let text = file.mark + SnapshotWriter().text(of: flow)
        do {
            try FileManager.default.createDirectory(
                atPath: folder,
                withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700]
            )
            // The name is that of no flow, so an interrupted write leaves nothing that is read.
            let draft = "\(file.path).\(ProcessInfo.processInfo.processIdentifier)"
            let isMade = FileManager.default.createFile(
                atPath: draft,
                contents: Data(text.utf8),
                attributes: [.posixPermissions: 0o600]
            )
            guard isMade, rename(draft, file.path) == 0 else { throw CocoaError(.fileWriteUnknown) }
        } catch {
            let isFirst = hasFailed.withLock { failed in
                defer { failed = true }
                return !failed
            }
            guard isFirst else { return }
            let text = "nothing can be written to \(folder), so an interrupted run would begin anew"
            context.printError("notice: \(Printable.text(text))\n")
        }
    }

    /// Removes the files, once the snapshots are written.
    func finish() {
        guard let folder else { return }
        try? FileManager.default.removeItem(atPath: folder)
    }

    /// The file of a flow's version, with its first line, or `nil` if the id or the version is unknown.
    private func path(of entry: FlowEntry) -> (path: String, mark: String)? {
        guard let folder, let id = entry.id, let version = entry.publishedVersion else { return nil }
        let name = "\(id) \(version)"
        guard !name.contains(where: \.isNewline) else { return nil }
        return ("\(folder)/\(StableHash(of: name).hexadecimal).yaml", "# \(name)\n")
    }
}
