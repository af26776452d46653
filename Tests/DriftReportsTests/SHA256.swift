import Foundation

/// The digest that a browser computes for a script.
enum SHA256 {
    /// The digest of a text in base64, computed by coreutils.
    static func base64(of text: String) throws -> String {
        let file = FileManager.default.temporaryDirectory.appending(path: "flowdrift-digest-\(UUID().uuidString)")
        try Data(text.utf8).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let (process, output) = (Process(), Pipe())
        process.executableURL = URL(filePath: "/usr/bin/sha256sum")
        process.arguments = [file.path]
        process.standardOutput = output
        try process.run()
        let printed = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self).prefix(64)
        let digits = Array(printed)
        let bytes = stride(from: 0, to: digits.count, by: 2).compactMap {
            UInt8(String(digits[$0..<$0 + 2]), radix: 16)
        }
        return Data(bytes).base64EncodedString()
    }
}
