/// Where a flow's snapshot stands under its environment's folder: `workflow/callback-request.yaml`.
///
/// The path follows from type and name alone. A name that is words with capital initials between single blanks
/// gives just its slug; any other name loses something in the slug, and a short hash keeps it apart. So no two
/// flows share a path, on no disk, and a name never leaves its folder.
public struct SnapshotPath: Hashable, Sendable {
    /// The path, with `/` between its parts.
    public let text: String

    /// The path for a flow's snapshot.
    public init(_ key: FlowKey) {
        let slug = Self.slug(key.name)
        let isFaithful =
            !slug.isEmpty && Self.isTitle(key.name, of: slug) && !Self.reserved.contains(slug) && !Self.endsInHash(slug)
        text = Self.folder(of: key.type) + "/" + (isFaithful ? slug : Self.hashed(slug, for: key.name)) + ".yaml"
    }

    /// The folder of a type; one that Genesys Cloud does not document may have any name.
    private static func folder(of type: FlowType) -> String {
        let isSafe = type.name.utf8.count <= longest && !reserved.contains(type.name)
        return isSafe ? type.name : hashed(slug(type.name), for: type.name)
    }

    private static func hashed(_ slug: String, for name: String) -> String {
        "\(slug.isEmpty ? "flow" : slug)-\(StableHash(of: name).hexadecimal.prefix(8))"
    }

    /// Whether a slug could be taken for one with a hash: its last word is eight hexadecimal digits.
    private static func endsInHash(_ slug: String) -> Bool {
        let word = slug.utf8.reversed().prefix { $0 != UInt8(ascii: "-") }
        return word.count == 8
            && word.allSatisfy { $0.isASCIILetterOrDigit && ($0 <= UInt8(ascii: "9") || $0 <= UInt8(ascii: "f")) }
    }

    /// The longest slug, so that the file's name stays short of every file system's limit.
    private static let longest = 80

    /// Names that some systems keep for devices.
    private static let reserved: Set<String> = Set(
        ["con", "prn", "aux", "nul"] + (0...9).flatMap { ["com\($0)", "lpt\($0)"] }
    )

    /// The ASCII letters and digits of a name in lower case, with a hyphen for each run of anything else.
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

    /// Whether a name is the one that a slug is faithful to: each word with a capital initial, blanks between.
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
