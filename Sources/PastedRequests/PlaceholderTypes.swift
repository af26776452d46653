/// The types of a template's placeholders, from a data action's input schema if there is one.
///
/// Source: Request configuration for data actions, help.mypurecloud.com: `${input.x}` is filled in as text.
package struct PlaceholderTypes: Sendable {
    package enum Kind: String, Sendable {
        case string, integer, number, boolean, array, object

        package var phrase: String {
            switch self {
            case .string: "a string"
            case .integer: "an integer"
            case .number: "a number"
            case .boolean: "a boolean"
            case .array: "an array"
            case .object: "an object"
            }
        }
    }

    private var inputs: [String: Kind] = [:]

    package init() {}

    package init(inputSchema schema: JSONNode?) {
        for property in schema?["properties"]?.members ?? [] {
            inputs[property.name.text] = property.value["type"].flatMap(Self.kind)
        }
    }

    /// The type in a schema, ignoring null, or `nil` if there isn't exactly one.
    private static func kind(_ node: JSONNode) -> Kind? {
        let names = (node.kind == .array ? node.elements : [node]).map(\.text).filter { $0 != "null" }
        return names.count == 1 ? Kind(rawValue: names[0]) : nil
    }

    /// The type of a placeholder outside quotes, or `nil` if the type is unknown or the node isn't a placeholder.
    package func kind(of node: JSONNode) -> Kind? {
        guard case .placeholder(let text) = node.kind else { return nil }
        if let input = Self.input(in: text) { return inputs[input] }
        let bytes = Array(text.utf8)
        guard bytes.first == UInt8(ascii: "%"), let conversion = PlaceholderScan(bytes).conversion(from: 0),
            conversion.end == bytes.count, conversion.isNumber
        else { return nil }
        return bytes.last == UInt8(ascii: "d") ? .integer : .number
    }

    /// The input of a placeholder, escaped or not: `${input.x}`, `$!input.x`, `$esc.jsonString(${input.x})`.
    package static func input(in text: String) -> String? {
        let reference = /\$!?\{?input\.([A-Za-z_][\w-]*)\}?/
        let escaped = /\$!?\{?esc\.json\w*\(\s*"?(.*?)"?\s*\)\}?/
        let inner = text.wholeMatch(of: escaped).map { String($0.output.1) } ?? text
        return inner.wholeMatch(of: reference).map { String($0.output.1) }
    }

    package var isEmpty: Bool { inputs.isEmpty }

    /// A placeholder in quotes, with the escape that a string needs.
    package func quoted(_ node: JSONNode) -> OrderedJSON {
        let text = node.text
        let isEscaped = text.contains("esc.")
        return .template(kind(of: node) == .string && !isEscaped ? "$esc.jsonString(\(text))" : text)
    }
}
