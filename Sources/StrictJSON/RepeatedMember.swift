/// A member whose name is in one object of a JSON document twice.
///
/// RFC 8259 doesn't say which of the two members counts, and readers differ. The platform and Terraform never write
/// such a document, so the file is damaged, or was merged by hand.
package struct RepeatedMember {
    /// The name as written between its quotes.
    package let name: String

    /// The byte at which the second name starts.
    package let offset: Int

    /// Up to this number of names in one object, names are compared one by one; more names are kept in a set.
    private static let few = 32

    /// Finds the first repeated member of a document, or returns `nil` if no object repeats a name.
    package init?(in bytes: [UInt8]) {
        var scanner = JSONScanner(bytes)
        var names: [UInt64] = []
        var sets: [Int: Set<UInt64>] = [:]
        var starts: [Int] = []
        while let token = scanner.next() {
            switch token {
            case .open: starts.append(names.count)
            case .close:
                guard let start = starts.popLast() else { return nil }
                sets[start] = nil
                names.removeSubrange(start...)
            case .value: break
            case .name(let range):
                guard let start = starts.last else { return nil }
                let hash = Self.hash(bytes, range)
                let isRepeated =
                    names.count - start < Self.few
                    ? names[start...].contains(hash)
                    : !sets[start, default: Set(names[start...])].insert(hash).inserted
                guard !isRepeated else {
                    name = String(decoding: bytes[range], as: UTF8.self)
                    offset = range.lowerBound - 1
                    return
                }
                names.append(hash)
            }
        }
        return nil
    }

    /// FNV-1a over the bytes of a name.
    private static func hash(_ bytes: [UInt8], _ range: Range<Int>) -> UInt64 {
        var value: UInt64 = 0xcbf2_9ce4_8422_2325
        for index in range { value = (value ^ UInt64(bytes[index])) &* 0x0000_0100_0000_01b3 }
        return value
    }
}

extension ReadingError {
    /// Makes the error of a document in which an object repeats a name, or returns `nil` if no object does.
    ///
    /// - Parameters:
    ///   - bytes: The document in UTF-8.
    ///   - file: The file's name, for the error's place.
    ///   - isEncoded: Whether the JSON was decoded from an export, so that its line numbers aren't those of the file.
    ///   - remedy: How to get a valid file.
    package init?(repeatedMemberIn bytes: [UInt8], file: String, isEncoded: Bool = false, remedy: String) {
        guard let member = RepeatedMember(in: bytes) else { return nil }
        let place = Place(file: file, position: isEncoded ? nil : TextPlaces(bytes).position(of: member.offset))
        self.init("An object has the member '\(member.name)' twice", at: place, fix: remedy)
    }
}
