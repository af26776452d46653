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
    public var example: RuleExample { RuleExample.all[id] ?? RuleExample(firing: [], silent: []) }
}

extension RuleExample {
    /// The examples by the rules' ids: the text that holds them all is cut up once.
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

    /// The files that a text holds, each behind a line with its path: `//// input-unscoped/fires/contract.yaml`.
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
