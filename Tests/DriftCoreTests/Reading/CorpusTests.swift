import Foundation
import SourceText
import TestSupport
import Testing

@testable import DriftCore

/// Real exports, compared with a list of their declarations that was made by other means.
@Suite(.enabled(if: Folders.isShared("corpus"), "there is no corpus beside the checkout"))
struct CorpusTests {
    struct Row: CustomTestStringConvertible {
        let file: String
        let type: String
        let inputs: String
        var testDescription: String { file }
    }

    private static let folder = Folders.shared.appending(path: "corpus")

    private static func rows() -> [Row] {
        let text = (try? String(contentsOf: folder.appending(path: "INDEX.tsv"), encoding: .utf8)) ?? ""
        return text.split(separator: "\n").dropFirst().map { line in
            let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            let repository = cells[0].split(separator: "/").last.map(String.init) ?? ""
            return Row(file: repository + "/" + cells[1], type: cells[3], inputs: cells[6])
        }
    }

    @Test(arguments: rows())
    func readsTheInputsOfAnExport(_ row: Row) throws {
        let bytes = [UInt8](try Data(contentsOf: Self.folder.appending(path: row.file)))
        guard case .flow(let flow) = try FlowFileReader().read(bytes, file: row.file) else {
            throw ReadingError("it was not read as a flow", at: Place(file: row.file))
        }
        #expect(flow.key.type.name == row.type)
        let expected = row.inputs.split(separator: ", ").map { Self.declaration(String($0)) }.sorted()
        #expect(flow.inputs.map { Self.declaration($0, in: flow) }.sorted() == expected)
    }

    @Test func readsEveryExportOfTheList() {
        #expect(Self.rows().count == 59)
    }

    @Test(arguments: rows())
    func readsAnExportBackFromItsSnapshot(_ row: Row) throws {
        let bytes = [UInt8](try Data(contentsOf: Self.folder.appending(path: row.file)))
        guard case .flow(let flow) = try FlowFileReader().read(bytes, file: row.file) else { return }
        let read = try SnapshotReader(file: "a").flow(Array(SnapshotWriter().text(of: flow).utf8))
        #expect(FlowChange.changes(from: flow, to: read) == [])
    }

    /// A declaration of the list, `Flow.delay:str=lit`, with the type's name instead of its code.
    private static func declaration(_ text: String) -> String {
        let hasDefault = text.contains("=lit")
        let isOutput = text.contains("(io)")
        let parts = text.replacing("=lit", with: "").replacing("(io)", with: "").split(separator: ":").map(String.init)
        let code = DataType(code: parts[1])
        let type = code.kind.isUnknown ? DataType(parts[1]) : code
        return "\(parts[0]):\(type)\(hasDefault ? "=lit" : "")\(isOutput ? "(io)" : "")"
    }

    private static func declaration(_ input: Variable, in flow: Flow) -> String {
        let isOutput = flow.outputs.contains { $0.name == input.name }
        let hasDefault = !(input.defaultText ?? "").isEmpty
        return "\(input.name):\(input.type)\(hasDefault ? "=lit" : "")\(isOutput ? "(io)" : "")"
    }
}
