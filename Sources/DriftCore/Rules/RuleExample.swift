/// What a rule fires on, and the look-alike on which it stays silent.
public struct RuleExample: Hashable, Sendable {
    /// The files on which the rule fires, and no other rule does.
    public var firing: [File]

    /// The mended twin: files that look alike and on which no rule fires.
    public var silent: [File]

    /// One file of an example.
    public struct File: Hashable, Sendable {
        /// The file's name: `contract.yaml`, `snapshot.yaml`.
        public var name: String

        /// What it holds.
        public var text: String
    }
}

extension DriftRule {
    /// The rule's example: its test fixtures, which are part of the program.
    public var example: RuleExample {
        var example = RuleExample(firing: [], silent: [])
        for part in RuleExample.fixtures.split(separator: RuleExample.separator) {
            let (path, text) = part.splitOnce(at: "\n")
            let names = path.split(separator: "/")
            guard names.count == 3, names[0] == id else { continue }
            let file = RuleExample.File(name: String(names[2]), text: String(text))
            if names[1] == "fires" { example.firing.append(file) } else { example.silent.append(file) }
        }
        return example
    }
}

extension RuleExample {
    /// What stands before the path of each file in ``fixtures``.
    static let separator = "//// "
}

extension Substring {
    /// The text before and after the first occurrence of a character.
    fileprivate func splitOnce(at character: Character) -> (Substring, Substring) {
        guard let index = firstIndex(of: character) else { return (self, "") }
        return (self[..<index], self[self.index(after: index)...])
    }
}
