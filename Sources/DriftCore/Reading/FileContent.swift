/// A file's format, guessed from its first bytes.
enum FileContent {
    case blank, binary, json, base64, text

    init(_ bytes: [UInt8]) {
        let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
        let body = bytes[(hasMark ? 3 : 0)...]
        guard let first = body.first(where: { !Self.isBlank($0) }) else {
            self = .blank
            return
        }
        if bytes.prefix(4096).contains(0) {
            self = .binary
        } else if first == UInt8(ascii: "[") || first == UInt8(ascii: "{") && !Self.beginsWithPlaceholder(body) {
            self = .json
        } else {
            self = Self.isBase64(body) ? .base64 : .text
        }
    }

    /// Whether the text starts with a `{{placeholder}}`, as in a flow file whose root key is a placeholder.
    private static func beginsWithPlaceholder(_ body: ArraySlice<UInt8>) -> Bool {
        let start = body.drop { isBlank($0) }
        return start.count > 2 && start[start.startIndex + 1] == UInt8(ascii: "{")
    }

    /// Whether the text is only base64 digits, and too long for a word.
    private static func isBase64(_ body: ArraySlice<UInt8>) -> Bool {
        var digits = 0
        for byte in body.prefix(4096) where !isBlank(byte) {
            guard byte.isASCIILetterOrDigit || [UInt8(ascii: "+"), UInt8(ascii: "/"), UInt8(ascii: "=")].contains(byte)
            else {
                return false
            }
            digits += 1
        }
        return digits >= 64
    }

    /// Whether a line starts with a flow's root key, such as `workflow:`, or with `flowdrift:`.
    static func hasFlowRoot(_ bytes: [UInt8]) -> Bool {
        bytes.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }).contains { line in
            let key = line.prefix { $0.isASCIILetterOrDigit }
            guard !key.isEmpty, key.count <= 32, line.dropFirst(key.count).first == UInt8(ascii: ":") else {
                return false
            }
            let text = String(decoding: key, as: UTF8.self)
            return text == "flowdrift" || FlowType(archyRoot: text) != nil
        }
    }

    private static func isBlank(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
    }
}

struct FileName {
    /// The path, for messages.
    let path: String

    init(_ path: String) {
        self.path = path
    }

    /// The format that the file's extension indicates.
    enum Kind {
        /// Archy YAML, or a snapshot.
        case yaml
        /// A configuration or a listing.
        case json
        /// An export, whose extension starts with `i3`.
        case flow
        case other
    }

    private var base: Substring { path.split(separator: "/").last ?? "" }

    /// The name without folder and extension.
    var stem: String {
        guard let dot = base.lastIndex(of: "."), dot != base.startIndex else { return String(base) }
        return String(base[..<dot])
    }

    var kind: Kind {
        guard let dot = base.lastIndex(of: ".") else { return .other }
        let name = base[base.index(after: dot)...].lowercased()
        return switch name {
        case "yaml", "yml": .yaml
        case "json": .json
        case _ where name.hasPrefix("i3"): .flow
        default: .other
        }
    }

    /// The id in an exporter's file name, `<name>-<TYPE>-<id>.yaml`, or `nil` if the name has another form.
    ///
    /// Source: MyPureCloud/terraform-provider-genesyscloud, flow exporter.
    func id(of type: FlowType) -> FlowID? {
        guard let id = FlowID(String(stem.suffix(36))), id.isUUID else { return nil }
        return stem.dropLast(36).lowercased().hasSuffix("-\(type)-") ? id : nil
    }
}
