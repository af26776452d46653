/// Files in which a rule finds something, and similar files in which it doesn't.
public struct RuleExample: Hashable, Sendable {
    /// The files in which this rule, and no other, finds something.
    public var firing: [File]

    /// The corrected files, in which no rule finds anything.
    public var silent: [File]

    /// One file of an example.
    public struct File: Hashable, Sendable {
        /// The file's name: `contract.yaml`, `snapshot.yaml`.
        public var name: String

        /// The file's content.
        public var text: String
    }
}

extension DriftRule {
    /// The rule's example: its test fixtures, which are part of the program.
    public var example: RuleExample { RuleExample.all[id] ?? RuleExample(firing: [], silent: []) }
}

extension RuleExample {
    /// The examples by the rules' ids; the text with all files is split once.
    fileprivate static let all: [String: RuleExample] = {
        var examples: [String: RuleExample] = [:]
        for (path, text) in files(in: fixtures) {
            let names = path.split(separator: "/")
            guard names.count == 3 else { continue }
            let file = File(name: String(names[2]), text: text)
            let kind = names[1] == "fires" ? \RuleExample.firing : \.silent
            examples[String(names[0]), default: RuleExample(firing: [], silent: [])][keyPath: kind].append(file)
        }
        return examples
    }()

    /// The files in a text, each after a line with its path: `//// input-unscoped/fires/contract.yaml`.
    ///
    /// The text lacks the newline at the end of the last file.
    static func files(in text: String) -> [(path: String, text: String)] {
        var files: [(path: String, text: String)] = []
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("//// ") {
                files.append((String(line.dropFirst(5)), ""))
            } else if !files.isEmpty {
                files[files.count - 1].text += line + "\n"
            }
        }
        return files
    }
}
