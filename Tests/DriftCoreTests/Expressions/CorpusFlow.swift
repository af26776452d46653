import Foundation
import TestSupport

@testable import DriftCore

/// A file of a real flow.
struct CorpusFlow: Sendable, CustomStringConvertible {
    /// The path below the corpus.
    let description: String

    /// The folder of real flows, next to the package.
    static let folder = Folders.shared.appending(path: "corpus")

    static var isPresent: Bool { Folders.isShared("corpus") }

    /// Every file that holds a flow, in order of path, or empty if there is no corpus.
    static func all() throws -> [CorpusFlow] {
        guard isPresent else { return [] }
        return try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted()
            .filter { $0.hasSuffix(".yaml") || $0.contains(".i3") }
            .map(CorpusFlow.init)
    }

    func bytes() throws -> [UInt8] {
        [UInt8](try Data(contentsOf: Self.folder.appending(path: description)))
    }

    /// The flow, or `nil` if the file holds none.
    func flow() throws -> Flow? {
        guard case .flow(let flow) = try FlowFileReader().read(bytes(), file: description) else { return nil }
        return flow
    }
}
