import Mustache

/// Text in which nothing is markup, to use in a page or in a quoted attribute.
///
/// The page is only filled with this type, so nothing is inserted unescaped. Mustache's own escaping isn't used: it
/// works on whole characters, and misses a quotation mark that is followed by a combining accent.
struct HTMLText: MustacheCustomRenderable {
    let renderText: String

    /// Always `false`, because an empty text is a text, too.
    let isNull = false

    init(_ text: String) {
        var result = ""
        for scalar in Printable.text(text).unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "'": result += "&#39;"
            // Browsers treat the last two scalars of every plane as errors.
            case _ where scalar.value & 0xFFFE == 0xFFFE: result += Printable.escape(scalar)
            default: result.unicodeScalars.append(scalar)
            }
        }
        renderText = result
    }
}

/// Text that is part of the program, such as a style or a script, and isn't escaped.
struct Verbatim: MustacheCustomRenderable {
    let renderText: String
    let isNull = false

    init(_ text: String) {
        renderText = text
    }
}
