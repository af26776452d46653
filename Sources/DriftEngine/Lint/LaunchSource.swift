package import DriftCore

/// A file with launches.
package struct LaunchSource: Sendable {
    /// The file's name in messages.
    package let file: String

    /// The launches in order.
    package let launches: [LaunchFile.Launch]

    /// Whether the file is a launch recording of `flowdrift stub`, which a contract can list.
    ///
    /// A contract can't list a journal, because a journal is temporary.
    package var isRecording: Bool

    /// A notice about the file, or `nil` if there is none.
    package let notice: FlowSet.Notice?

    /// The suffix of the names of journals, which `flowdrift stub` writes while it records launches.
    private static let journalSuffix = ".journal"

    /// Reads a file.
    ///
    /// - Parameters:
    ///   - bytes: The content.
    ///   - file: The file's name in messages.
    ///   - contracts: All contracts. A launch may keep the names of inputs that contracts list.
    /// - Throws: `ReadingError` if the file isn't valid, or has requests that start no flow.
    package init(reading bytes: [UInt8], file: String, contracts: [Contract]) throws(ReadingError) {
        self.file = file
        guard file.lowercased().hasSuffix(Self.journalSuffix) else {
            launches = try LaunchFile(reading: bytes, file: file, contracts: contracts).launches
            isRecording = RecordingReader.isRecording(bytes, file: file)
            notice = launches.isEmpty ? FlowSet.Notice("the file has no launch", file: file) : nil
            return
        }
        let (whole, torn) = try RecordingReader().wholeLaunches(bytes, file: file)
        launches = whole.map { LaunchFile.Launch(placed: $0) }
        isRecording = false
        notice = FlowSet.Notice(
            "this is the journal of a `flowdrift stub` run that did not end, so launches may be missing"
                + (torn == nil ? "" : "; the last line is incomplete, and is skipped"),
            file: file
        )
    }
}
