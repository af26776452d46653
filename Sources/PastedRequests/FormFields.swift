/// The fields of a form, `flowId=…&inputData[Flow.x]=…`, and the JSON that they represent.
package struct FormFields {
    private var pairs: [(name: String, value: String)] = []

    package init(_ pairs: [(name: String, value: String)]) {
        self.pairs = pairs
    }

    /// Makes fields from options that each give one field, and from texts in which `&` joins the fields.
    ///
    /// - Returns: The fields, or `nil` if there are none.
    package init?(fields: [TakenText], texts: [TakenText]) {
        for field in fields { if let pair = Self.pair(field.text[...], isEncoded: false) { pairs.append(pair) } }
        for text in texts {
            for field in text.text.split(separator: "&") {
                if let pair = Self.pair(field, isEncoded: true) { pairs.append(pair) }
            }
        }
        if pairs.isEmpty { return nil }
    }

    /// Splits a body into fields, or returns `nil` if the body isn't a form.
    package init?(_ body: RequestBody) {
        guard let first = body.bytes.first(where: { $0 > 0x20 }), first.isASCIILetterOrDigit else { return nil }
        let text = Blanks.trimmed(String(decoding: body.bytes, as: UTF8.self))
        let fields = text.split(separator: "&", omittingEmptySubsequences: true)
        for field in fields {
            guard let pair = Self.pair(field, isEncoded: true), Self.isName(pair.name) else { return nil }
            pairs.append(pair)
        }
        // The text `body={…}` of a program looks like one field of a form, but isn't a form.
        guard let first = pairs.first, pairs.count > 1 || !first.value.hasPrefix("{") && !first.value.hasPrefix("[")
        else {
            return nil
        }
    }

    private static func isName(_ name: String) -> Bool {
        !name.isEmpty && name.allSatisfy { $0.isLetter || $0.isNumber || "_-.[]".contains($0) }
    }

    private static func pair(_ field: Substring, isEncoded: Bool) -> (name: String, value: String)? {
        guard let equals = field.firstIndex(of: "=") else { return nil }
        let (name, value) = (String(field[..<equals]), String(field[field.index(after: equals)...]))
        return isEncoded ? (decoded(name), decoded(value)) : (name, value)
    }

    /// A text with a form's escapes decoded.
    private static func decoded(_ text: String) -> String {
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            let digits = rest.prefix(2)
            if byte == UInt8(ascii: "%"), digits.count == 2,
                let value = UInt8(String(decoding: digits, as: UTF8.self), radix: 16)
            {
                bytes.append(value)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte == UInt8(ascii: "+") ? 0x20 : byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    // MARK: - JSON

    /// The fields as a JSON body; every part of the body has the place of the whole form.
    package func body(_ form: RequestBody) -> RequestBody { form.replaced(by: json) }

    /// The fields as a JSON body, placed at the beginning of the text.
    package func body(_ places: TextPlaces) -> RequestBody {
        var text = TakenText()
        text.append(json, for: 0..<0, .none)
        return RequestBody(text, places: places)
    }

    /// `{"flowId": …, "inputData": {…}}`: the field `a[b]` becomes the member `b` of `a`.
    private var json: String {
        var members: [OrderedJSON.Member] = []
        for (name, value) in pairs {
            let value: OrderedJSON = value.hasPrefix("{") || value.hasPrefix("[") ? .placeholder(value) : .string(value)
            guard let open = name.firstIndex(of: "["), name.hasSuffix("]"), open > name.startIndex else {
                members.append(OrderedJSON.Member(name: name, value: value))
                continue
            }
            let outer = String(name[..<open])
            let rest = name[name.index(after: open)...].dropLast().replacing("][", with: ".")
            let inner = OrderedJSON.Member(name: String(rest), value: value)
            if let index = members.firstIndex(where: { $0.name == outer }),
                case .object(let held) = members[index].value
            {
                members[index].value = .object(held + [inner])
            } else {
                members.append(OrderedJSON.Member(name: outer, value: .object([inner])))
            }
        }
        return JSONWriter(onOneLine: true).text(.object(members))
    }
}
