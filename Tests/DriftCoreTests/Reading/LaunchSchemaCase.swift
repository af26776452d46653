import SourceText
import Testing

@testable import DriftCore

/// A JSON Schema of a launch, and how it's read.
enum LaunchSchema {
    /// Reads a schema.
    static func inputs(_ text: String, at pointer: String = "", scoped: Bool = true) throws -> DeclaredInputs {
        try LaunchSchemaReader().inputs(Array(text.utf8), file: "s.json", pointer: pointer, scoped: scoped)
    }

    /// The inputs of a schema, each on a line: `Flow.x: string, always`.
    static func lines(_ text: String, at pointer: String = "", scoped: Bool = true) throws -> [String] {
        try inputs(text, at: pointer, scoped: scoped).inputs.map(\.line)
    }

    /// The input of a schema with a single required property, as `string, always`.
    static func type(_ property: String, definitions: String = "{}") throws -> String {
        let text = """
            {"type": "object", "properties": {"Flow.x": \(property)}, "required": ["Flow.x"], "$defs": \(definitions)}
            """
        return try lines(text).map { String($0.dropFirst("Flow.x: ".count)) }.joined(separator: "; ")
    }

    /// The error of a schema, or `nil` if it can be read.
    static func error(_ text: String, at pointer: String = "", scoped: Bool = true) -> String? {
        ReadingCase(text, "").thrown { bytes throws(ReadingError) in
            try LaunchSchemaReader().inputs(bytes, file: "s.json", pointer: pointer, scoped: scoped)
        }
    }

    /// The error of a schema with a single property.
    static func error(ofProperty property: String, definitions: String = "{}") -> String? {
        error(#"{"$defs": \#(definitions), "properties": {"Flow.x": \#(property)}}"#)
    }
}

extension DeclaredInputs.Input {
    /// The input as tests compare it: `Flow.x: string, always`.
    var line: String { "\(name.value): \(type), \(sent.rawValue)" }
}
