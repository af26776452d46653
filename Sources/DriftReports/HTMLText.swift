import Mustache

/// Text in which nothing is markup, ready to stand in a page or in a quoted attribute.
///
/// The page is filled with nothing else, so nothing can be put into it unescaped. Mustache's own escaping is not used:
/// it looks at whole characters, and a quotation mark with a combining accent after it is not the mark that it seeks.
struct HTMLText: MustacheCustomRenderable {
    /// The escaped text.
    let renderText: String

    /// Never: an empty text is a text.
    let isNull = false

    /// Escapes a text.
    init(_ text: String) {
        var result = ""
        for scalar in Printable.text(text).unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "'": result += "&#39;"
            // Browsers take the last two of every plane for mistakes.
            case _ where scalar.value & 0xFFFE == 0xFFFE: result += Printable.escape(scalar)
            default: result.unicodeScalars.append(scalar)
            }
        }
        renderText = result
    }
}

/// Text of the program's own, written as it is.
struct Verbatim: MustacheCustomRenderable {
    /// The text.
    let renderText: String

    /// Never: an empty text is a text.
    let isNull = false

    /// Takes a text that is markup, a style or a script.
    init(_ text: String) {
        renderText = text
    }
}
