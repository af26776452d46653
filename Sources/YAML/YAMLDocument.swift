/// A parsed document, which is immutable.
///
/// The nodes are in one array and their texts in another, so that even a large document takes only two allocations.
public final class YAMLDocument: Sendable {
    /// The name of the file, or an empty string if the text isn't from a file.
    let file: String

    /// The nodes in the order of the text.
    let records: ContiguousArray<YAMLRecord>

    /// The texts of all scalars, one after another, or the whole text if a ``YAMLShortcut`` read it.
    let text: [UInt8]

    /// Parses the bytes of a text in UTF-8, with or without a byte order mark.
    ///
    /// - Throws: `YAMLError` if the text isn't one YAML document, repeats a key, or exceeds the limits.
    public convenience init(
        parsing bytes: UnsafeBufferPointer<UInt8>,
        limits: YAMLLimits = .standard
    ) throws(YAMLError) {
        try self.init(parsing: Array(bytes), limits: limits)
    }

    /// Parses the bytes of a text in UTF-8, with or without a byte order mark.
    ///
    /// - Parameters:
    ///   - bytes: The text in UTF-8.
    ///   - file: The file's name, which every node reports; empty if the text isn't from a file.
    ///   - limits: The limits on the size and the depth of the text.
    /// - Throws: `YAMLError` if the text isn't one YAML document, repeats a key, or exceeds the limits.
    public convenience init(
        parsing bytes: [UInt8],
        file: String = "",
        limits: YAMLLimits = .standard
    ) throws(YAMLError) {
        if let shortcut = bytes.withUnsafeBufferPointer({ YAMLShortcut(reading: $0, limits: limits) }) {
            self.init(records: shortcut.records, text: bytes, file: file)
            return
        }
        let builder = try bytes.withUnsafeBufferPointer { (buffer) throws(YAMLError) in
            try YAMLBuilder(reading: buffer, limits: limits)
        }
        self.init(records: builder.records, text: builder.text, file: file)
    }

    /// Parses a text.
    ///
    /// - Throws: `YAMLError` if the text isn't one YAML document, repeats a key, or exceeds the limits.
    public convenience init(parsing text: String, limits: YAMLLimits = .standard) throws(YAMLError) {
        try self.init(parsing: Array(text.utf8), limits: limits)
    }

    private init(records: ContiguousArray<YAMLRecord>, text: [UInt8], file: String) {
        self.file = file
        self.records = records
        self.text = text
    }

    /// The top node, or `nil` if the text contains only blanks and comments.
    public var root: YAMLNode? { records.isEmpty ? nil : YAMLNode(self, at: 0) }
}
