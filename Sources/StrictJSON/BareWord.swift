/// The value that somebody probably meant by a word without quotes.
package struct BareWord {
    package let kind: JSONRecord.Kind
    package let fault: JSONFaultKind

    /// The intended value as JSON.
    package let json: String

    package let problem: String
    package let fix: String
    private static let literals: [String: JSONRecord.Kind] = ["true": .true, "false": .false, "null": .null]
    private static let nulls: Set<String> = ["none", "nil", "undefined", "nan", "infinity", "inf"]

    package init(_ word: String) {
        let lower = word.lowercased()
        let shown = Shown.text(word)
        let unsigned = String(lower.drop { $0 == "-" || $0 == "+" })
        if let literal = Self.literals[lower] {
            self.init(literal, .foreignLiteral, lower, "'\(shown)' is not how JSON spells \(lower)")
        } else if Self.nulls.contains(unsigned) {
            let fix = "write null, or leave the member out"
            self.init(.null, .foreignLiteral, "null", "'\(shown)' is not a JSON value", fix)
        } else if let number = NumberMending(lower) {
            self.init(.number, .badNumber, number.text, "'\(shown)' is not a JSON number: \(number.reason)")
        } else if word.unicodeScalars.allSatisfy({ !$0.properties.isAlphabetic && !("0"..."9").contains($0) }) {
            let fix = "write a value instead"
            self.init(.placeholder, .strayText, "${value}", "'\(shown)' means nothing in JSON", fix)
        } else {
            let problem = "'\(shown)' is not in quotes; only numbers, true, false and null need no quotes"
            self.init(.string, .unquotedText, JSONValue.quoted(word), problem)
        }
    }

    private init(
        _ kind: JSONRecord.Kind,
        _ fault: JSONFaultKind,
        _ json: String,
        _ problem: String,
        _ fix: String? = nil
    ) {
        self.kind = kind
        self.fault = fault
        self.json = json
        self.problem = problem
        self.fix = fix ?? "write \(Shown.text(json))"
    }
}

/// A valid JSON number that is made from an invalid one.
private struct NumberMending {
    private(set) var text: String
    private(set) var reason = "the number has an extra letter or sign"

    init?(_ word: String) {
        text = word
        // Seven or more digits after a plus sign or a zero are a phone number, which is text.
        let digits = word.filter(\.isNumber)
        let isPhone = digits.count >= 7 && (word.hasPrefix("+") || word.hasPrefix("0") && !word.hasPrefix("0x"))
        guard !isPhone, let first = word.first(where: { $0 != "+" && $0 != "-" }), first == "." || first.isNumber else {
            return nil
        }
        mendPrefix()
        mendBody()
        guard JSONNumber.end(in: Array(text.utf8), from: 0) == text.utf8.count else { return nil }
    }

    private mutating func mendPrefix() {
        if text.hasPrefix("+") {
            text.removeFirst()
            reason = "a number cannot begin with a plus sign"
        }
        let sign = text.hasPrefix("-") ? "-" : ""
        var number = text.dropFirst(sign.count)
        if number.hasPrefix("0x"), let value = UInt64(number.dropFirst(2), radix: 16) {
            reason = "JSON has no hexadecimal numbers"
            number = Substring(String(value))
        }
        while number.count > 1, number.hasPrefix("0"), number.dropFirst().first?.isNumber == true {
            reason = "a number cannot begin with an extra zero"
            number.removeFirst()
        }
        if number.hasPrefix(".") {
            reason = "a digit is missing before the point"
            number = "0" + number
        }
        text = sign + number
    }

    private mutating func mendBody() {
        if text.contains("_") {
            reason = "the digits of a number cannot be grouped"
            text.removeAll { $0 == "_" }
        }
        if text.hasSuffix(".") {
            reason = "a digit is missing after the point"
            text.removeLast()
        }
        if text.contains(".e") {
            reason = "a digit is missing after the point"
            text = text.replacing(".e", with: "e")
        }
        if let last = text.last, "fdlmn".contains(last) { text.removeLast() }
    }
}
