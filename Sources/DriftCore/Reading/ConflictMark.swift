/// A mark of a merge conflict that git left in a file.
struct ConflictMark {
    /// The line with the first mark.
    let position: Position

    /// Finds the first mark in a text, or returns `nil` if it has none.
    init?(in bytes: [UInt8]) {
        var line = 1
        for text in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            if text.starts(with: "<<<<<<< ".utf8) || text.starts(with: ">>>>>>> ".utf8) {
                position = Position(line: line, column: 1)
                return
            }
            line += 1
        }
        return nil
    }

    /// The error of a file with the mark; `what` is the kind of file with its article: `a snapshot`.
    func error(in file: String, _ what: String) -> ReadingError {
        let fix =
            switch what {
            case "a snapshot": "take the snapshots again with `flowdrift snapshot`, which rewrites the file"
            case "an index", "triggers", "topics":
                "restore one side with `git checkout --theirs -- \(file)`, then run `flowdrift snapshot`"
            case "a baseline": "write it again with `flowdrift check --write-baseline \(file)`"
            default: "keep what is right of both sides, and remove the marks"
            }
        return ReadingError(
            "The line is a mark of a merge conflict",
            at: Place(file: file, position: position),
            wayOut: fix
        )
    }
}
