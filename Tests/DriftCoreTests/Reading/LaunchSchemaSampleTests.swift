import Foundation
import SourceText
import TestSupport
import Testing

@testable import DriftCore

/// Schemas as pydantic wrote them, and as zod's documentation shows them.
struct LaunchSchemaSampleTests {
    private static let folder = Folders.package.appending(path: "Tests/Schema/samples")

    /// The result of reading each file of a folder: its inputs, or the error.
    private static func readings(in library: String) throws -> String {
        let folder = Self.folder.appending(path: library)
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".json") }
        return try files.sorted().map { file in
            let bytes = try [UInt8](Data(contentsOf: folder.appending(path: file)))
            return "\(file)\n" + reading(bytes, file).map { "  \($0)\n" }.joined()
        }
        .joined(separator: "\n")
    }

    private static func reading(_ bytes: [UInt8], _ file: String) -> [String] {
        do throws(ReadingError) {
            let declared = try LaunchSchemaReader().inputs(bytes, file: file, pointer: "", scoped: true)
            return declared.inputs.map(\.line) + (declared.allowsOthers ? ["others"] : [])
        } catch {
            return ["error: \(error)"]
        }
    }

    @Test(arguments: ["pydantic", "zod"])
    func readsWhatLibrariesWrite(_ library: String) throws {
        let golden = Self.folder.appending(path: "\(library)/inputs.txt")
        try expectGolden(try Self.readings(in: library), at: golden)
    }

    @Test(arguments: [
        ("pydantic/envelope-base.json", "/properties/inputData", ["Flow.callerNumber: string, always"]),
        (
            "pydantic/several.json", "/$defs/Derived",
            ["Flow.callerNumber: string, always", "Flow.priority: integer, always"]
        ),
        ("zod/zod3.json", "/definitions/Launch", nil),
    ])
    func readsPartsOfThem(_ file: String, _ pointer: String, _ lines: [String]?) throws {
        let text = try String(contentsOf: Self.folder.appending(path: file), encoding: .utf8)
        let read = try LaunchSchema.lines(text, at: pointer)
        #expect(try read == lines ?? LaunchSchema.lines(text))
    }
}
