import DriftCore
import YAML

/// A value in a configuration: an expression, a literal, a variable, or none.
///
/// Source of the form: read off real exports, where `uiMetaData.mode` is 0 for an expression, 1 for a literal, 2 for
/// a variable picked by name, and 3 for none.
enum ConfigurationValue {
    case expression(String)
    case literal(String, items: JSONValue? = nil)
    case variable(String)
    case none

    /// The value's JSON, without a type: Archy YAML does not say it.
    var json: JSONValue {
        switch self {
        case .expression(let text): Self.json(text, config: Self.isName(text) ? "ref" : "exp", mode: 0)
        case .literal(let text, let items): Self.json(text, config: text.isEmpty ? "emp" : "lit", mode: 1, items: items)
        case .variable(let name): Self.json(name, config: "ref", mode: 2)
        case .none: Self.json("", config: "emp", mode: 3)
        }
    }

    /// The initial value of a variable, which carries the variable's type.
    ///
    /// - Parameter text: The text of the value; nil for none.
    static func initial(_ text: String?, type: DataType) -> Typed {
        Typed(value: text.map { .literal($0) } ?? .none, type: type)
    }

    /// A value that carries its type.
    struct Typed {
        let value: ConfigurationValue
        let type: DataType

        /// The value's JSON.
        var json: JSONValue {
            guard case .object(var members) = value.json else { return value.json }
            members["type"] = .string(type.code)
            members["properties"] = .object([:])
            guard case .object(let config)? = members["config"] else { return .object(members) }
            members["config"] = .object(
                config.mapValues { inner in
                    guard case .object(var inner) = inner else { return inner }
                    inner["type"] = .string(type.code)
                    return .object(inner)
                }
            )
            return .object(members)
        }
    }

    private static func json(_ text: String, config: String, mode: Int, items: JSONValue? = nil) -> JSONValue {
        .members([
            "config": .object([config: .object(["pos": .integer(1), "text": .string(text)])]),
            "text": .string(text),
            "uiMetaData": .object(["mode": .integer(mode)]),
            "metaData": .object([:]),
            "version": .integer(2),
            "properties": items,
        ])
    }

    /// Whether an expression is a name alone, such as `Flow.jsonData.caseId`.
    private static func isName(_ text: String) -> Bool {
        text.unicodeScalars.allSatisfy {
            $0.properties.isAlphabetic || ("0"..."9").contains($0) || $0 == "." || $0 == "_"
        }
    }
}
