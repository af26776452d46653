import Mustache

/// Text with all markup escaped, for a page or a quoted attribute.
///
/// All values in the page have this type, so that none is inserted unescaped. Mustache's own escaping isn't used: it
/// works on whole characters, and misses a quotation mark before a combining accent.
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
