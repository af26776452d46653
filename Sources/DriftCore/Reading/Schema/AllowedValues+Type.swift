extension AllowedValues {
    /// The type that an input with these values has, or why it has none.
    enum InputType: Hashable {
        case type(DataType)

        /// The only value is null, which counts as not sent.
        case none

        /// The schema doesn't say the type.
        case unsaid

        /// The schema doesn't say the type of an array's elements.
        case unsaidElements

        /// An array that is always empty.
        case noElements

        /// Values of several types, with their names.
        case several([String])

        /// An array of elements of several types, with their names.
        case severalElements([String])
    }

    /// The type of an input with these values; null doesn't count.
    ///
    /// An array of strings, numbers or booleans is a collection. An array of objects or of arrays is one value of type
    /// `json`. An input of type JSON can also hold an array, and only such an input can have a schema in a contract. An
    /// `x-flowdrift-type` of `json[]` makes such an array a collection.
    var inputType: InputType {
        let values = withoutNull
        guard !values.isEmpty else { return .none }
        if values.saysNoType { return .unsaid }
        if let kind = values.single { return .type(kind) }
        switch (values.forms.isEmpty, values.arrays) {
        case (_, .none): return .several(values.names)
        case (true, .any): return .unsaidElements
        case (true, .of(let elements)): return Self.collection(of: elements.withoutNull)
        // An input of type JSON can hold an object or an array.
        case (false, _): return values.forms == [.object] ? .type(DataType(.json)) : .several(values.names)
        }
    }

    private static func collection(of elements: AllowedValues) -> InputType {
        guard !elements.isEmpty else { return .noElements }
        if elements.saysNoType { return .unsaidElements }
        guard let type = elements.single else {
            let isJSON = elements.forms.isEmpty || elements.forms == [.object]
            return isJSON ? .type(DataType(.json)) : .severalElements(elements.names)
        }
        if elements.forms == [.object] || type.isCollection { return .type(DataType(.json)) }
        return .type(DataType(type.kind, isCollection: true))
    }

    /// The type of the values, or `nil` if some are arrays or their types differ.
    private var single: DataType? {
        guard arrays == .none else { return nil }
        // If any string is allowed, strings with a format add nothing.
        let forms = forms.contains(.string(.string)) ? forms.filter { !$0.isString || $0 == .string(.string) } : forms
        switch forms {
        case [.boolean]: return DataType(.boolean)
        case [.integer]: return DataType(.integer)
        // Libraries write a decimal as a number or a string of digits.
        case [.decimal], [.integer, .decimal], [.decimal, .string(.string)],
            [.integer, .decimal, .string(.string)]:
            return DataType(.decimal)
        case [.object]: return DataType(.json)
        default: return forms.count == 1 ? forms.first?.type : nil
        }
    }

    /// The names of the types, sorted.
    private var names: [String] {
        let names = Set(forms.map(\.name)).union(arrays == .none ? [] : ["array"])
        return names.subtracting(names.contains("decimal") ? ["integer"] : []).sorted()
    }
}

extension AllowedValues {
    /// Whether at least one of the values can have an Architect type.
    ///
    /// No public source says how the platform reads dates, durations and JSON. So only values that surely can't have
    /// the type are refused.
    func mayBe(_ type: DataType) -> Bool {
        guard type.isCollection else { return mayBe(type.kind) }
        switch arrays {
        case .none: return false
        case .any: return true
        case .of(let elements): return elements.mayBe(type.kind)
        }
    }

    private func mayBe(_ kind: DataType.Kind) -> Bool {
        let isText = forms.contains { $0.isString }
        let isNumber = forms.contains(.integer) || forms.contains(.decimal)
        if forms.contains(where: \.isNamed) { return true }
        return switch kind {
        case .string, .timeslot, .queue, .user: isText
        case .integer, .decimal: isNumber
        case .boolean: forms.contains(.boolean)
        case .dateTime, .date, .time, .duration, .phoneNumber: isText || isNumber
        case .json, .currency, .other: !withoutNull.isEmpty
        }
    }

    /// The types of the values, for a message: `string or integer`.
    var phrase: String { withoutNull.names.joined(separator: " or ") }
}

extension AllowedValues.Form {
    fileprivate var name: String {
        switch self {
        case .null: "null"
        case .boolean: "boolean"
        case .integer: "integer"
        case .decimal: "decimal"
        case .object: "object"
        case .string(let kind): kind.name
        case .named(let type): type.description
        }
    }

    fileprivate var type: DataType? {
        switch self {
        case .string(let kind): DataType(kind)
        case .named(let type): type
        default: nil
        }
    }
}
