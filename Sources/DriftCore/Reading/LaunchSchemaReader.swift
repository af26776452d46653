import StrictJSON

/// Reads the JSON Schema of the inputs that some code sends: drafts 04 to 2020-12.
///
/// | schema | input |
/// |---|---|
/// | `type` of string, integer, number, boolean | string, integer, decimal, boolean |
/// | `format` of date-time, date, time, duration | dateTime, date, time, duration; any other format is string |
/// | an array of one of these | a collection |
/// | an object; an array of objects or of arrays; a choice between these | `json`, one value |
/// | number or string, as libraries write a decimal | decimal |
/// | `const`, `enum` | the type of the values |
/// | `x-flowdrift-type` | the type that it names |
/// | `required`, and not null | `sent: always`; anything else is `sometimes` |
///
/// The reader follows references within the file, and `allOf`. Null counts as not sent, so a property that can only be
/// null isn't an input. A property whose type isn't clear is an error.
public struct LaunchSchemaReader: Sendable {
    /// Makes a reader.
    public init() {}

    /// Reads the inputs of a launch.
    ///
    /// - Parameters:
    ///   - bytes: The file's bytes.
    ///   - file: The file's name, for messages.
    ///   - pointer: The JSON pointer to the schema in the file; empty for the whole file.
    ///   - isScoped: Whether each input needs a scope, as in `Flow.x`; the members of a webhook's body have no scope.
    /// - Returns: The inputs, in the order of the file.
    /// - Throws: ``ReadingError`` at the first keyword that doesn't describe inputs.
    public func inputs(
        _ bytes: [UInt8],
        file: String,
        pointer: String,
        scoped isScoped: Bool
    ) throws(ReadingError) -> DeclaredInputs {
        let document = try SchemaDocument(bytes, file: file)
        let properties = try InputProperties(document.part(at: pointer), in: document)
        var reader = PropertyReader(document, properties, isScoped: isScoped)
        var inputs: [DeclaredInputs.Input] = []
        for property in properties.properties {
            if let input = try reader.input(property) { inputs.append(input) }
        }
        return DeclaredInputs(file: file, inputs: inputs, allowsOthers: properties.allowsOthers)
    }
}

/// Reads the properties of one schema as inputs.
private struct PropertyReader {
    private let document: SchemaDocument
    private let properties: InputProperties
    private let isScoped: Bool
    private var values: SchemaValues
    private var spellings: [String: JSONNode] = [:]

    /// The whole file as a value, which the references of JSON inputs start from.
    private lazy var root = JSONValue(document.root)

    init(_ document: SchemaDocument, _ properties: InputProperties, isScoped: Bool) {
        self.document = document
        self.properties = properties
        self.isScoped = isScoped
        values = SchemaValues(document)
    }

    /// The input of a property, or `nil` for a property that can only be null.
    mutating func input(_ property: InputProperties.Property) throws(ReadingError) -> DeclaredInputs.Input? {
        let allowed = try values.values(ofAll: property.parts)
        let type: DataType
        switch allowed.inputType {
        case .none: return nil
        case .type(let known):
            try check(property)
            type = known
        case let unclear:
            try check(property)
            throw error(unclear, of: property)
        }
        let name = property.name
        let isAlways = properties.required[name.text] != nil && !allowed.allowsNull
        return DeclaredInputs.Input(
            name: Written(name.text, from: name.position, to: name.end),
            type: type,
            sent: isAlways ? .always : .sometimes,
            payload: type == DataType(.json) ? payload(of: property) : nil
        )
    }

    private mutating func payload(of property: InputProperties.Property) -> PayloadSchema {
        let parts = property.parts.map { JSONValue($0) }
        return PayloadSchema(root, at: parts.count == 1 ? parts[0] : .object(["allOf": .array(parts)]))
    }

    /// Checks the name of an input.
    private mutating func check(_ property: InputProperties.Property) throws(ReadingError) {
        let name = property.name.text
        if isScoped, !VariableName.isScoped(name) {
            if let inputs = properties.properties.first(where: { $0.name.text == "inputData" }) { throw isBody(inputs) }
            throw document.error(
                "Property '\(Shown.text(name))' has no scope such as 'Flow.' before its name, so it fills no input",
                of: property.parts[0],
                at: property.name,
                "give the property the name or alias 'Flow.\(Shown.text(name))'"
            )
        }
        guard let first = spellings.updateValue(property.name, forKey: name.lowercased()) else { return }
        throw document.error(
            "Properties '\(Shown.text(first.text))' and '\(Shown.text(name))' differ only in letter case",
            of: property.parts[0],
            at: property.name,
            "keep only the property that the code sends"
        )
    }

    private func isBody(_ property: InputProperties.Property) -> ReadingError {
        document.error(
            "The schema describes the whole body of a launch, not only the inputs",
            of: property.parts[0],
            at: property.name,
            "select only inputData: write '\(document.pointer(to: property.parts[0]))' after the file's name"
        )
    }

    /// The error of a property whose type isn't clear.
    private func error(_ type: AllowedValues.InputType, of property: InputProperties.Property) -> ReadingError {
        let name = Shown.text(property.name.text)
        let choose = "allow only one type, or name the input's type in 'x-flowdrift-type'"
        let (problem, fix): (String, String) =
            switch type {
            case .several(let names):
                ("The type of property '\(name)' may be \(names.joined(separator: " or "))", choose)
            case .severalElements(let names):
                ("The type of the elements of '\(name)' may be \(names.joined(separator: " or "))", choose)
            case .unsaidElements:
                ("The elements of '\(name)' have no type", "add 'type' under 'items', or write \(Self.anyJSON)")
            case .noElements: ("Array '\(name)' can have no elements", "allow elements of one type under 'items'")
            case .type, .none, .unsaid:
                ("Property '\(name)' has no type", "add 'type', or write \(Self.anyJSON) for any JSON")
            }
        let (part, place) = cause(in: property)
        return document.error(problem, of: part, at: place, fix)
    }

    private static let anyJSON = "\"x-flowdrift-type\": \"json\""

    /// The part that makes the type unclear: a keyword's value, or the property itself; with the node of its name.
    private func cause(in property: InputProperties.Property) -> (part: JSONNode, name: JSONNode) {
        var part = property.parts[0]
        for _ in 0..<SchemaValues.depth {
            let keywords = ["anyOf", "oneOf", "type", "enum", "const", "prefixItems", "items"]
            if let keyword = keywords.first(where: { part[$0] != nil }), let name = part.name(of: keyword) {
                return (part[keyword] ?? part, name)
            }
            guard let reference = part["$ref"], let target = try? document.target(of: reference) else { break }
            part = target
        }
        return (property.parts[0], property.name)
    }
}
