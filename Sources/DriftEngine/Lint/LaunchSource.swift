package import DriftCore

/// A file with launches.
package struct LaunchSource: Sendable {
    /// The file's name in messages.
    package let file: String

    /// The launches in order.
    package let launches: [LaunchFile.Launch]

    /// Whether it's a recording of the stub server that a contract can list; a journal isn't, as it is temporary.
    package var isRecording: Bool

    /// What to say about it, or `nil` if there is nothing to say.
    package let notice: FlowSet.Notice?

    /// The end of the names of journals, which the stub server keeps while it records.
    private static let journalSuffix = ".journal"

    /// Reads a file.
    ///
    /// - Parameters:
    ///   - bytes: The content.
    ///   - file: The file's name in messages.
    ///   - contracts: All contracts, whose names may be kept.
    /// - Throws: `ReadingError` if the file isn't valid, or holds requests that start no flow.
    package init(reading bytes: [UInt8], file: String, contracts: [Contract]) throws(ReadingError) {
        self.file = file
        guard file.lowercased().hasSuffix(Self.journalSuffix) else {
            launches = try LaunchFile(reading: bytes, file: file, contracts: contracts).launches
            isRecording = RecordingReader.isRecording(bytes, file: file)
            notice = launches.isEmpty ? FlowSet.Notice("the recording holds no launch", file: file) : nil
            return
        }
        let (whole, torn) = try RecordingReader().wholeLaunches(bytes, file: file)
        launches = whole.map { LaunchFile.Launch(placed: $0) }
        isRecording = false
        notice = FlowSet.Notice(
            "this is the journal of a run that didn't end, so launches may be missing"
                + (torn == nil ? "" : "; its last line is cut off, and is skipped"),
            file: file
        )
    }
}
