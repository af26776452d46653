import Foundation

/// A search for words that every launch contains, fast enough for each file of a large repository.
package enum LaunchMarkers {
    /// The words that are searched for.
    ///
    /// A file without any of them has no launch site.
    ///
    /// `xecution` is in `flows/executions`, even if that path is split over two strings. The word is also in
    /// `postFlowsExecutions`, `post_flows_executions` and the types of the body. The other words are in the paths,
    /// calls and types of a bot's session.
    package static let all = ["xecution", "extbot", "extBot"]

    /// Whether bytes may contain a launch site, in UTF-8, Latin-1 or UTF-16.
    ///
    /// A file that contains a marker may still have no launch site. Allocates nothing.
    package static func mayLaunch(_ bytes: UnsafeRawBufferPointer) -> Bool {
        guard bytes.count >= 8, let base = bytes.baseAddress else { return false }
        if isUTF16(bytes) { return holdsMarker(bytes, from: 0, to: bytes.count, stride: 2) }
        // Every marker has an x, which source code has once in some hundred bytes.
        var start = base
        let end = base + bytes.count
        while let found = memchr(start, Int32(UInt8(ascii: "x")), end - start) {
            if isMarker(bytes, at: UnsafeRawPointer(found) - base, stride: 1) { return true }
            start = UnsafeRawPointer(found) + 1
        }
        return false
    }

    private static func isUTF16(_ bytes: UnsafeRawBufferPointer) -> Bool {
        let pair = (bytes[0], bytes[1])
        if pair == (0xff, 0xfe) || pair == (0xfe, 0xff) { return true }
        return (bytes[0] == 0 && bytes[2] == 0) || (bytes[1] == 0 && bytes[3] == 0)
    }

    /// Whether a marker's x is between two indices, in characters of `stride` bytes.
    private static func holdsMarker(_ bytes: UnsafeRawBufferPointer, from start: Int, to end: Int, stride: Int) -> Bool
    {
        for index in start..<end where bytes[index] == UInt8(ascii: "x") && isMarker(bytes, at: index, stride: stride) {
            return true
        }
        return false
    }

    /// Whether the `x` at an index is part of a marker.
    private static func isMarker(_ bytes: UnsafeRawBufferPointer, at index: Int, stride: Int) -> Bool {
        guard index + 4 * stride < bytes.count else { return false }
        switch bytes[index + stride] {
        case UInt8(ascii: "e"): return matches("xecution", in: bytes, at: index, stride: stride)
        case UInt8(ascii: "t"):
            return matches("xtbot", in: bytes, at: index, stride: stride)
                || matches("xtBot", in: bytes, at: index, stride: stride)
        default: return false
        }
    }

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
