package enum TextEncoding {
    /// The byte-order mark in UTF-8.
    package static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

    /// The UTF-8 bytes of a UTF-16 text, or `nil` if the bytes aren't UTF-16.
    ///
    /// UTF-16 is recognized by its byte-order mark, or by a zero byte next to the first character, if that is ASCII.
    package static func utf8(fromUTF16 bytes: [UInt8]) -> [UInt8]? {
        guard bytes.count >= 2 else { return nil }
        switch (bytes[0], bytes[1]) {
        case (0xFF, 0xFE): return transcoded(bytes.dropFirst(2), isBigEndian: false)
        case (0xFE, 0xFF): return transcoded(bytes.dropFirst(2), isBigEndian: true)
        case (0, 1...): return transcoded(bytes[...], isBigEndian: true)
        case (1..., 0): return transcoded(bytes[...], isBigEndian: false)
        default: return nil
        }
    }

    private static func transcoded(_ bytes: ArraySlice<UInt8>, isBigEndian: Bool) -> [UInt8] {
        var units: [UInt16] = []
        units.reserveCapacity(bytes.count / 2)
        for index in stride(from: bytes.startIndex, to: bytes.endIndex - 1, by: 2) {
            let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
            units.append(isBigEndian ? first << 8 | second : second << 8 | first)
        }
        return Array(String(decoding: units, as: UTF16.self).utf8)
    }

    /// The number of bytes of the UTF-8 character that starts at a byte, or `nil` if none starts there.
    package static func length(of bytes: [UInt8], at index: Int) -> Int? {
        func isTail(_ offset: Int, _ range: ClosedRange<UInt8> = 0x80...0xBF) -> Bool {
            index + offset < bytes.count && range.contains(bytes[index + offset])
        }
        switch bytes[index] {
        case 0..<0x80: return 1
        case 0xC2...0xDF: return isTail(1) ? 2 : nil
        case 0xE0: return isTail(1, 0xA0...0xBF) && isTail(2) ? 3 : nil
        case 0xED: return isTail(1, 0x80...0x9F) && isTail(2) ? 3 : nil
        case 0xE1...0xEF: return isTail(1) && isTail(2) ? 3 : nil
        case 0xF0: return isTail(1, 0x90...0xBF) && isTail(2) && isTail(3) ? 4 : nil
        case 0xF1...0xF3: return isTail(1) && isTail(2) && isTail(3) ? 4 : nil
        case 0xF4: return isTail(1, 0x80...0x8F) && isTail(2) && isTail(3) ? 4 : nil
        default: return nil
        }
    }
}
