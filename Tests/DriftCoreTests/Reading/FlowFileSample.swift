import Foundation

@testable import DriftCore

/// Flow files in each format.
enum FlowFileSample {
    /// A configuration as the API returns it, with one input that has a default, and one output.
    static let configuration = """
        {
          "id": "3f0c6c1e-7d6a-4b57-9f21-3f0e4b1c2a90", "name": "Gift Card", "type": "workflow", "version": "3.0",
          "variables": [
            { "name": "Flow.cardIds", "isInput": true, "isOutput": false, "isSecure": true, "isCollection": true,
              "initialValue": { "config": { "emp": { "type": "str_coll" } }, "text": "", "type": "str_coll", "uiMetaData": { "mode": 3 } } },
            { "name": "Flow.amount", "isInput": true,
              "initialValue": { "config": { "lit": {} }, "text": "5", "type": "dec" } },
            { "name": "Flow.blank", "isInput": true, "isOutput": true,
              "initialValue": { "config": { "emp": {} }, "text": "", "type": "str", "uiMetaData": { "mode": 1 } } },
            { "name": "Flow.balance", "isInput": false, "isOutput": true, "initialValue": { "type": "cpx_money", "text": "" } },
            { "name": "State.count", "isInput": false, "isOutput": false }
          ],
          "flowSequenceItemList": [
            { "variables": [{ "name": "State.x", "isInput": true, "initialValue": { "type": "str" } }] }
          ],
          "commonModules": [
            { "model": { "variables": [{ "name": "Common.x", "isInput": true, "initialValue": { "type": "str" } }] } }
          ]
        }
        """

    /// An export of a JSON document: base64 of the percent-encoded document.
    static func export(of json: String) -> String {
        let encoded = json.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
        return Data(encoded.utf8).base64EncodedString()
    }

    /// Archy YAML of a type, with one input.
    static func archy(_ root: String, name: String = "Gift Card", more: String = "") -> String {
        """
        \(root):
          name: \(name)
          division: Home
          variables:
            - stringVariable: { name: Flow.cardId, isInput: true, initialValue: { noValue: true } }
        \(more)
        """
    }
}

extension FlowFile {
    /// The file's content, in a few words.
    var phrase: String {
        switch self {
        case .flow(let flow): "flow \(flow.key): \(Self.list(flow.inputs)) -> \(Self.list(flow.outputs))"
        case .entries(let entries): "entries " + entries.map { "\($0.key) \($0.availability)" }.joined(separator: ", ")
        case .triggers(let triggers): "triggers " + triggers.map(\.name).joined(separator: ", ")
        case .page(let listed, _): listed.phrase
        case .action(let action): "action \(action.name)"
        case .terraform(let export): "terraform " + export.triggers.map(\.trigger.name).joined(separator: ", ")
        case .skipped(let reason): "skipped: \(reason)"
        }
    }

    private static func list(_ variables: [Variable]) -> String {
        variables.map { variable in
            let defaultText = variable.defaultText.map { "=\($0)" } ?? ""
            return "\(variable.name):\(variable.type)\(defaultText)\(variable.isSecure ? " secure" : "")"
        }.joined(separator: ", ")
    }
}
