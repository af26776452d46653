public import Foundation

/// A JSON Schema of draft 07, limited to the keywords under docs/schemas/; any other keyword is a problem.
public struct JSONSchema: Sendable {
    /// The schema as a value.
    public let root: JSONData

    /// Reads a schema.
    public init(contentsOf file: URL) throws {
        root = try JSONData(json: Data(contentsOf: file))
    }

    /// The parts of a value that the schema doesn't allow, each with its path; empty if the schema accepts the value.
    public func problems(in value: JSONData) -> [String] {
        problems(value, root, "")
    }

    /// Keywords that describe and require nothing.
    private static let annotations: Set<String> = [
        "$schema", "$comment", "title", "description", "examples", "definitions",
    ]

    private func problems(_ value: JSONData, _ schema: JSONData, _ path: String) -> [String] {
        guard case .object(let keywords) = schema else {
            return schema == .boolean(true) ? [] : ["\(path): nothing may stand here"]
        }
        let asking = keywords.filter { !Self.annotations.contains($0.key) }
        guard case .string(let reference)? = keywords["$ref"] else {
            return asking.sorted { $0.key < $1.key }.flatMap { keyword, rule in
                broken(keyword, rule, of: keywords, by: value).map { path + $0 }
                    + deeper(keyword, rule, of: keywords, in: value, path)
            }
        }
        guard let target = definition(reference) else { return ["\(path): \(reference) leads nowhere"] }
        // Draft 07 ignores the keywords beside a $ref.
        return (asking.count > 1 ? ["\(path): a keyword beside $ref"] : []) + problems(value, target, path)
    }

    private func definition(_ reference: String) -> JSONData? {
        guard reference.hasPrefix("#/definitions/") else { return nil }
        return root["definitions", String(reference.dropFirst("#/definitions/".count))]
    }

    /// The problem if the value breaks a keyword about the value itself, or an empty array.
    private func broken(
        _ keyword: String,
        _ rule: JSONData,
        of schema: [String: JSONData],
        by value: JSONData
    )
        -> [String]
    {
        let isKept: Bool
        switch (keyword, rule, value) {
        case ("type", .array(let names), _): isKept = names.contains { value.isOf($0) }
        case ("type", _, _): isKept = value.isOf(rule)
        case ("const", _, _): isKept = value == rule
        case ("enum", .array(let values), _): isKept = values.contains(value)
        case ("anyOf", .array(let choices), _): isKept = choices.contains { problems(value, $0, "").isEmpty }
        case ("not", _, _): isKept = !problems(value, rule, "").isEmpty
        case ("required", _, .object(let members)): isKept = rule.strings?.allSatisfy { members[$0] != nil } ?? false
        case ("minProperties", .number(let least), .object(let members)): isKept = Double(members.count) >= least
        case ("minItems", .number(let least), .array(let items)): isKept = Double(items.count) >= least
        case ("minLength", .number(let least), .string(let text)): isKept = Double(text.unicodeScalars.count) >= least
        case ("minimum", .number(let least), .number(let number)): isKept = number >= least
        case ("pattern", .string(let pattern), .string(let text)):
            isKept = (try? Regex(pattern).matchingSemantics(.unicodeScalar).firstMatch(in: text)) != nil
        case ("required", _, _), ("minProperties", _, _), ("minItems", _, _), ("minLength", _, _), ("minimum", _, _),
            ("pattern", _, _), ("properties", _, _), ("additionalProperties", _, _), ("propertyNames", _, _),
            ("items", _, _):
            isKept = true
        default: return [": the checker does not know \(keyword)"]
        }
        return isKept ? [] : [": does not keep to \(keyword) \(rule)"]
    }

    /// The problems of the value's content with a keyword about that content.
    private func deeper(
        _ keyword: String,
        _ rule: JSONData,
        of schema: [String: JSONData],
        in value: JSONData,
        _ path: String
    ) -> [String] {
        switch (keyword, value) {
        case ("items", .array(let items)):
            return items.enumerated().flatMap { problems($1, rule, "\(path)/\($0)") }
        case ("propertyNames", .object(let members)):
            return members.keys.sorted().flatMap { problems(.string($0), rule, "\(path)/\($0)") }
        case ("properties", .object(let members)):
            return members.sorted { $0.key < $1.key }.flatMap { key, member in
                rule[key].map { problems(member, $0, "\(path)/\(key)") } ?? []
            }
        case ("additionalProperties", .object(let members)):
            return members.sorted { $0.key < $1.key }.flatMap { key, member in
                schema["properties"]?[key] == nil ? problems(member, rule, "\(path)/\(key)") : []
            }
        default: return []
        }
    }
}

extension JSONData {
    /// Whether the value is of a type in a schema.
    fileprivate func isOf(_ type: JSONData) -> Bool {
        switch (type, self) {
        case (.string("null"), .null), (.string("boolean"), .boolean), (.string("number"), .number),
            (.string("string"), .string), (.string("array"), .array), (.string("object"), .object):
            true
        case (.string("integer"), .number(let number)): number == number.rounded()
        default: false
        }
    }
}
