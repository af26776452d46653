/// A picture of a terminal as SVG, drawn from the real output.
struct TerminalPicture {
    /// The command that is typed.
    let command: String

    /// Its output, with the escape sequences for colours.
    let output: String

    let columns: Int

    /// The size of a column and of a line, and the margin, in pixels.
    private static let (columnWidth, lineHeight, margin) = (8.4, 20, 16)

    /// The description for people who can't see the picture.
    let title: String

    /// The picture as SVG, the same in every run.
    var svg: String {
        let lines =
            ["$ \(command)"]
            + output.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
        let width = Int(Double(columns) * Self.columnWidth) + 2 * Self.margin
        let height = lines.count * Self.lineHeight + 2 * Self.margin
        let texts = lines.enumerated().compactMap { number, line in
            Self.text(line, y: Self.margin + number * Self.lineHeight + 14)
        }
        return """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(width) \(height)" width="\(width)" role="img">
            <title>\(Self.escaped(title))</title>
            <style>
              text { font: 14px ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace; fill: #c9d1d9; white-space: pre; }
              .error { fill: #ff938a; font-weight: bold; } .warning { fill: #e3b341; font-weight: bold; }
              .note { fill: #79c0ff; } .good { fill: #56d364; font-weight: bold; } .heading { fill: #ffffff; font-weight: bold; }
            </style>
            <rect width="\(width)" height="\(height)" rx="8" fill="#0d1117"/>
            \(texts.joined(separator: "\n"))
            </svg>

            """
    }

    /// A line with a fixed length, whatever the font, or `nil` if it is empty.
    private static func text(_ line: String, y: Int) -> String? {
        let runs = runs(of: line)
        let count = runs.map(\.text.count).reduce(0, +)
        guard count > 0 else { return nil }
        let spans = runs.map { run in
            run.role.map { "<tspan class=\"\($0)\">\(escaped(run.text))</tspan>" } ?? escaped(run.text)
        }
        let length = Int(Double(count) * columnWidth)
        return "<text x=\"\(margin)\" y=\"\(y)\" textLength=\"\(length)\" lengthAdjust=\"spacingAndGlyphs\" "
            + "xml:space=\"preserve\">\(spans.joined())</text>"
    }

    /// The parts of a line, each with the role that its colour means.
    private static func runs(of line: String) -> [(text: String, role: String?)] {
        let roles = ["31;1": "error", "33;1": "warning", "36": "note", "32;1": "good", "1": "heading", "2": "note"]
        var runs: [(text: String, role: String?)] = []
        for (number, part) in line.split(separator: "\u{1B}[", omittingEmptySubsequences: false).enumerated() {
            guard number > 0, let end = part.firstIndex(of: "m") else {
                runs.append((String(part), nil))
                continue
            }
            runs.append((String(part[part.index(after: end)...]), roles[String(part[..<end])]))
        }
        return runs.filter { !$0.text.isEmpty }
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
    }
}
