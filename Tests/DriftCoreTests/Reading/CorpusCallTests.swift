import Foundation
import TestSupport
import Testing

@testable import DriftCore

/// The calls in real flow files are those that an independent reading finds.
struct CorpusCallTests {
    static let corpus = Folders.package.deletingLastPathComponent().appending(path: "shared/corpus")

    static var hasCorpus: Bool { FileManager.default.fileExists(atPath: corpus.path) }

    @Test(
        .enabled(if: hasCorpus, "the folder shared, with real flow files, is missing"),
        .enabled("python3 or PyYAML is missing") { try Self.python(["-c", "import yaml"]).status == 0 }
    )
    func findsWhatPythonFinds() throws {
        let script = Folders.package.appending(path: "Tests/Corpus/calls.py").path
        let (output, status) = try Self.python([script, Self.corpus.path])
        try #require(status == 0, "\(output)")
        let lines = try Self.lines()
        #expect(lines.count > 50)
        #expect(lines.joined(separator: "\n") + "\n" == output)
    }

    /// A line for each call of each flow: the file, the kind, the name, the inputs.
    private static func lines() throws -> [String] {
        let files = try FileManager.default.subpathsOfDirectory(atPath: corpus.path).sorted()
        return files.flatMap { file -> [String] in
            let url = corpus.appending(path: file)
            guard let bytes = try? [UInt8](Data(contentsOf: url)),
                case .flow(let flow)? = try? FlowFileReader().read(bytes, file: file)
            else { return [] }
            return flow.calls.map { call in
                "\(file): \(call.kind.rawValue) \(call.name) [\(call.inputs.joined(separator: ", "))]"
            }
        }
        .sorted {
            Array($0.unicodeScalars.map(\.value)).lexicographicallyPrecedes(Array($1.unicodeScalars.map(\.value)))
        }
    }

    private static func python(_ arguments: [String]) throws -> (output: String, status: Int32) {
        let (process, output) = (Process(), Pipe())
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["python3"] + arguments
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        let bytes = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (String(decoding: bytes, as: UTF8.self), process.terminationStatus)
    }
}
