import SourceText
import StrictJSON

@testable import DriftCore

extension FuzzedReader {
    /// Reads the schema of a launch, exports it, and reads it again; both readings must declare the same.
    func readLaunchSchema(_ bytes: [UInt8]) {
        _ = try? LaunchSchemaReader().inputs(bytes, file: "a.json", pointer: "/$defs/A", scoped: true)
        // References to many overlapping parts would make a long text of a large schema.
        guard bytes.count < 4096, let declared = Self.inputs(bytes) else { return }
        let place = Position(line: 1, column: 1)
        var launch = Contract.Launch(via: .flowExecution, placeOfVia: nil, inputs: [], outputs: [])
        launch.inputs = declared.map { input in
            Contract.Input(
                name: input.name,
                type: Written(input.type, from: place, to: place),
                sent: input.sent,
                payload: input.payload
            )
        }
        let contract = Contract(
            name: "a",
            file: "a.yaml",
            position: place,
            flow: FlowTemplate(type: .workflow, name: "A", position: place, end: place),
            launch: launch,
            triggers: []
        )
        let schema = ContractSchema(of: contract, file: "a.yaml")
        _ = schema.typeScript()
        let text = schema.jsonSchema()
        // The export nests deeper, which JSON may not allow any more.
        guard JSONDocument(reading: Array(text.utf8)).isSound else { return }
        guard let again = Self.inputs(Array(text.utf8)) else { preconditionFailure("not read back: \(text)") }
        precondition(again.map(Self.line) == declared.map(Self.line), "read back otherwise: \(text)")
    }

    private static func inputs(_ bytes: [UInt8]) -> [DeclaredInputs.Input]? {
        try? LaunchSchemaReader().inputs(bytes, file: "a.json", pointer: "", scoped: false).inputs
    }

    private static func line(_ input: DeclaredInputs.Input) -> String {
        "\(input.name.value): \(input.type), \(input.sent.rawValue)"
    }
}
