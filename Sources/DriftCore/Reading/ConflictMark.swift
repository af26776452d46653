/// A mark of a merge conflict that git left in a file.
struct ConflictMark {
    /// The line with the first mark.
    let position: Position

    /// Finds the first mark in a text, or returns `nil` if the text has none.
    init?(in bytes: [UInt8]) {
        var line = 1
        for text in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            if Self.isMark(text) {
                position = Position(line: line, column: 1)
                return
            }
            line += 1
        }
        return nil
    }

    /// Whether a line begins with at least seven `<` or seven `>`, followed by a blank.
    ///
    /// Git writes more than seven for a conflict inside a conflict.
    private static func isMark(_ line: ArraySlice<UInt8>) -> Bool {
        guard let sign = line.first, sign == UInt8(ascii: "<") || sign == UInt8(ascii: ">") else { return false }
        let signs = line.prefix { $0 == sign }.count
        return signs >= 7 && line.dropFirst(signs).first == UInt8(ascii: " ")
    }

    /// The error of a file with the mark.
    ///
    /// - Parameters:
    /// - file: The file's path.
    /// - what: The kind of file, with its article: `a snapshot`.
    func error(in file: String, _ what: String) -> ReadingError {
        let fix =
            switch what {
            case "a snapshot", "an entry of the index":
                "take the snapshots again with `flowdrift snapshot`, which rewrites the file"
            case "an index", "triggers", "topics":
                "restore one side with `git checkout --theirs -- \(file)`, then run `flowdrift snapshot`"
            case "a baseline": "write the baseline again with `flowdrift check --write-baseline \(file)`"
            default: "resolve the conflict, and remove the markers"
            }
        return ReadingError(
            "The line is a merge conflict marker",
            at: Place(file: file, position: position),
            fix: fix
        )
    }
}
