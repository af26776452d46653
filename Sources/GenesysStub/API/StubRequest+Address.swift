extension StubRequest {
    /// The address of another page of the same listing, relative to the host.
    ///
    /// - Parameter items: The query items that differ; a cursor replaces any other cursor.
    /// - Returns: The path with its query.
    func address(replacing items: [(name: String, value: String)]) -> String {
        let cursors = ["before", "after"]
        let isCursored = items.contains { cursors.contains($0.name) }
        let kept = query.filter { item in
            !items.contains { $0.name == item.name } && !(isCursored && cursors.contains(item.name))
        }
        let query = (kept + items).map { Self.encoded($0.name) + "=" + Self.encoded($0.value) }
        let path = target.prefix { $0 != "?" }
        return query.isEmpty ? String(path) : path + "?" + query.joined(separator: "&")
    }

    /// A text in a query, percent-encoded except for letters, digits and `-._~`.
    private static func encoded(_ text: String) -> String {
        text.utf8.reduce(into: "") { result, byte in
            let scalar = Unicode.Scalar(byte)
            if scalar.isASCII, scalar.properties.isAlphabetic || "0123456789-._~".unicodeScalars.contains(scalar) {
                result.unicodeScalars.append(scalar)
            } else {
                let digits = String(byte, radix: 16, uppercase: true)
                result += digits.count == 1 ? "%0" + digits : "%" + digits
            }
        }
    }
}
