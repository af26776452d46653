/// How many source files were scanned for launches, and what the scan found.
public struct SourceCoverage: Hashable, Sendable {
    /// Whether the run scans source files, even if there are none.
    public var isWanted = false

    /// The number of files that were looked through.
    public var files = 0

    /// The number of files with a launch.
    public var filesWithLaunches = 0

    /// The number of places in code that launch a flow.
    public var launches = 0

    /// The number of places whose flow is unknown.
    public var unknownFlows = 0

    /// The number of files that weren't scanned, by reason: `binary`, `minified`.
    public var skipped: [String: Int] = [:]

    /// Makes an empty coverage.
    public init() {}

    mutating func add(_ other: SourceCoverage) {
        isWanted = isWanted || other.isWanted
        files += other.files
        filesWithLaunches += other.filesWithLaunches
        launches += other.launches
        unknownFlows += other.unknownFlows
        skipped.merge(other.skipped) { $0 + $1 }
    }
}
