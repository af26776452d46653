import SourceText

/// A text in which some places are changed; everything else stays the same, byte for byte.
struct EditedText {
    private let scalars: [Unicode.Scalar]

    /// The lines without their line breaks; lines end where YAML has a line break.
    private let lines: [Range<Int>]

    /// The line break to write before inserted lines: the one that ends the first line.
    private let lineBreak: String

    private var changes: [Change] = []

    private struct Change {
        var range: Range<Int>
        var text: String
    }

    init(_ text: String) {
        let scalars = Array(text.unicodeScalars)
        // A byte-order mark takes no column.
        var (start, index) = (scalars.first == "\u{FEFF}" ? 1 : 0, 0)
        var lines: [Range<Int>] = []
        var lineBreak = "\n"
        while index < scalars.count {
            guard Self.isBreak(scalars[index]) else {
                index += 1
                continue
            }
            lines.append(start..<index)
            let isPair = scalars[index] == "\r" && index + 1 < scalars.count && scalars[index + 1] == "\n"
            if lines.count == 1, isPair { lineBreak = "\r\n" }
            index += isPair ? 2 : 1
            start = index
        }
        lines.append(start..<scalars.count)
        (self.scalars, self.lines, self.lineBreak) = (scalars, lines, lineBreak)
    }

    private static func isBreak(_ scalar: Unicode.Scalar) -> Bool {
        ["\n", "\r", "\u{85}", "\u{2028}", "\u{2029}"].contains(scalar)
    }

    private static func isBlank(_ scalar: Unicode.Scalar) -> Bool { scalar == " " || scalar == "\t" }

    /// The index of the scalar at a position, or `nil` if the text has no such position.
    private func index(of position: Position) -> Int? {
        guard lines.indices.contains(position.line - 1), position.column > 0 else { return nil }
        let line = lines[position.line - 1]
        let index = line.lowerBound + position.column - 1
        return index <= line.upperBound ? index : nil
    }

    /// The scalar at a position, or `nil` at the end of a line.
    func scalar(at position: Position) -> Unicode.Scalar? {
        guard let index = index(of: position), index < lines[position.line - 1].upperBound else { return nil }
        return scalars[index]
    }

    /// The first scalar that isn't blank between a position and the end of its line, or `nil` if there is none.
    func scalar(afterBlanksFrom position: Position) -> Unicode.Scalar? {
        guard let index = index(of: position) else { return nil }
        return scalars[index..<lines[position.line - 1].upperBound].first { !Self.isBlank($0) }
    }

    /// Whether only blanks precede a position on its line.
    func isFirstOnItsLine(_ position: Position) -> Bool {
        guard let index = index(of: position) else { return false }
        return scalars[lines[position.line - 1].lowerBound..<index].allSatisfy(Self.isBlank)
    }

    /// Whether a collection is on one line and has only blanks between its brackets.
    func isEmptyInside(from start: Position, to end: Position) -> Bool {
        guard start.line == end.line, let first = index(of: start), let last = index(of: end), last >= first + 2 else {
            return false
        }
        return scalars[(first + 1)..<(last - 1)].allSatisfy(Self.isBlank)
    }

    /// Replaces the text between two positions.
    mutating func replace(from start: Position, to end: Position, by text: String) {
        guard let first = index(of: start), let last = index(of: end), first <= last else { return }
        changes.append(Change(range: first..<last, text: text))
    }

    /// Removes the text between two positions; if nothing follows on the line, the blanks before the text too.
    mutating func remove(from start: Position, to end: Position) {
        guard var first = index(of: start), let last = index(of: end), first <= last else { return }
        if scalar(afterBlanksFrom: end) == nil {
            let line = lines[start.line - 1]
            while first > line.lowerBound, Self.isBlank(scalars[first - 1]) { first -= 1 }
        }
        changes.append(Change(range: first..<last, text: ""))
    }

    /// Inserts a text at a position, after any text that was inserted there before.
    mutating func insert(_ text: String, at position: Position) { replace(from: position, to: position, by: text) }

    /// Inserts lines below a line, counted from 1, after any lines that were inserted there before.
    mutating func insert(_ new: [String], indentedBy blanks: Int, below line: Int) {
        guard lines.indices.contains(line - 1) else { return }
        let end = lines[line - 1].upperBound
        let text = new.map { lineBreak + String(repeating: " ", count: blanks) + $0 }.joined()
        changes.append(Change(range: end..<end, text: text))
    }

    /// The last line of the comments below a line, or the line itself if there are none.
    ///
    /// Only comments that are indented by more than `blanks` count.
    ///
    /// Such comments belong to the lines above them.
    func lastLine(ofCommentsBelow line: Int, indentedByMoreThan blanks: Int) -> Int {
        var last = line
        for number in lines.indices.dropFirst(line) {
            let text = scalars[lines[number]]
            guard let first = text.firstIndex(where: { !Self.isBlank($0) }) else { continue }
            guard text[first] == "#", first - text.startIndex > blanks else { break }
            last = number + 1
        }
        return last
    }

    /// The text with its changes.
    var text: String {
        var result = String.UnicodeScalarView()
        var index = 0
        let ordered = changes.enumerated().sorted { left, right in
            (left.element.range.lowerBound, left.offset) < (right.element.range.lowerBound, right.offset)
        }
        for (_, change) in ordered where change.range.lowerBound >= index {
            result.append(contentsOf: scalars[index..<change.range.lowerBound])
            result.append(contentsOf: change.text.unicodeScalars)
            index = change.range.upperBound
        }
        result.append(contentsOf: scalars[index...])
        return String(result)
    }
}
