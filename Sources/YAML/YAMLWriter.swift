/// Writes values as YAML in one fixed style, with comments, in both block and flow layout.
///
/// The same value always gives the same bytes.
public struct YAMLWriter: Sendable {
    /// The text of the comment at the top, or `nil` for no comment.
    private let header: String?

    /// Makes a writer; `header` is the text of a comment at the top of every output, with one line or several.
    public init(header: String? = nil) {
        self.header = header
    }

    /// The YAML text of a value, which ends with one newline.
    public func text(of value: YAMLValue) -> String {
        var page = YAMLPage()
        if let header { page.addComment(header, indent: 0) }
        page.add(value, indent: 0)
        return page.text
    }
}
