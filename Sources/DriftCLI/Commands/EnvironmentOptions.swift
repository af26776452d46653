import ArgumentParser
import DriftCore
import DriftReports

/// The options that say which environments are judged, and whether by their snapshots or by their orgs.
struct EnvironmentOptions: ParsableArguments {
    @Flag(help: "Judge the live org, and compare it with its snapshots.")
    var live = false

    @Option(
        help: ArgumentHelp(
            "Tell what moved since a revision; an input that is new since then, and not sent, is an error.",
            valueName: "git:REV"
        )
    )
    var base: SourceName?

    @Flag(help: "With --live, write the snapshots anew where an interface changed.")
    var update = false

    @Flag(help: "With --update, write the index even where no interface changed.")
    var index = false

    @Option(help: ArgumentHelp("An environment to check; may be given several times.", valueName: "name"))
    var environment: [EnvironmentName] = []

    @OptionGroup var liveOptions: LiveOptions

    /// The paths that the options name.
    var files: [String?] { liveOptions.files }

    /// The environments that the command line names, each once.
    var namedOnce: [EnvironmentName] {
        environment.enumerated().filter { environment.firstIndex(of: $1) == $0 }.map(\.element)
    }

    /// What a live check writes.
    var writing: LiveCheck.Update? { update ? index ? .index : .snapshots : nil }

    func validate() throws {
        let own = update ? ["--update"] : []
        guard live || liveOptions.given.isEmpty && own.isEmpty else {
            throw ValidationError("\((liveOptions.given + own).joined(separator: ", ")): goes with --live only")
        }
        guard update || !index else { throw ValidationError("--index: goes with --update only") }
        if let base, base.revision == nil {
            throw ValidationError("--base \(Printable.text(base.description)): write a revision of git, git:main")
        }
    }
}
