import PastedRequests

/// Whether a value of a request has the Architect type of its input.
///
/// JSON defines numbers, booleans, strings and collections. The formats of json, dates, durations and phone numbers
/// aren't documented, so an unusual format is doubtful, not wrong.
struct ValueFit: Sendable {
    /// A problem of a value, or of one element of a collection.
    enum Problem {
        case type(JSONNode)

        /// The value has an undocumented format; `usual` is the usual one.
        case form(JSONNode, usual: String)
    }

    /// The problems of the value, element by element for a collection.
    static func problems(of node: JSONNode, as type: DataType) -> [Problem] {
        // Quotes make any placeholder's value a text.
        if node.isQuotedPlaceholder, type.isCollection || type.kind.isNeverText { return [.type(node)] }
        guard !node.isUnknownContent, node.kind != .null else { return [] }
        guard type.isCollection else { return problem(of: node, as: type.kind).map { [$0] } ?? [] }
        guard node.kind == .array else { return [.type(node)] }
        return node.elements.compactMap { element in
            if element.isQuotedPlaceholder, type.kind.isNeverText { return .type(element) }
            return element.isUnknownContent || element.kind == .null ? nil : problem(of: element, as: type.kind)
        }
    }

    private static func problem(of node: JSONNode, as kind: DataType.Kind) -> Problem? {
        switch kind {
        case .string, .timeslot, .queue, .user: node.kind == .string ? nil : .type(node)
        case .integer: node.kind == .number && JSONNumber.isWhole(node.text) ? nil : .type(node)
        case .decimal: node.kind == .number ? nil : .type(node)
        case .boolean: node.kind == .boolean ? nil : .type(node)
        case .json: node.kind == .string ? .form(node, usual: "an object or array, not a string with JSON in it") : nil
        case .dateTime, .date, .time, .duration, .phoneNumber: formProblem(of: node, as: kind)
        case .currency, .other: nil
        }
    }

    private static func formProblem(of node: JSONNode, as kind: DataType.Kind) -> Problem? {
        guard node.kind == .string || node.kind == .number else { return .type(node) }
        let usual = kind == .phoneNumber ? "E.164, such as +353123456789" : "ISO 8601, such as \(example(of: kind))"
        return node.kind == .string && isUsual(node.text, kind) ? nil : .form(node, usual: usual)
    }

    private static func example(of kind: DataType.Kind) -> String {
        switch kind {
        case .dateTime: "2027-03-31T14:30:00Z"
        case .date: "2027-03-31"
        case .time: "14:30:00"
        default: "PT5M"
        }
    }

    private static func isUsual(_ text: String, _ kind: DataType.Kind) -> Bool {
        switch kind {
        case .dateTime:
            text.wholeMatch(of: /\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d([.,]\d+)?)?(Z|[+-]\d\d(:?\d\d)?)?/) != nil
        case .date: text.wholeMatch(of: /\d{4}-\d\d-\d\d/) != nil
        case .time: text.wholeMatch(of: /T?\d\d:\d\d(:\d\d([.,]\d+)?)?(Z|[+-]\d\d(:?\d\d)?)?/) != nil
        case .duration:
            text.wholeMatch(of: /P(\d+W|(\d+Y)?(\d+M)?(\d+D)?(T(\d+H)?(\d+M)?(\d+([.,]\d+)?S)?)?)/) != nil
                && text != "P" && !text.hasSuffix("T")
        default: text.wholeMatch(of: /\+[1-9]\d{6,14}/) != nil
        }
    }
}

extension ValueFit {
    /// The value converted to the type, or `nil` if that isn't clear.
    static func converted(_ node: JSONNode, to type: DataType) -> OrderedJSON? {
        if node.isQuotedPlaceholder, type.isCollection || type.kind.isNeverText { return node.barePlaceholder }
        if node.isUnknownContent || node.kind == .null { return OrderedJSON(node) }
        guard type.isCollection else { return single(node, to: type.kind) }
        if node.kind == .object, type.kind != .json { return list(in: node, of: type.kind) }
        guard node.kind == .array else { return single(node, to: type.kind).map { .array([$0]) } }
        let elements = node.elements.map { converted($0, to: DataType(type.kind)) }
        return elements.contains(nil) ? nil : .array(elements.compactMap(\.self))
    }

