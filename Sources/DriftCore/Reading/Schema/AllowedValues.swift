/// The values that a schema allows, as a set of forms that matter for the type of an input.
struct AllowedValues: Hashable, Sendable {
    /// The forms of the values, except arrays.
    var forms: Set<Form>

    /// The arrays among the values.
    var arrays: Arrays

    /// A form of a value that isn't an array.
    enum Form: Hashable, Sendable {
        case null, boolean, integer, decimal, object

        /// A string; the kind is `string` for any string, or another kind, such as `dateTime`, for a string with a
        /// format.
        case string(DataType.Kind)

        /// Values whose Architect type the schema names in `x-flowdrift-type`.
        case named(DataType)
    }

    /// Which arrays are allowed.
    indirect enum Arrays: Hashable, Sendable {
        case none

        /// Arrays; the schema says nothing about their elements.
        case any

        /// Arrays whose elements are among these values.
        case of(AllowedValues)
    }

    /// The values that a schema allows if it says nothing about them.
    static let anything = AllowedValues(
        forms: [.null, .boolean, .decimal, .object, .string(.string)],
        arrays: .any
    )

    /// No value at all.
    static let nothing = AllowedValues(forms: [], arrays: .none)

    /// Values of the given forms, without arrays.
    static func only(_ forms: Form...) -> AllowedValues { AllowedValues(forms: Set(forms), arrays: .none) }
}

extension AllowedValues {
    /// Whether no value is allowed.
    var isEmpty: Bool { forms.isEmpty && arrays == .none }

    var allowsNull: Bool { forms.contains(.null) }

    /// The same values except null.
    var withoutNull: AllowedValues { AllowedValues(forms: forms.subtracting([.null]), arrays: arrays) }

    /// Whether values of every form are allowed, so that the schema doesn't say the type.
    var saysNoType: Bool {
        arrays != .none && forms.isSuperset(of: [.boolean, .decimal, .object]) && forms.contains { $0.isString }
    }

    /// The values that both schemas allow.
    func intersection(_ other: AllowedValues) -> AllowedValues {
        let both = forms.flatMap { left in other.forms.compactMap { left.common(with: $0) } }
        var result = AllowedValues(forms: Set(both), arrays: arrays.intersection(other.arrays))
        // A type in `x-flowdrift-type` replaces what other parts of the schema say about the values.
        let named = forms.union(other.forms).filter(\.isNamed)
        guard !named.isEmpty, !withoutNull.isEmpty, !other.withoutNull.isEmpty else { return result }
        result = AllowedValues(forms: named.union(result.forms.intersection([.null])), arrays: .none)
        return result
    }

    /// The values that at least one of the schemas allows.
    func union(_ other: AllowedValues) -> AllowedValues {
        AllowedValues(forms: forms.union(other.forms), arrays: arrays.union(other.arrays))
    }
}

extension AllowedValues.Form {
    var isString: Bool { if case .string = self { true } else { false } }
    var isNamed: Bool { if case .named = self { true } else { false } }

    /// The form of the values that have both forms, or `nil` if no value has both.
    fileprivate func common(with other: Self) -> Self? {
        switch (self, other) {
        case (.integer, .decimal), (.decimal, .integer): .integer
        // A string with a format is the narrower form.
        case (.string(.string), .string): other
        case (.string, .string(.string)): self
        default: self == other ? self : nil
        }
    }
}

extension AllowedValues.Arrays {
    fileprivate func intersection(_ other: Self) -> Self {
        switch (self, other) {
        case (.none, _), (_, .none): .none
        case (.any, _): other
        case (_, .any): self
        case (.of(let left), .of(let right)): .of(left.intersection(right))
        }
    }

    fileprivate func union(_ other: Self) -> Self {
        switch (self, other) {
        case (.none, _): other
        case (_, .none): self
        case (.any, _), (_, .any): .any
        case (.of(let left), .of(let right)): .of(left.union(right))
        }
    }
}
