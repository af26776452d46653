/// Whether a value of one type can go where another type is declared.
public enum TypeFit: Hashable, Sendable {
    /// It can: the caller notices nothing.
    case fits

    /// No public source tells.
    case undocumented

    /// It cannot.
    case breaks

    /// Whether what a caller sends can go into an input.
    ///
    /// | sent | declared | |
    /// |---|---|---|
    /// | the same type | | fits |
    /// | integer | decimal | fits: every integer is a decimal |
    /// | string, or a type that travels as a JSON string | another such type | undocumented |
    /// | a type this program does not know | anything else, or the other way round | undocumented |
    /// | anything else | | breaks |
    public static func sending(_ sent: DataType.Kind, into declared: DataType.Kind) -> TypeFit {
        if sent == declared || sent == .integer && declared == .decimal { return .fits }
        if sent.isUnknown || declared.isUnknown { return .undocumented }
        return sent.travelsAsString && declared.travelsAsString ? .undocumented : .breaks
    }

    /// Whether what a flow gives back can go where a caller reads another type.
    ///
    /// As ``sending(_:into:)``, and between a number and a string it is undocumented: one published answer
    /// shows an integer output as `"200"` (genesys-cloud blueprints, wfm-hris-blueprint).
    public static func reading(_ declared: DataType.Kind, as expected: DataType.Kind) -> TypeFit {
        let isNumberAgainstString =
            declared.isNumber && expected == .string || declared == .string && expected.isNumber
        return isNumberAgainstString ? .undocumented : sending(declared, into: expected)
    }
}

extension DataType.Kind {
    /// Whether a value of the type is a JSON string on the wire, because JSON has nothing nearer.
    var travelsAsString: Bool {
        switch self {
        case .string, .dateTime, .date, .time, .duration, .phoneNumber, .timeslot, .queue, .user: true
        case .integer, .decimal, .boolean, .json, .currency, .other: false
        }
    }

    /// Whether a value of the type is a number.
    var isNumber: Bool { self == .integer || self == .decimal }
}
