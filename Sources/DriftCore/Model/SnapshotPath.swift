import Foundation

/// The path of a flow's snapshot in its environment's folder: `workflow/callback-request.yaml`.
///
/// The path only depends on the flow's type and name. If the name consists of capitalized words, separated by single
/// blanks, the file's name is just the name's slug. For any other name, the slug loses information, so the file's name
/// also has a 64-bit hash. A path never leaves the environment's folder.
public struct SnapshotPath: Hashable, Sendable {
    /// The path, with `/` between its parts.
    public let text: String

    /// The paths that earlier versions of flowdrift gave the flow, if they differ from ``text``; usually empty.
    public let former: [String]

    /// Makes the path of a flow's snapshot.
    public init(_ key: FlowKey) {
        guard let names = NormalForms(key.name) else {
            (text, former) = Self.paths(key.type, key.name, spellings: [key.name])
            return
        }
        (text, former) = Self.paths(key.type, names.composed, spellings: names.all)
    }

    private static func paths(
        _ type: FlowType,
        _ name: String,
        spellings: [String]
    ) -> (text: String, former: [String]) {
        let slug = slug(name)
        let isPlain = isFaithful(slug, to: name) && !endsInHash(slug, of: 16)
        let text = folder(of: type, .long) + "/" + (isPlain ? slug : hashed(slug, name, .long)) + ".yaml"
        guard !isPlain || !isFolder(type) else { return (text, []) }
        let former = spellings.map { spelling in
            let slug = self.slug(spelling)
            let part = isFaithful(slug, to: spelling) ? slug : hashed(slug, spelling, .short)
            return folder(of: type, .short) + "/" + part + ".yaml"
        }
        return (text, former.filter { $0 != text })
    }

    /// The number of digits of a hash in a path.
    private enum Width: Int {
        case short = 8
        case long = 16
    }

    /// The folder of a type; it may have a hash, since an undocumented type may have any name.
    private static func folder(of type: FlowType, _ width: Width) -> String {
        isFolder(type) ? type.name : hashed(slug(type.name), type.name, width)
    }

    /// Whether a type's name is safe as a folder's name.
    private static func isFolder(_ type: FlowType) -> Bool {
        type.name.utf8.count <= longest && !reserved.contains(type.name) && type.name != SnapshotIndex.entriesFolder
    }

    private static func hashed(_ slug: String, _ name: String, _ width: Width) -> String {
        "\(slug.isEmpty ? "flow" : slug)-\(StableHash(of: name).hexadecimal.prefix(width.rawValue))"
    }

    /// Whether the slug alone is enough for a name; a name whose last word looks like a short hash always gets a hash.
    private static func isFaithful(_ slug: String, to name: String) -> Bool {
        !slug.isEmpty && isTitle(name, of: slug) && !reserved.contains(slug) && !endsInHash(slug, of: 8)
    }

    /// Whether a slug could be confused with one that has a hash: its last word is `length` hexadecimal digits.
    private static func endsInHash(_ slug: String, of length: Int) -> Bool {
        let word = slug.utf8.reversed().prefix { $0 != UInt8(ascii: "-") }
        return word.count == length
            && word.allSatisfy { $0.isASCIILetterOrDigit && ($0 <= UInt8(ascii: "9") || $0 <= UInt8(ascii: "f")) }
    }

    /// The maximum length of a slug, which keeps the file's name within the limit of every file system.
    private static let longest = 80

    /// The file names that some operating systems reserve for devices.
    private static let reserved: Set<String> = Set(
        ["con", "prn", "aux", "nul"] + (0...9).flatMap { ["com\($0)", "lpt\($0)"] }
    )

    /// The ASCII letters and digits of a name in lower case, with a hyphen in place of each run of other characters.
    static func slug(_ name: String) -> String {
        var slug: [UInt8] = []
        slug.reserveCapacity(longest)
        for byte in name.utf8 where slug.count < longest {
            if byte.isASCIILetterOrDigit {
                slug.append(byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") ? byte | 0x20 : byte)
            } else if !slug.isEmpty, slug.last != hyphen {
                slug.append(hyphen)
            }
        }
        if slug.last == hyphen { slug.removeLast() }
        return String(decoding: slug, as: UTF8.self)
    }

    /// Whether a slug loses no information about a name: the name is capitalized words, separated by single blanks.
    private static func isTitle(_ name: String, of slug: String) -> Bool {
        var isInitial = true
        return name.utf8.elementsEqual(slug.utf8) { written, byte in
            defer { isInitial = byte == hyphen }
            guard byte != hyphen else { return written == UInt8(ascii: " ") }
            return written == (isInitial && byte > UInt8(ascii: "9") ? byte & ~0x20 : byte)
        }
    }

    private static let hyphen = UInt8(ascii: "-")
}

extension SnapshotPath: CustomStringConvertible {
    /// The path.
    public var description: String { text }
}
