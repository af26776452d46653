/// Whether values of the code have the type that its contract gives to an input.
enum SentFit: Hashable, Sendable {
    case fits

    /// The value has a form that the platform's documentation doesn't describe for the type.
    case undocumented

    case breaks
}

extension SentFit {
    /// Whether a value in a recorded launch fits a type; null and a placeholder fit any type.
    init(of type: ValueType, as contract: DataType) {
        self = contract.isCollection ? Self.ofCollection(type, contract.kind) : Self.ofValue(type, contract.kind)
    }

    private static func ofCollection(_ type: ValueType, _ kind: DataType.Kind) -> SentFit {
        switch type {
        case .null, .unknown, .emptyArray: .fits
        case .array(let element): ofValue(element, kind)
        case .mixedArray: kind == .json || kind.isUnknown ? .fits : .breaks
        case .string, .integer, .decimal, .boolean, .object: .breaks
        }
    }

    private static func ofValue(_ type: ValueType, _ kind: DataType.Kind) -> SentFit {
        if type == .null || type == .unknown { return .fits }
        switch kind {
        case .string, .timeslot, .queue, .user: return type == .string ? .fits : .breaks
        case .integer: return type == .integer ? .fits : .breaks
        case .decimal: return type == .integer || type == .decimal ? .fits : .breaks
        case .boolean: return type == .boolean ? .fits : .breaks
        case .json: return type == .string ? .undocumented : .fits
        case .dateTime, .date, .time, .duration, .phoneNumber:
            switch type {
            case .string: return .fits
            case .integer, .decimal: return .undocumented
            default: return .breaks
            }
        // How a currency is written is unknown, and so are the types of other programs.
        case .currency, .other: return .fits
        }
    }

    /// Whether the type that a schema declares fits a type.
    ///
    /// JSON Schema has no name for queues, users, phone numbers or time slots, so a plain string fits them.
    init(of declared: DataType, as contract: DataType) {
        guard declared != contract else {
            self = .fits
            return
        }
        guard declared.isCollection == contract.isCollection else {
            self = contract.kind == .json && !contract.isCollection ? .fits : .breaks
            return
        }
        if contract.kind == .json {
            self = declared.kind == .string ? .undocumented : .fits
        } else {
            switch TypeFit.sending(declared.kind, into: contract.kind) {
            case .fits: self = .fits
            case .undocumented where [declared.kind, contract.kind].contains(.string): self = .fits
            case .undocumented: self = .undocumented
            case .breaks: self = contract.kind == .currency ? .fits : .breaks
            }
        }
    }
}
