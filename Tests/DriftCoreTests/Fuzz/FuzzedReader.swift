import Foundation
import PastedRequests
import SourceText
import YAML

@testable import DriftCore

/// A reader that gets any bytes: it ends soon, and returns a value or says what is wrong.
///
/// If there is a writer, the value is written and read again, and must be the same.
enum FuzzedReader: String, CaseIterable {
    case yaml
    case contract
    case settings
    case snapshot
    case flowYAML = "flow-yaml"
    case export = "i3"
    case configuration
    case json
    case curl
    case expression
    case plan
    case answers
    case recording
    case launchSchema = "launch-schema"
    case source

    func read(_ bytes: [UInt8]) {
        switch self {
        case .yaml: readYAML(bytes)
        case .contract: _ = try? ContractReader().contract(bytes, file: "a.yaml")
        case .settings: _ = try? SettingsReader().settings(bytes, file: "flowdrift.yaml", today: Day("2026-11-20"))
        case .snapshot: readSnapshot(bytes)
        case .flowYAML: _ = try? FlowFileReader(substitutions: ["name": "x"]).read(bytes, file: "a.yaml")
        case .export: readExport(bytes)
        case .configuration: readConfiguration(bytes)
        case .json: readJSON(bytes)
        case .curl: readRequest(bytes)
        case .expression: _ = ExpressionReader.uses(in: String(decoding: bytes, as: UTF8.self))
        case .plan: _ = try? TerraformReader(file: "plan.json").read(bytes)
        case .answers: readAnswer(bytes)
        case .recording: readRecording(bytes)
        case .launchSchema: readLaunchSchema(bytes)
        case .source: readSource(bytes)
        }
    }

    private func readYAML(_ bytes: [UInt8]) {
        guard let root = try? YAMLDocument(parsing: bytes).root else { return }
        precondition(root.position <= root.end)
        walk(root)
    }

    private func walk(_ node: YAMLNode) {
        _ = (node.text, node.scalar)
        for entry in node.entries {
            walk(entry.key)
            walk(entry.value)
        }
        for element in node.elements { walk(element) }
    }

    private func readSnapshot(_ bytes: [UInt8]) {
        let (reader, writer) = (SnapshotReader(file: "a.yaml"), SnapshotWriter())
        _ = try? reader.index(bytes)
        _ = try? reader.entry(bytes, path: "index/workflow/a.yaml")
        _ = try? reader.topics(bytes)
        if let triggers = try? reader.triggers(bytes) {
            let text = writer.text(ofStrayTriggers: triggers)
            let again = try? reader.triggers(Array(text.utf8)).map(\.canonical)
            let sorted = triggers.map(\.canonical).sorted(by: Trigger.areInOrder)
            precondition(again == sorted, "triggers read back otherwise: \(text)")
        }
        guard let flow = try? reader.flow(bytes) else { return }
        let text = writer.text(of: flow)
        guard let again = try? reader.flow(Array(text.utf8)) else { preconditionFailure("not read back: \(text)") }
        precondition(FlowChange.changes(from: flow, to: again).isEmpty, "read back otherwise: \(text)")
        precondition(writer.text(of: again) == text, "written otherwise: \(text)")
    }

    private func readExport(_ bytes: [UInt8]) {
        let reader = FlowFileReader()
        _ = try? reader.read(bytes, file: "a.i3WorkFlow")
        // Also as the content of an export, because few random changes of base64 give anything readable.
        _ = try? reader.read([UInt8](Data(bytes).base64EncodedData()), file: "a.i3WorkFlow")
    }

    private func readConfiguration(_ bytes: [UInt8]) {
        _ = try? FlowFileReader().read(bytes, file: "a.json")
        let entry = FlowEntry(key: FlowKey(type: .workflow, name: "A"))
        _ = try? PlatformPageReader(source: "GET /x").flow(configuration: bytes, of: entry)
    }

    private func readAnswer(_ bytes: [UInt8]) {
        let reader = PlatformPageReader(source: "GET /x")
        _ = try? reader.flows(bytes)
        _ = try? reader.triggers(bytes)
        _ = try? reader.flow(bytes)
        _ = try? TopicSchemas(answer: bytes, source: "GET /x")
        let answer = ErrorAnswerReader().read(bytes)
        precondition(answer.message.map { $0.position <= $0.end } ?? true)
    }
}
