import StrictJSON

/// Finds out which values the parts of a schema allow.
///
/// Each part is examined only once, even if many references lead to it.
struct SchemaValues {
    private let document: SchemaDocument
    private let keywords: SchemaKeywords
    private var known: [Visit: AllowedValues?] = [:]

    /// How deep nested references are followed; the schemas of real code nest only a few.
    static let depth = 200

    init(_ document: SchemaDocument) {
        self.document = document
        keywords = SchemaKeywords(document)
    }

    /// A part of the schema, examined with or without the elements of its arrays.
    private struct Visit: Hashable {
        let index: Int
        let hasElements: Bool
    }

    /// The values that all the given parts allow.
    ///
    /// - Throws: ``ReadingError`` at the first keyword that isn't understood.
    mutating func values(ofAll parts: [JSONNode]) throws(ReadingError) -> AllowedValues {
        var result = AllowedValues.anything
        for part in parts { result = result.intersection(try values(of: part, 0) ?? .anything) }
        return result
    }

    /// The values that a part allows, or `nil` if the part is already being examined, so that it adds nothing.
    private mutating func values(
        of part: JSONNode,
        elements hasElements: Bool = true,
        _ depth: Int
    ) throws(ReadingError) -> AllowedValues? {
        if let boolean = part.boolean { return boolean ? .anything : .nothing }
        guard part.kind == .object else {
            throw document.error("Expected a schema (an object)", of: part, "write a schema, or {} for any value")
        }
        let visit = Visit(index: part.index, hasElements: hasElements)
        if let answer = known[visit] { return answer }
        known[visit] = .some(nil)
        guard depth < Self.depth else { throw document.tooDeep(part) }
        let result: AllowedValues?
        if part["x-flowdrift-type"] == nil {
            result = try described(part, hasElements, depth)
        } else {
            // The type in `x-flowdrift-type` counts even if the rest of the part can't be understood.
            result = try keywords.named((try? described(part, hasElements, depth)) ?? .anything, in: part)
        }
        known[visit] = .some(result)
        return result
    }

    /// The values that a part allows without regard to `x-flowdrift-type`.
    ///
    /// - Returns: The values, or `nil` if the part only refers back to parts that are being examined.
    private mutating func described(
        _ part: JSONNode,
        _ hasElements: Bool,
        _ depth: Int
    ) throws(ReadingError) -> AllowedValues? {
        try keywords.check(part)
        var result = try keywords.values(of: part)
        if result.arrays != .none, let elements = try elements(of: part, hasElements, depth) {
            result.arrays = elements
        }
        var leadsBack = false
        for group in try groups(of: part) {
            if let values = try union(of: group, hasElements, depth) {
                result = result.intersection(values)
            } else {
                leadsBack = true
            }
        }
        if leadsBack, result == .anything { return nil }
        if part["nullable"]?.boolean == true { result.forms.insert(.null) }
        return result
    }

    /// The schemas that a part refers to, as groups; for a value, at least one schema of each group must hold.
    private func groups(of part: JSONNode) throws(ReadingError) -> [[JSONNode]] {
        var groups: [[JSONNode]] = []
        if let reference = part["$ref"] { groups.append([try document.target(of: reference)]) }
        groups += (part["allOf"]?.elements ?? []).map { [$0] }
        for keyword in ["anyOf", "oneOf"] {
            if let choices = part[keyword]?.elements { groups.append(choices) }
        }
        return groups
    }

    /// The values that at least one of the parts allows, or `nil` if all of them refer back to parts being examined.
    private mutating func union(
        of parts: [JSONNode],
        _ hasElements: Bool,
        _ depth: Int
    ) throws(ReadingError) -> AllowedValues? {
        var result: AllowedValues?
        for part in parts {
            guard let values = try values(of: part, elements: hasElements, depth + 1) else { continue }
            result = result?.union(values) ?? values
        }
        return result
    }

    /// The arrays that a part allows, or `nil` if the part doesn't mention elements.
    ///
    /// A tuple has only the elements that it lists, unless the schema allows more; zod relies on that.
    private mutating func elements(
        of part: JSONNode,
        _ hasElements: Bool,
        _ depth: Int
    ) throws(ReadingError) -> AllowedValues.Arrays? {
        guard hasElements, part.hasAny(of: ["items", "prefixItems"]) else { return nil }
        let isOldTuple = part["items"]?.kind == .array
        let tuple = part["prefixItems"]?.elements ?? (isOldTuple ? part["items"]?.elements : nil) ?? []
        let rest = isOldTuple ? part["additionalItems"] : part["items"]
        // The elements of inner arrays don't matter, since an array of arrays is JSON.
        return try union(of: tuple + [rest].compactMap(\.self), false, depth).map { .of($0) }
    }
}
