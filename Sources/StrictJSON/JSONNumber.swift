package enum JSONNumber {
    /// The index just past the number that starts at a byte, or `nil` if no number starts there.
    package static func end(in bytes: [UInt8], from start: Int) -> Int? {
        var index = start
        func digits() -> Bool {
            let first = index
            while index < bytes.count, (0x30...0x39).contains(bytes[index]) { index += 1 }
            return index > first
        }
        func take(_ one: UInt8, or other: UInt8) -> Bool {
            guard index < bytes.count, bytes[index] == one || bytes[index] == other else { return false }
            index += 1
            return true
        }
        _ = take(UInt8(ascii: "-"), or: UInt8(ascii: "-"))
        if !take(UInt8(ascii: "0"), or: UInt8(ascii: "0")), !digits() { return nil }
        if take(UInt8(ascii: "."), or: UInt8(ascii: ".")), !digits() { return nil }
        if take(UInt8(ascii: "e"), or: UInt8(ascii: "E")) {
            _ = take(UInt8(ascii: "+"), or: UInt8(ascii: "-"))
            if !digits() { return nil }
        }
        return index
    }

    /// The shortest text of a number that keeps all its digits: `1.5` for `1.50`, `100` for `1e2`.
    ///
    /// A number with a large exponent keeps its text.
    package static func shortest(_ text: String) -> String {
        let isNegative = text.hasPrefix("-")
        let parts = text.drop { $0 == "-" }.lowercased().split(separator: "e", omittingEmptySubsequences: false)
        guard let mantissa = parts.first, let exponent = parts.count == 1 ? 0 : Int(parts[1]), abs(exponent) <= 64
        else {
            return text
        }
        let pieces = mantissa.split(separator: ".", omittingEmptySubsequences: false)
        var digits = pieces.joined()
        var point = (pieces.first?.count ?? 0) + exponent
        if point < 0 {
            digits = String(repeating: "0", count: -point) + digits
            point = 0
        }
        if point > digits.count { digits += String(repeating: "0", count: point - digits.count) }
        let whole = String(digits.prefix(point).drop { $0 == "0" })
        var fraction = digits.dropFirst(point)
        while fraction.last == "0" { fraction.removeLast() }
        let result = (whole.isEmpty ? "0" : whole) + (fraction.isEmpty ? "" : "." + fraction)
        return isNegative && result != "0" ? "-" + result : result
    }

    /// Whether a number has no fraction; `1.0` and `1e2` have none.
    package static func isWhole(_ number: String) -> Bool {
        let text = shortest(number)
        return !text.contains(".") && !text.contains("e") && !text.contains("E")
    }
}
