/// The Architect type of a variable: `string`, `json`, or a collection such as `string[]`.
public struct DataType: Hashable, Sendable {
    /// What one value is.
    public var kind: Kind

    /// Whether the variable holds a collection of such values.
    public var isCollection: Bool

    /// Makes a type, of one value unless said otherwise.
    public init(_ kind: Kind, isCollection: Bool = false) {
        self.kind = kind
        self.isCollection = isCollection
    }

    /// What one value of a variable is.
    public enum Kind: Hashable, Sendable {
        case string, integer, decimal, boolean, json
        case dateTime, date, time, duration, currency, phoneNumber, timeslot, queue, user

        /// A type this program does not know, under the name or code it came with.
        case other(String)
    }
}

extension DataType.Kind {
    /// Each known kind with its name and the code that a flow's configuration uses.
    ///
    /// Codes are read off real exports; `cur` was never seen there.
    private static let spellings: [(kind: DataType.Kind, name: String, code: String)] = [
        (.string, "string", "str"), (.integer, "integer", "int"), (.decimal, "decimal", "dec"),
        (.boolean, "boolean", "bln"), (.json, "json", "jsn"), (.dateTime, "dateTime", "dtm"),
        (.date, "date", "dat"), (.time, "time", "tim"), (.duration, "duration", "dur"),
        (.currency, "currency", "cur"), (.phoneNumber, "phoneNumber", "phn"), (.timeslot, "timeslot", "tsl"),
        (.queue, "queue", "que"), (.user, "user", "usr"),
    ]

    /// The known kinds by name.
    private static let byName = Dictionary(uniqueKeysWithValues: spellings.map { ($0.name, $0.kind) })

    /// The kinds that this program knows.
    public static var known: [DataType.Kind] { spellings.map(\.kind) }

    /// The names of the known kinds, as a contract spells them.
    public static var names: [String] { spellings.map(\.name) }

    /// The kind's name; a kind this program does not know keeps what it came with.
    public var name: String {
        if case .other(let name) = self { return name }
        return Self.spellings.first { $0.kind == self }?.name ?? ""
    }

    /// The kind of that name, or `.other`.
    public init(name: String) {
        self = Self.byName[name] ?? .other(name)
    }

    /// The kind of that code in a configuration, or `.other`.
    public init(code: String) {
        self = Self.spellings.first { $0.code == code }?.kind ?? .other(code)
    }

    /// The code of one value in a configuration; a kind this program does not know keeps what it came with.
    public var code: String {
        if case .other(let code) = self { return code }
        return Self.spellings.first { $0.kind == self }?.code ?? ""
    }

    /// Whether the kind is one that this program does not know.
    public var isUnknown: Bool {
        if case .other = self { true } else { false }
    }
}

extension DataType {
    /// Whether a contract may name the type: a known one, or a complex one under its code.
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

    /// The type that a configuration's code stands for, as `str` or `str_coll`.
    public init(code: String) {
        let isCollection = code.hasSuffix("_coll")
        self.init(Kind(code: String(isCollection ? code.dropLast(5) : code[...])), isCollection: isCollection)
    }
}
