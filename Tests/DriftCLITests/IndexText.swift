import DriftCore
import DriftEngine
import Foundation
import TestSupport
import Testing

@testable import DriftCLI

extension TemporaryFolder {
    /// The texts of all files of an environment's index, one after another.
    func index(of environment: String = "prod") throws -> String {
        let folder = "snapshots/\(environment)/index"
        return try tree().filter { $0.key == folder + ".yaml" || $0.key.hasPrefix(folder + "/") }
            .sorted { $0.key < $1.key }.map(\.value).joined()
    }

    /// Whether a file is of an environment's index.
    static func isOfIndex(_ file: String) -> Bool { file.hasSuffix("/index.yaml") || file.contains("/index/") }

    /// Replaces a text in each file of an environment's index.
    func editIndex(of environment: String = "prod", _ old: String, _ new: String) throws {
        try #require(index(of: environment).contains(old), "'\(old)' is not in the index")
        for (file, text) in try tree() where Self.isOfIndex(file) && file.hasPrefix("snapshots/\(environment)/") {
            try write(text.replacing(old, with: new), to: file)
        }
    }

    /// Writes the index as versions before 0.2 did: a line for each flow in `index.yaml`.
    ///
    /// - Parameters:
    ///   - environment: The environment.
    ///   - hasDigests: Whether it has the digests of `triggers.yaml` and `topics.yaml`.
    /// - Throws: An error if a file can't be read or written.
    func ageIndex(of environment: String = "prod", hasDigests: Bool = true) throws {
        let folder = "snapshots/\(environment)"
        let index = try SnapshotSource(folder: folder, of: DiskFiles(context: .of(self))).index()
        var lines = ["# Written by flowdrift snapshot. Do not edit.", "flowdrift: 1"]
        if index.hasNoTriggers { lines.append("triggers: none") }
        for (key, names) in [("triggers", index.triggers.events), ("scheduledTriggers", index.triggers.scheduled)]
        where !names.isEmpty {
            lines += [key + ":"] + names.sorted { $0.key < $1.key }.map { "  \($0.key): \($0.value)" }
        }
        if hasDigests {
            let digests = (index.files ?? [:]).sorted { $0.key < $1.key }.map { "\($0.key): \"\($0.value)\"" }
            lines.append(digests.isEmpty ? "files: {}" : "files: { \(digests.joined(separator: ", ")) }")
        }
        lines.append("flows:")
        for flow in index.flows {
            let id = flow.entry.id.map { "id: \($0.text), " } ?? ""
            let version = flow.entry.publishedVersion.map { "version: \"\($0)\", " } ?? ""
            lines.append(
                "  \(flow.entry.key): "
                    + "{ \(id)\(version)file: \(flow.file), digest: \"\(flow.digest)\", reader: \(flow.reader) }"
            )
        }
        for file in try tree().keys where file.hasPrefix(folder + "/index/") { try remove(file) }
        try FileManager.default.removeItem(atPath: path + "/" + folder + "/index")
        try write(lines.joined(separator: "\n") + "\n", to: folder + "/index.yaml")
    }
}
