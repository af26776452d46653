import SourceText

@testable import DriftCore

extension FuzzedReader {
    /// Reads a recording as a whole and as the journal of a killed run, and then as any file with launches.
    func readRecording(_ bytes: [UInt8]) {
        _ = RecordingReader.isRecording(bytes, file: "a.ndjson")
        if let (launches, torn) = try? RecordingReader().wholeLaunches(bytes, file: "a.ndjson") {
            let whole = try? RecordingReader().launches(bytes, file: "a.ndjson")
            precondition((whole == nil) == (torn != nil))
            check(launches)
        }
        guard let file = try? LaunchFile(reading: bytes, file: "a.json", contracts: []) else { return }
        let launches = file.launches.map(\.placed)
        check(launches)
        _ = try? LaunchedInputs(merging: launches, of: nil)
    }

    /// Writes launches, reads them back, and expects the same text when they are written again.
    private func check(_ launches: [PlacedLaunch]) {
        let text = RecordingWriter().text(of: launches.map(\.launch))
        guard let again = try? RecordingReader().launches(Array(text.utf8), file: "b.ndjson") else {
            preconditionFailure("not read back: \(text)")
        }
        let rewritten = RecordingWriter().text(of: again.map(\.launch))
        precondition(Array(rewritten.utf8) == Array(text.utf8), "written otherwise: \(text)")
    }
}
