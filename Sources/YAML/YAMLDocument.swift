/// One parsed document, which never changes.
///
/// The nodes lie in one array and their texts in another, so that a large document is two allocations.
public final class YAMLDocument: Sendable {
    /// The name of the text's file; empty where it is of no file.
    let file: String

    /// The nodes in order of writing.
    let records: ContiguousArray<YAMLRecord>

    /// The texts of all scalars, one after the other; after a ``YAMLShortcut`` the bytes of the text itself.
    let text: [UInt8]

    /// Parses the bytes of a text in UTF-8, with or without a byte order mark.
    ///
    /// Throws: where the text is not one YAML document, has a key twice, or goes beyond the limits.
    public convenience init(
        parsing bytes: UnsafeBufferPointer<UInt8>,
        limits: YAMLLimits = .standard
    ) throws(YAMLError) {
        try self.init(parsing: Array(bytes), limits: limits)
    }

    /// Parses the bytes of a text in UTF-8, with or without a byte order mark.
    ///
    /// - Parameters:
    ///   - bytes: The bytes.
    ///   - file: The file's name, which every node knows; empty where the text is of no file.
    ///   - limits: How much the text may ask.
    /// - Throws: Where the text is not one YAML document, has a key twice, or goes beyond the limits.
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
    /// Throws: where the text is not one YAML document, has a key twice, or goes beyond the limits.
    public convenience init(parsing text: String, limits: YAMLLimits = .standard) throws(YAMLError) {
        try self.init(parsing: Array(text.utf8), limits: limits)
    }

    private init(records: ContiguousArray<YAMLRecord>, text: [UInt8], file: String) {
        self.file = file
        self.records = records
        self.text = text
    }

    /// The top node; nil where the text holds nothing but blanks and comments.
    public var root: YAMLNode? { records.isEmpty ? nil : YAMLNode(self, at: 0) }
}
