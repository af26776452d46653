import Foundation
import GenesysStub
import StrictJSON

@testable import DriftCore

enum Fixture {
    /// An org of `count` workflows with one input each; every tenth is in the division Sales.
    static func org(flows count: Int, triggers: Int = 0) -> StubOrg {
        let flows = (0..<count).map { number in
            StubFlow(
                Flow(
                    key: FlowKey(type: .workflow, name: "Flow \(number)"),
                    division: number.isMultiple(of: 10) ? "Sales" : "Home",
                    publishedVersion: "\(number % 7 + 1).0",
                    inputs: [Variable(name: "Flow.id", type: DataType(.string))]
                )
            )
        }
        let listed = (0..<triggers).map { number in
            StubTrigger(trigger("Trigger \(number)", isEnabled: !number.isMultiple(of: 3)), targetID: flows.first?.id)
        }
        return StubOrg(flows: flows, triggers: listed)
    }

    static func trigger(_ name: String, topic: String? = "v2.calls.{id}.end", isEnabled: Bool = true) -> Trigger {
        Trigger(
            name: name,
            topic: topic,
            dataFormat: .json,
            isEnabled: isEnabled,
            match: [Criterion(jsonPath: "mediaType", comparison: "Equal", operand: .value(.string("VOICE")))],
            eventTTLSeconds: 60
        )
    }

    /// The org of a folder with the given files.
    static func org(_ files: [String: String], substitutions: [String: String] = [:]) throws -> (StubOrg, FlowSet) {
        try org(bytes: files.mapValues { Array($0.utf8) }, substitutions: substitutions)
    }

    static func org(bytes files: [String: [UInt8]], substitutions: [String: String] = [:]) throws -> (StubOrg, FlowSet)
    {
        let reader = FlowFileReader(substitutions: substitutions)
        var builder = FlowSetBuilder()
        for (file, bytes) in files.sorted(by: { $0.key < $1.key }) {
            builder.add(try reader.read(bytes, file: file), from: file)
        }
        let set = builder.flowSet()
        return (try StubOrg(set, files: files, reader: reader), set)
    }

    /// A text in the encoding of `.i3*` exports.
    static func export(_ json: String) -> String {
        let text = json.utf8.map { byte in
            let digits = String(byte, radix: 16, uppercase: true)
            return digits.count == 1 ? "%0" + digits : "%" + digits
        }
        return Data(text.joined().utf8).base64EncodedString()
    }
}

extension Variable {
    /// The declaration without its place.
    var unplaced: Variable {
        var copy = self
        copy.position = nil
        return copy
    }
}

extension ModuleCopy {
    /// The copy without the places of its variables.
    var unplaced: ModuleCopy {
        ModuleCopy(name: name, inputs: inputs.map(\.unplaced), outputs: outputs.map(\.unplaced))
    }
}