    /// The values of an object whose names are list indices, as PHP and forms write it, or `nil` for another object.
    private static func list(in node: JSONNode, of kind: DataType.Kind) -> OrderedJSON? {
        let members = node.members
        guard zip(members, 0...).allSatisfy({ $0.name.hasText(String($1)) }), !members.isEmpty else { return nil }
        let elements = members.map { converted($0.value, to: DataType(kind)) }
        return elements.contains(nil) ? nil : .array(elements.compactMap(\.self))
    }

    private static func single(_ node: JSONNode, to kind: DataType.Kind) -> OrderedJSON? {
        if node.kind == .array, kind != .json, let only = node.element(0), node.elements.count == 1,
            kind != .string || only.kind == .string
        {
            return converted(only, to: DataType(kind))
        }
        guard problem(of: node, as: kind).isWrong else { return OrderedJSON(node) }
        switch kind {
        case .string: return text(of: node)
        case .integer, .decimal: return number(node, isWhole: kind == .integer)
        case .boolean: return ["true": .boolean(true), "false": .boolean(false)][node.text.lowercased()]
        case .json: return container(in: node) ?? OrderedJSON(node)
        case .phoneNumber where node.kind == .string || node.kind == .number: return .string(phoneNumber(node.text))
        case .dateTime, .date, .time, .duration: return asText(node)
        default: return node.kind == .number ? .string(node.text) : nil
        }
    }

    private static func asText(_ node: JSONNode) -> OrderedJSON? {
        node.kind == .string ? OrderedJSON(node) : nil
    }

    private static func text(of node: JSONNode) -> OrderedJSON {
        if node.kind == .boolean { return .string(node.text.lowercased()) }
        guard node.kind == .object || node.kind == .array else { return .string(node.text) }
        let text = JSONWriter(onOneLine: true).text(OrderedJSON(node))
        return RequestAddress.isUnknown(text) ? .template(text) : .string(text)
    }

    private static func number(_ node: JSONNode, isWhole whole: Bool) -> OrderedJSON? {
        let written = node.kind == .string ? Blanks.trimmed(node.text) : ""
        // A comma before three digits may be a thousands separator.
        let hasDecimalComma = !whole && written.wholeMatch(of: /-?\d+,(\d{1,2}|\d{4,})/) != nil
        let text = hasDecimalComma ? written.replacing(",", with: ".") : written
        let bytes = Array(text.utf8)
        guard !bytes.isEmpty, JSONNumber.end(in: bytes, from: 0) == bytes.count, !whole || JSONNumber.isWhole(text)
        else {
            return nil
        }
        return .number(text)
    }

    /// The object or array in a string.
    private static func container(in node: JSONNode) -> OrderedJSON? {
        let document = JSONDocument(reading: Array(node.text.utf8), JSONReading(warning: false))
        guard document.isSound, let root = document.root, root.kind == .object || root.kind == .array else {
            return nil
        }
        return OrderedJSON(root)
    }

    /// A phone number without the usual separators.
    private static func phoneNumber(_ text: String) -> String {
        let bare = String(text.unicodeScalars.filter { !" ()-./".unicodeScalars.contains($0) })
        let number = bare.hasPrefix("00") ? "+" + bare.dropFirst(2) : bare
        return isUsual(number, .phoneNumber) ? number : text
    }
}

extension ValueFit.Problem? {
    fileprivate var isWrong: Bool { self != nil }
}

extension JSONNode {
    /// Whether the value is a string with a placeholder, so that its content is unknown but its type isn't.
    ///
    /// Logic Apps and n8n keep the type of an expression that is the whole string: `"@variables('x')"`.
    fileprivate var isQuotedPlaceholder: Bool {
        guard kind == .string, holdsPlaceholder else { return false }
        let text = text
        return !(text.hasPrefix("@") && !text.hasPrefix("@{")) && !(text.hasPrefix("={{") && text.hasSuffix("}}"))
    }

    /// The placeholder without quotes if it's the whole string, or `nil` if the string contains more.
    fileprivate var barePlaceholder: OrderedJSON? {
        let (text, bytes) = (text, Array(text.utf8))
        guard PlaceholderScan(bytes).end(at: 0) == bytes.count else { return nil }
        // Logic Apps keeps the type of an expression that is the whole string, and replaces none outside of strings.
        if text.hasPrefix("@{"), text.hasSuffix("}") { return .string("@" + text.dropFirst(2).dropLast()) }
        return .placeholder(text)
    }
}

extension DataType.Kind {
    /// Whether a value of the type is never a string in JSON.
    fileprivate var isNeverText: Bool { [.integer, .decimal, .boolean].contains(self) }
}
