import DriftCore
import DriftEngine
import Foundation

extension SnapshotFolder {
    /// Makes a plan and carries it out, while no other run writes the snapshots.
    ///
    /// - Parameters:
    ///   - isWanted: Whether to carry out the plan at all.
    ///   - context: The execution environment.
    ///   - plan: Compares the snapshots with what they should be.
    /// - Returns: The plan that was carried out, or the one that wasn't wanted.
    /// - Throws: ``ReadingError`` if a file can't be written; each file then has its old text or its new one.
    @discardableResult
    func write(
        where isWanted: (Plan) -> Bool = { _ in true },
        in context: Context,
        _ plan: () throws -> Plan
    ) throws -> Plan {
        let first = try plan()
        let wasHalfWritten = source.isHalfWritten
        guard wasHalfWritten || (isWanted(first) && !first.isEmpty) else { return first }
        try requireNoLink(first, in: context)
        let mark = try RunMark(in: source.name, context: context)
        var hasWritten = wasHalfWritten
        do {
            // Another run may have written in the meantime.
            let plan = try plan()
            try requireNoLink(plan, in: context)
            try carryOut(plan, in: context, hasWritten: &hasWritten)
            mark.remove()
            return plan
        } catch {
            if hasWritten { mark.leave() } else { mark.remove() }
            throw error
        }
    }

    /// Carries a plan out: snapshots first, the index last, so that each entry's snapshot is always written.
    private func carryOut(_ plan: Plan, in context: Context, hasWritten: inout Bool) throws(ReadingError) {
        let writer = FileWriter(context: context)
        for (file, text) in plan.changes.map({ ($0.file, $0.text) }) + plan.index {
            if let text {
                try writer.put(file, text)
            } else {
                try writer.remove(file)
            }
            hasWritten = true
        }
    }

    /// Rejects a link between the environment's folder and a file, because the link may lead to somebody else's files.
    private func requireNoLink(_ plan: Plan, in context: Context) throws(ReadingError) {
        for folder in Set(plan.changes.map(\.file.folder) + plan.index.map(\.file.folder) + [source.name]).sorted() {
            var status = stat()
            guard lstat(context.path(folder), &status) == 0, status.st_mode & S_IFMT == S_IFLNK else { continue }
            throw ReadingError(
                "Cannot write into this folder: the folder is a symbolic link, and may point outside the snapshots",
                at: Place(file: folder),
                fix: "replace the link with a folder"
            )
        }
    }
}

extension SnapshotFolder.Plan {
    var isEmpty: Bool { changes.isEmpty && index.isEmpty }
}

extension String {
    /// A path without its last part.
    fileprivate var folder: String { String(self[..<(lastIndex(of: "/") ?? startIndex)]) }
}
