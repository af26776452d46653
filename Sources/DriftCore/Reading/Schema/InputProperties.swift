import StrictJSON

/// The properties of the object that a launch sends, collected from all parts of its schema.
struct InputProperties {
    private let document: SchemaDocument

    /// The properties in order, each with all schemas that its value must match.
    private(set) var properties: [Property] = []

    /// The required names, each with its element of a `required` array.
    private(set) var required: [String: JSONNode] = [:]

    private var hasProperties = false
    private var isOpen = false
    private var isClosed = false
    private var places: [String: Int] = [:]
    private var seen: Set<Int> = []

    /// A property of the schema.
    struct Property {
        /// The node of the property's name, where the schema has the name first.
        let name: JSONNode

        /// The schemas that the property's value must match, all of them.
        var parts: [JSONNode]
    }

    /// Whether the schema explicitly allows names that it doesn't list.
    var allowsOthers: Bool { isOpen && !isClosed }

    /// Collects the properties of a part, which must describe an object.
    ///
    /// - Throws: ``ReadingError`` if the part doesn't describe an object, or if its properties depend on each other.
    init(_ part: JSONNode, in document: SchemaDocument) throws(ReadingError) {
        self.document = document
        try add(part, depth: 0)
        guard hasProperties else {
            let others = document.candidates.filter { $0.index != part.index }.map(document.pointer)
            throw document.error(
                "The schema has no properties",
                of: part,
                others.isEmpty
                    ? "list the inputs under 'properties'"
                    : "select the part that describes inputData, one of \(others.prefix(12).joined(separator: ", "))"
            )
        }
        try checkRequired()
    }

    /// Checks that each required name is a property; with a misspelt name, an input wouldn't be `sent: always`.
    private func checkRequired() throws(ReadingError) {
        let missing = required.filter { places[$0.key] == nil }.map(\.value)
        guard let missing = missing.min(by: { $0.index < $1.index }) else { return }
        let name = missing.text
        let near = NearName.best(for: name, among: properties.map(\.name.text))
        throw document.error(
            "'\(Shown.text(name))' is in 'required', but not in 'properties'",
            of: missing,
            near.map { "did you mean '\(Shown.text($0))'?" } ?? "describe the property under 'properties'"
        )
    }
}

extension InputProperties {
    private mutating func add(_ part: JSONNode, depth: Int) throws(ReadingError) {
        guard seen.insert(part.index).inserted else { return }
        guard depth < SchemaValues.depth else { throw document.tooDeep(part) }
        guard part.kind == .object else {
            throw document.error(
                "Expected the schema of an object",
                of: part,
                "describe the object that is sent as inputData"
            )
        }
        try checkIsObject(part)
        try SchemaKeywords(document).check(part)
        try checkConditions(part)
        for member in part.members {
            switch member.name.text {
            case "properties": try addProperties(member.value)
            case "required": try addRequired(member.value)
            case "$ref": try add(document.target(of: member.value), depth: depth + 1)
            case "allOf": for part in member.value.elements { try add(part, depth: depth + 1) }
            case "additionalProperties", "unevaluatedProperties":
                if member.value.allowsNothing { isClosed = true } else { isOpen = true }
            case "patternProperties": isOpen = isOpen || !member.value.members.isEmpty
            default: break
            }
        }
    }

    private mutating func addProperties(_ map: JSONNode) throws(ReadingError) {
        hasProperties = true
        var names: Set<String> = []
        for member in map.members {
            let (name, part) = (member.name, member.value)
            guard names.insert(name.text).inserted else {
                throw document.error(
                    "Property '\(Shown.text(name.text))' is declared twice",
                    of: part,
                    at: name,
                    "keep only one of the two"
                )
            }
            if let place = places[name.text] {
                properties[place].parts.append(part)
            } else {
                places[name.text] = properties.count
                properties.append(Property(name: name, parts: [part]))
            }
        }
    }

    private mutating func addRequired(_ list: JSONNode) throws(ReadingError) {
        guard list.kind == .array, list.elements.allSatisfy({ $0.string != nil }) else {
            throw document.error(
                "'required' must be an array of names",
                of: list,
                "write an array such as [\"Flow.x\"]"
            )
        }
        for name in list.elements where required[name.text] == nil { required[name.text] = name }
    }

    /// Checks that the values are objects and never null, since a launch without inputs sends `{}`.
    private func checkIsObject(_ part: JSONNode) throws(ReadingError) {
        if let nullable = part["nullable"], nullable.boolean == true { throw isNullable(nullable) }
        guard let type = part["type"] else { return }
        let types = type.kind == .array ? type.elements : [type]
        if types.contains(where: { $0.text == "object" }), types.count == 1 { return }
        if types.contains(where: { $0.text == "object" }), types.contains(where: { $0.text == "null" }) {
            throw isNullable(type)
        }
        let names = types.map { Shown.text($0.text) }.joined(separator: " or ")
        throw document.error(
            "The schema describes \(names), but a launch sends an object",
            of: type,
            "select the part that describes inputData: write its pointer after '#' in the file's name"
        )
    }

    private func isNullable(_ part: JSONNode) -> ReadingError {
        document.error(
            "The schema allows null, but a launch sends an object",
            of: part,
            "allow only the object; a launch without inputs sends {}"
        )
    }

    /// Checks that no property depends on a choice or a condition.
    ///
    /// A choice between lists of required names is allowed; then each of these inputs is `sent: sometimes`.
    private func checkConditions(_ part: JSONNode) throws(ReadingError) {
        for keyword in ["anyOf", "oneOf"] {
            guard let choices = part[keyword], !choices.elements.allSatisfy({ onlyRequires($0) }) else { continue }
            if choices.elements.contains(where: { $0["type"]?.text == "null" }) { throw isNullable(choices) }
            throw document.error(
                "The schema describes several objects, but a launch sends one",
                of: choices,
                "describe one object with all properties, or select one: \(document.pointer(to: choices.elements[0]))"
            )
        }
        let dependent = ["dependentSchemas", "dependencies"].compactMap { part[$0] }.flatMap(\.members).map(\.value)
        for condition in ["then", "else"].compactMap({ part[$0] }) + dependent where !onlyRequires(condition) {
            throw document.error(
                "The schema's properties depend on a condition",
                of: condition,
                "list all properties under 'properties'"
            )
        }
    }

    /// Whether a part only says which names must or must not be there.
    private func onlyRequires(_ part: JSONNode) -> Bool {
        guard part.kind == .object else { return part.kind == .boolean || part.kind == .array }
        let harmless: Set<String> = ["required", "not", "title", "description", "$comment"]
        return part.members.allSatisfy { harmless.contains($0.name.text) }
    }
}
