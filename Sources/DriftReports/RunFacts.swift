/// What identifies a run in a report: the program's version, the commit, the time, the environments and the command.
public struct RunFacts: Hashable, Sendable {
    /// The program's version.
    public var version: String

    /// The checked-out commit, abbreviated, or `nil` outside a git repository.
    public var commit: String?

    /// The time of the run in UTC, to the minute: `2026-11-20 12:00 UTC`.
    public var time: String

    /// The environments that were checked, in order.
    public var environments: [String]

    /// The command as it was called.
    public var command: String

    /// Makes the facts of a run.
    public init(version: String, commit: String?, time: String, environments: [String], command: String) {
        self.version = version
        self.commit = commit
        self.time = time
        self.environments = environments
        self.command = command
    }

    /// The facts except the command, each as a phrase.
    var phrases: [String] {
        let names = environments.isEmpty ? nil : environments.joined(separator: ", ")
        return ["flowdrift \(version)", commit.map { "commit \($0)" }, time, names].compactMap(\.self)
    }
}
