/// A search for what every launch contains, fast enough for each file of a large repository.
package enum LaunchMarkers {
    /// The words that are searched for.
    ///
    /// A file without any of them has no launch site.
    ///
    /// `xecution` is in `flows/executions`, `postFlowsExecutions`, `post_flows_executions` and the body's types, also
    /// where the path is split over two strings. The others are in the paths, calls and types of a bot's session.
    package static let all = ["xecution", "extbot", "extBot"]

    /// Whether bytes may contain a launch site, in UTF-8, Latin-1 or UTF-16.
    ///
    /// A file that contains a marker may still have no launch site. Allocates nothing.
    package static func mayLaunch(_ bytes: UnsafeRawBufferPointer) -> Bool {
        guard bytes.count >= 8, let base = bytes.baseAddress else { return false }
        if isUTF16(bytes) { return holdsMarker(bytes, from: 0, to: bytes.count, stride: 2) }
        // Every marker has an x with a 'u' or 'o' three bytes later, which other text rarely has.
        var start = 0
        let width = 64
        while start + width + 8 <= bytes.count {
            let letters = base.loadUnaligned(fromByteOffset: start, as: SIMD64<UInt8>.self)
            let later = base.loadUnaligned(fromByteOffset: start + 3, as: SIMD64<UInt8>.self)
            // Zero where a byte is 'x' and its third successor is 'u' or 'o'.
            let isU = later ^ SIMD64(repeating: UInt8(ascii: "u"))
            let isO = later ^ SIMD64(repeating: UInt8(ascii: "o"))
            let misses = (letters ^ SIMD64(repeating: UInt8(ascii: "x"))) | pointwiseMin(isU, isO)
            if hasZero(misses), holdsMarker(bytes, from: start, to: start + width, stride: 1) { return true }
            start += width
        }
        return holdsMarker(bytes, from: start, to: bytes.count, stride: 1)
    }

    private static func hasZero(_ lanes: SIMD64<UInt8>) -> Bool {
        let half = pointwiseMin(lanes.lowHalf, lanes.highHalf)
        let quarter = pointwiseMin(half.lowHalf, half.highHalf)
        let words = unsafeBitCast(quarter, to: SIMD2<UInt64>.self)
        // The usual test for a zero byte in a word.
        let ones: UInt64 = 0x0101_0101_0101_0101
        let high: UInt64 = 0x8080_8080_8080_8080
        let first = (words[0] &- ones) & ~words[0]
        let second = (words[1] &- ones) & ~words[1]
        return (first | second) & high != 0
    }

    private static func isUTF16(_ bytes: UnsafeRawBufferPointer) -> Bool {
        let pair = (bytes[0], bytes[1])
        if pair == (0xff, 0xfe) || pair == (0xfe, 0xff) { return true }
        return (bytes[0] == 0 && bytes[2] == 0) || (bytes[1] == 0 && bytes[3] == 0)
    }

    /// Whether a marker's x stands between two indices.
    ///
    /// `stride` is the width of a character.
    private static func holdsMarker(_ bytes: UnsafeRawBufferPointer, from start: Int, to end: Int, stride: Int) -> Bool
    {
        for index in start..<end where bytes[index] == UInt8(ascii: "x") {
            for tail in tails where matches(tail, in: bytes, at: index, stride: stride) { return true }
        }
        return false
    }

    private static let tails: [StaticString] = ["xecution", "xtbot", "xtBot"]

    private static func matches(
        _ tail: StaticString,
        in bytes: UnsafeRawBufferPointer,
        at index: Int,
        stride: Int
    ) -> Bool {
        guard index + (tail.utf8CodeUnitCount - 1) * stride < bytes.count else { return false }
        for offset in 0..<tail.utf8CodeUnitCount
        where bytes[index + offset * stride] != tail.utf8Start[offset] { return false }
        return true
    }
}
