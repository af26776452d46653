import DriftEngine

extension ScanRun {
    /// Scans the files below some paths, without the untracked files that git ignores.
    ///
    /// - Throws: `ReadingError` if a path doesn't exist or a folder can't be listed.
    mutating func scan(_ paths: [String], in context: Context) async throws {
        let files = SourceFiles(context: context)
        let listing = try files.listing(of: paths)
        addSkipped(listing.generated, "generated")
        for piece in await files.readings(of: listing.files) {
            addFiles(piece.plain)
            for (reason, count) in piece.skipped { addSkipped(count, reason) }
            for problem in piece.problems { add(problem) }
            for (file, source) in piece.scanned { add(source, of: file) }
        }
    }
}
