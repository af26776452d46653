/// The JSON type of a value that a launch sent.
///
/// JSON has one type for numbers. This type separates integers from decimals, as Architect does.
public indirect enum ValueType: Hashable, Sendable {
    case string, integer, decimal, boolean, null, object

    /// An array without elements, or with null elements only.
    case emptyArray

    /// An array whose elements have the same type; integers and decimals together are decimals.
    ///
    /// Null elements don't count. `null` is never the type of the elements.
    case array(of: ValueType)

    /// An array whose elements have different types.
    case mixedArray

    /// The value of a template's placeholder, which may become any value.
    case unknown
}

extension ValueType: LosslessStringConvertible {
    private static let names: [(type: ValueType, name: String)] = [
        (.string, "string"), (.integer, "integer"), (.decimal, "decimal"), (.boolean, "boolean"), (.null, "null"),
        (.object, "object"), (.emptyArray, "[]"), (.mixedArray, "mixed[]"), (.unknown, "unknown"),
    ]

    /// The type as recordings write it: `integer`, `string[]`, `[]` for an empty array, `mixed[]`.
    public var description: String {
        if case .array(let element) = self { return element.description + "[]" }
        return Self.names.first { $0.type == self }?.name ?? ""
    }

    /// Reads the form that ``description`` writes, or returns `nil` for any other text.
    public init?(_ text: String) {
        var (rest, depth) = (text[...], 0)
        while !Self.names.contains(where: { $0.name == rest }) {
            guard rest.utf8.suffix(2).elementsEqual("[]".utf8), depth < Self.deepest else { return nil }
            rest = Substring(rest.utf8.dropLast(2))
            depth += 1
        }
        guard let known = Self.names.first(where: { $0.name == rest })?.type, known != .null || depth == 0 else {
            return nil
        }
        self = (0..<depth).reduce(known) { type, _ in .array(of: type) }
    }

    /// How deep arrays may be nested; the JSON reader's limit is lower.
    private static let deepest = 1_000
}

extension ValueType {
    /// The common type of two elements, or `nil` if their types differ.
    func joined(with other: ValueType) -> ValueType? {
        if self == other { return self }
        switch (self, other) {
        case (.integer, .decimal), (.decimal, .integer): return .decimal
        case (.unknown, _): return other
        case (_, .unknown): return self
        case (.emptyArray, .array), (.emptyArray, .mixedArray): return other
        case (.array, .emptyArray), (.mixedArray, .emptyArray): return self
        case (.array(let left), .array(let right)): return left.joined(with: right).map(ValueType.array) ?? .mixedArray
        case (.mixedArray, .array), (.array, .mixedArray): return .mixedArray
        default: return nil
        }
    }

    /// The type of an array whose elements have the given types.
    init(arrayOf elements: some Sequence<ValueType>) {
        var joined: ValueType?
        for element in elements where element != .null {
            guard let known = joined else {
                joined = element
                continue
            }
            guard let both = known.joined(with: element) else {
                self = .mixedArray
                return
            }
            joined = both
        }
        self = joined.map(ValueType.array) ?? .emptyArray
    }
}
