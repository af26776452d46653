/// Writes values as YAML in one fixed look, with comments and with block and flow style side by side.
///
/// The same value always gives the same bytes.
public struct YAMLWriter: Sendable {
    /// What the comment at the top says; nil where there is none.
    private let header: String?

    /// Makes a writer; `header` is a comment of one line or several at the top of every text.
    public init(header: String? = nil) {
        self.header = header
    }

    /// The text of a value; it ends with one newline.
    public func text(of value: YAMLValue) -> String {
        var page = YAMLPage()
        if let header { page.addComment(header, indent: 0) }
        page.add(value, indent: 0)
        return page.text
    }
}
