import DriftCore
import StrictJSON

/// A value in a configuration: an expression, a literal, a variable, or none.
///
/// Source of the form: real exports, where `uiMetaData.mode` is 0 for an expression, 1 for a literal, 2 for a variable
/// picked by name, and 3 for none.
enum ConfigurationValue {
    case expression(String)
    case literal(String)
    case variable(String)
    case none

    /// The value's JSON if its type is unknown.
    var json: JSONValue { json(of: DataType(.string)) }

    func json(of type: DataType) -> JSONValue {
        let (text, kind, mode) = parts
        let type = JSONValue.string(type.code)
        return .object([
            "config": .object([kind: .object(["pos": .integer(1), "text": .string(text), "type": type])]),
            "text": .string(text),
            "type": type,
            "uiMetaData": .object(["mode": .integer(mode)]),
            "metaData": .object([:]),
            "version": .integer(2),
        ])
    }

    private var parts: (text: String, kind: String, mode: Int) {
        switch self {
        case .expression(let text): (text, "exp", 0)
        case .literal(let text): (text, "lit", 1)
        case .variable(let name): (name, "ref", 2)
        case .none: ("", "emp", 3)
        }
    }
}
