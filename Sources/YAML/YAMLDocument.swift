/// One parsed document, which never changes.
///
/// The nodes lie in one array and their texts in another, so that a large document is two allocations.
public final class YAMLDocument: Sendable {
    /// The nodes in order of writing.
    let records: ContiguousArray<YAMLRecord>

    /// The texts of all scalars, one after the other.
    let text: ContiguousArray<UInt8>

    /// Parses the bytes of a text in UTF-8, with or without a byte order mark.
    ///
    /// Throws: where the text is not one YAML document, has a key twice, or goes beyond the limits.
    public convenience init(
        parsing bytes: UnsafeBufferPointer<UInt8>,
        limits: YAMLLimits = .standard
    ) throws(YAMLError) {
        self.init(try YAMLBuilder(reading: bytes, limits: limits))
    }

    /// Parses the bytes of a text in UTF-8, with or without a byte order mark.
    ///
    /// Throws: where the text is not one YAML document, has a key twice, or goes beyond the limits.
    public convenience init(parsing bytes: [UInt8], limits: YAMLLimits = .standard) throws(YAMLError) {
        self.init(
            try bytes.withUnsafeBufferPointer { (buffer) throws(YAMLError) in
                try YAMLBuilder(reading: buffer, limits: limits)
            }
        )
    }

    /// Parses a text.
    ///
    /// Throws: where the text is not one YAML document, has a key twice, or goes beyond the limits.
    public convenience init(parsing text: String, limits: YAMLLimits = .standard) throws(YAMLError) {
        self.init(
            try text.utf8.span.withUnsafeBufferPointer { (buffer) throws(YAMLError) in
                try YAMLBuilder(reading: buffer, limits: limits)
            }
        )
    }

    private init(_ builder: consuming YAMLBuilder) {
        records = builder.records
        text = builder.text
    }

    /// The top node; nil where the text holds nothing but blanks and comments.
    public var root: YAMLNode? { records.isEmpty ? nil : YAMLNode(self, at: 0) }
}
