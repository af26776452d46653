/// The values that a schema allows, by the forms that the types of inputs distinguish.
struct AllowedValues: Hashable, Sendable {
    /// The forms of the values, except arrays.
    var forms: Set<Form>

    /// The arrays among the values.
    var arrays: Arrays

    /// A form of a value that isn't an array.
    enum Form: Hashable, Sendable {
        case null, boolean, integer, decimal, object

        /// A string with a format: `string` for any string, or a kind such as `dateTime`.
        case string(DataType.Kind)

        /// Values whose Architect type the schema names in `x-flowdrift-type`.
        case named(DataType)
    }

    /// Which arrays are allowed.
    indirect enum Arrays: Hashable, Sendable {
        case none

        /// Arrays of elements of which the schema says nothing.
        case any

        /// Arrays whose elements are of these values.
        case of(AllowedValues)
    }

    /// Values of which a schema says nothing.
    static let anything = AllowedValues(
        forms: [.null, .boolean, .decimal, .object, .string(.string)],
        arrays: .any
    )

    /// No value at all.
    static let nothing = AllowedValues(forms: [], arrays: .none)

    /// Values of some forms, without arrays.
    static func only(_ forms: Form...) -> AllowedValues { AllowedValues(forms: Set(forms), arrays: .none) }
}

extension AllowedValues {
    /// Whether no value is allowed.
    var isEmpty: Bool { forms.isEmpty && arrays == .none }

    var allowsNull: Bool { forms.contains(.null) }

    /// The same values except null.
    var withoutNull: AllowedValues { AllowedValues(forms: forms.subtracting([.null]), arrays: arrays) }

    /// Whether values of every form are allowed, so that the schema says no type.
    var saysNoType: Bool {
        arrays != .none && forms.isSuperset(of: [.boolean, .decimal, .object]) && forms.contains { $0.isString }
    }

    /// The values that both schemas allow.
    func intersection(_ other: AllowedValues) -> AllowedValues {
        let both = forms.flatMap { left in other.forms.compactMap { left.common(with: $0) } }
        var result = AllowedValues(forms: Set(both), arrays: arrays.intersection(other.arrays))
        // A type that is named counts in place of what another part says of the values.
        let named = forms.union(other.forms).filter(\.isNamed)
        guard !named.isEmpty, !withoutNull.isEmpty, !other.withoutNull.isEmpty else { return result }
        result = AllowedValues(forms: named.union(result.forms.intersection([.null])), arrays: .none)
        return result
    }

    /// The values that one of the schemas allows.
    func union(_ other: AllowedValues) -> AllowedValues {
        AllowedValues(forms: forms.union(other.forms), arrays: arrays.union(other.arrays))
    }
}

extension AllowedValues.Form {
    var isString: Bool { if case .string = self { true } else { false } }
    var isNamed: Bool { if case .named = self { true } else { false } }

    /// The form of the values that have both forms, or `nil` if there are none.
    fileprivate func common(with other: Self) -> Self? {
        switch (self, other) {
        case (.integer, .decimal), (.decimal, .integer): .integer
        // A format says more than none.
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
