/// The Architect type of a variable: `string`, `json`, or a collection such as `string[]`.
public struct DataType: Hashable, Sendable {
    /// The kind of one value.
    public var kind: Kind

    /// Whether the variable holds a collection of such values.
    public var isCollection: Bool

    /// Makes a type, by default of one value.
    public init(_ kind: Kind, isCollection: Bool = false) {
        self.kind = kind
        self.isCollection = isCollection
    }

    /// The kind of one value of a variable.
    public enum Kind: Hashable, Sendable {
        case string, integer, decimal, boolean, json
        case dateTime, date, time, duration, currency, phoneNumber, timeslot, queue, user

        /// A type that flowdrift doesn't know, with its original name or code.
        case other(String)
    }
}

extension DataType.Kind {
    /// The kinds that flowdrift knows, each with its name and its code in a flow's configuration.
    ///
    /// The codes come from real exports, except `cur`, which is in none of those exports.
    private static let spellings: [(kind: DataType.Kind, name: String, code: String)] = [
        (.string, "string", "str"), (.integer, "integer", "int"), (.decimal, "decimal", "dec"),
        (.boolean, "boolean", "bln"), (.json, "json", "jsn"), (.dateTime, "dateTime", "dtm"),
        (.date, "date", "dat"), (.time, "time", "tim"), (.duration, "duration", "dur"),
        (.currency, "currency", "cur"), (.phoneNumber, "phoneNumber", "phn"), (.timeslot, "timeslot", "tsl"),
        (.queue, "queue", "que"), (.user, "user", "usr"),
    ]

    private static let byName = Dictionary(uniqueKeysWithValues: spellings.map { ($0.name, $0.kind) })

    /// The kinds that flowdrift knows.
    public static var known: [DataType.Kind] { spellings.map(\.kind) }

    /// The names of the known kinds, as a contract spells them.
    public static var names: [String] { spellings.map(\.name) }

    /// The kind's name; an unknown kind has the name or code that it was made from.
    public var name: String {
        if case .other(let name) = self { return name }
        return Self.spellings.first { $0.kind == self }?.name ?? ""
    }

    /// Makes the kind with a name, or `.other` if the name is unknown.
    public init(name: String) {
        self = Self.byName[name] ?? .other(name)
    }

    /// Makes the kind with a code of a configuration, or `.other` if the code is unknown.
    public init(code: String) {
        self = Self.spellings.first { $0.code == code }?.kind ?? .other(code)
    }

    /// The code of one value in a configuration; an unknown kind has the name or code that it was made from.
    public var code: String {
        if case .other(let code) = self { return code }
        return Self.spellings.first { $0.kind == self }?.code ?? ""
    }

    /// Whether flowdrift doesn't know the kind.
    public var isUnknown: Bool {
        if case .other = self { true } else { false }
    }
}

extension DataType {
    /// Whether a contract may name the type: a known type, or a complex type by its code.
    var isWritable: Bool { !kind.isUnknown || kind.name.hasPrefix("cpx_") }
}

extension DataType: CustomStringConvertible {
    /// The type as snapshots and contracts write it: `integer`, `string[]`.
    public var description: String { kind.name + (isCollection ? "[]" : "") }

    /// Reads the form that ``description`` writes.
    public init(_ text: String) {
        let isCollection = text.utf8.last == UInt8(ascii: "]") && text.hasSuffix("[]")
        self.init(Kind(name: isCollection ? String(text.dropLast(2)) : text), isCollection: isCollection)
    }

    /// The type's code in a configuration, such as `str` or `str_coll`.
    public var code: String { kind.code + (isCollection ? "_coll" : "") }

    /// Makes the type with a code of a configuration, such as `str` or `str_coll`.
    public init(code: String) {
        let isCollection = code.hasSuffix("_coll")
        self.init(Kind(code: String(isCollection ? code.dropLast(5) : code[...])), isCollection: isCollection)
    }
}
