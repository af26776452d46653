extension ValueType {
    /// Whether an input of a type accepts values of this JSON type.
    ///
    /// The result is `undocumented` if it depends on a value's text, or if flowdrift doesn't know the input's type.
    public func fit(into declared: DataType) -> TypeFit {
        guard declared.isCollection else { return fit(into: declared.kind) }
        switch self {
        case .null, .unknown, .emptyArray: return .fits
        case .array(let element): return element.fit(into: declared.kind)
        case .mixedArray: return declared.kind == .json ? .fits : declared.kind.isOpaque ? .undocumented : .breaks
        case .string, .integer, .decimal, .boolean, .object: return .breaks
        }
    }

    private func fit(into kind: DataType.Kind) -> TypeFit {
        switch (self, kind) {
        case (.null, _), (.unknown, _): .fits
        case _ where kind.isOpaque: .undocumented
        // A text that contains JSON may be read as JSON, or not.
        case (.string, .json): .undocumented
        case (_, .json): .fits
        case (.string, _): kind.travelsAsString ? .fits : .breaks
        case (.integer, .integer), (.integer, .decimal), (.decimal, .decimal), (.boolean, .boolean): .fits
        // As in ValueFit: a date may be a number.
        case (.integer, .dateTime), (.integer, .date), (.integer, .time), (.integer, .duration),
            (.integer, .phoneNumber), (.decimal, .dateTime), (.decimal, .date), (.decimal, .time),
            (.decimal, .duration), (.decimal, .phoneNumber):
            .undocumented
        default: .breaks
        }
    }

    /// The JSON type that values of an Architect type have, or `nil` if no public source says.
    private init?(_ kind: DataType.Kind) {
        switch kind {
        case .integer: self = .integer
        case .decimal: self = .decimal
        case .boolean: self = .boolean
        case .json: self = .object
        case .currency, .other: return nil
        default: self = .string
        }
    }

    /// Whether a type in a schema of the code is valid for an input.
    ///
    /// JSON Schema has no name for queues, users, phone numbers and time slots, so a plain string fits them.
    static func fit(of schema: DataType, into declared: DataType) -> TypeFit {
        guard schema != declared else { return .fits }
        let isAnyJSON = schema == DataType(.json) && declared.kind == .json
        guard schema.isCollection == declared.isCollection || declared == DataType(.json) || isAnyJSON else {
            return .breaks
        }
        guard schema.isCollection == declared.isCollection else { return .fits }
        guard let value = ValueType(schema.kind) else { return .sending(schema.kind, into: declared.kind) }
        let isNamed = schema.kind.travelsAsString && declared.kind.travelsAsString
        guard isNamed, schema.kind != .string, declared.kind != .string, schema.kind != declared.kind else {
            return value.fit(into: declared.kind)
        }
        return .undocumented
    }

    /// Whether values of this JSON type may be meant as a flow's type, which says more than JSON does.
    ///
    /// A string may be a date or a queue, and a whole number a decimal. What is undocumented counts as meant: a check
    /// warns of the value, while another type in the contract would be an error.
    func isMeant(as declared: DataType) -> Bool { fit(into: declared) != .breaks }

    /// The Architect type that says no more than this JSON type, or `nil` for null and unknown values.
    ///
    /// A list of objects is JSON, since flows rarely declare collections of JSON.
    var dataType: DataType? {
        switch self {
        case .string, .integer, .decimal, .boolean: kind.map { DataType($0) }
        case .object, .emptyArray, .mixedArray: DataType(.json)
        case .array(let element): element.kind.map { DataType($0, isCollection: true) } ?? DataType(.json)
        case .null, .unknown: nil
        }
    }

    private var kind: DataType.Kind? {
        switch self {
        case .string: .string
        case .integer: .integer
        case .decimal: .decimal
        case .boolean: .boolean
        default: nil
        }
    }
}

extension ValueType {
    /// The one type of values that different launches send, or `nil` if two of them don't fit each other.
    ///
    /// Arrays of two types don't fit each other, although one array may have elements of two types: one launch probably
    /// sends the wrong array.
    static func joined(ofLaunches types: [ValueType]) -> ValueType? {
        let known = types.filter { $0 != .null && $0 != .unknown }
        guard let first = known.first else { return types.contains(.unknown) ? .unknown : .null }
        guard known.allSatisfy(\.isArray) else {
            if known.allSatisfy({ $0 == first }) { return first }
            return known.allSatisfy { $0 == .integer || $0 == .decimal } ? .decimal : nil
        }
        if known.contains(.mixedArray) { return .mixedArray }
        let elements = known.compactMap(\.element)
        return elements.isEmpty ? .emptyArray : joined(ofLaunches: elements).map(ValueType.array)
    }

    private var isArray: Bool {
        switch self {
        case .array, .emptyArray, .mixedArray: true
        default: false
        }
    }

    private var element: ValueType? {
        if case .array(let element) = self { element } else { nil }
    }
}

extension DataType.Kind {
    /// Whether it's unknown how JSON writes a value of the kind.
    var isOpaque: Bool { self == .currency || isUnknown }
}
