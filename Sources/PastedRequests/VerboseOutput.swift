/// The output of `curl -v`, whose lines begin with a mark: `*` for actions, `>` for the request, `<` for the answer.
package enum VerboseOutput {
    /// Replaces everything except the answer with `#`, so that the answer keeps its lines and columns.
    ///
    /// - Returns: The changed bytes, or the bytes unchanged if they aren't the output of `curl -v`.
    package static func answer(in bytes: [UInt8]) -> [UInt8] {
        var result = bytes
        var isOutput = false
        var start = 0
        while start < bytes.count {
            let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
            let line = bytes[start..<end]
            if line.starts(with: "< HTTP/".utf8) { isOutput = true }
            if isNoise(line) {
                for index in line.indices { result[index] = UInt8(ascii: "#") }
            } else if isMarked(line, UInt8(ascii: "<")) {
                result[start] = 0x20
            }
            start = end + 1
        }
        return isOutput ? result : bytes
    }

    private static func isMarked(_ line: ArraySlice<UInt8>, _ mark: UInt8) -> Bool {
        line.first == mark && (line.dropFirst().first.map { $0 <= 0x20 } ?? true)
    }

    private static func isNoise(_ line: ArraySlice<UInt8>) -> Bool {
        if isMarked(line, UInt8(ascii: "*")) || isMarked(line, UInt8(ascii: ">")) { return true }
        let isCount = line.starts(with: "{ [".utf8) || line.starts(with: "} [".utf8)
        return isCount && String(decoding: line, as: UTF8.self).contains(" bytes data]")
    }
}
