import Foundation

/// The encoding of `.i3*` exports: base64 of percent-encoded UTF-8 JSON.
enum ExportEncoding {
    /// The JSON in an export, or `nil` if the bytes have another encoding.
    static func json(from bytes: [UInt8]) -> [UInt8]? {
        let digits = bytes.filter { byte in
            switch byte {
            case 0x20, 0x09, 0x0A, 0x0D, UInt8(ascii: "="): false
            default: true
            }
        }
        let padding = [UInt8](repeating: UInt8(ascii: "="), count: (4 - digits.count % 4) % 4)
        guard let decoded = Data(base64Encoded: Data(digits + padding)) else { return nil }
        return percentDecoded([UInt8](decoded))
    }

    private static func percentDecoded(_ bytes: [UInt8]) -> [UInt8]? {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var index = 0
        while index < bytes.count {
            guard bytes[index] == UInt8(ascii: "%") else {
                result.append(bytes[index])
                index += 1
                continue
            }
            guard
                index + 2 < bytes.count,
                let high = hexadecimalDigit(bytes[index + 1]),
                let low = hexadecimalDigit(bytes[index + 2])
            else { return nil }
            result.append(high << 4 | low)
            index += 3
        }
        return result
    }

    private static func hexadecimalDigit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}
