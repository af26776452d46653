import Foundation

/// Where a flow's snapshot is under its environment's folder: `workflow/callback-request.yaml`.
///
/// The path follows from type and name alone. A name that is words with capital initials between single blanks
/// gives just its slug; any other name loses something in the slug, and a hash of 64 bits keeps it apart. A name never
/// leaves its folder.
public struct SnapshotPath: Hashable, Sendable {
    /// The path, with `/` between its parts.
    public let text: String

    /// The paths that earlier versions gave the flow, other than this one; mostly none.
    public let former: [String]

    /// The path for a flow's snapshot.
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

    /// Which digits of a hash a path has.
    private enum Width: Int {
        case short = 8
        case long = 16
    }

    /// The folder of a type; one that Genesys Cloud does not document may have any name.
    private static func folder(of type: FlowType, _ width: Width) -> String {
        isFolder(type) ? type.name : hashed(slug(type.name), type.name, width)
    }

    /// Whether a type's name can be a folder's.
    private static func isFolder(_ type: FlowType) -> Bool {
        type.name.utf8.count <= longest && !reserved.contains(type.name)
    }

    private static func hashed(_ slug: String, _ name: String, _ width: Width) -> String {
        "\(slug.isEmpty ? "flow" : slug)-\(StableHash(of: name).hexadecimal.prefix(width.rawValue))"
    }

    /// Whether a name may have its slug alone as its file's name; those with a last word like a short hash never had.
    private static func isFaithful(_ slug: String, to name: String) -> Bool {
        !slug.isEmpty && isTitle(name, of: slug) && !reserved.contains(slug) && !endsInHash(slug, of: 8)
    }

    /// Whether a slug could be mistaken for one with a hash: its last word is that many hexadecimal digits.
    private static func endsInHash(_ slug: String, of length: Int) -> Bool {
        let word = slug.utf8.reversed().prefix { $0 != UInt8(ascii: "-") }
        return word.count == length
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
