import ArgumentParser
import DriftCore

/// How a stand-in decides whether to accept a launch.
enum LaunchJudging: String, CaseIterable, ExpressibleByArgument {
    /// A launch is accepted if the rules on requests find no error.
    case judge
    /// Every launch whose body is JSON is accepted.
    case accept
}

/// The options for the launches of a stand-in.
struct LaunchOptions: ParsableArguments {
    @Option(
        name: .customLong("id"),
        help: ArgumentHelp(
            "An id for a flow in addition to its own and those in contracts; may be given several times.",
            valueName: "type/name=uuid"
        )
    )
    var ids: [String] = []

    @Option(
        help: ArgumentHelp(
            "A YAML file with the output values that flows return, by flow and output.",
            valueName: "file"
        ),
        completion: .file(extensions: ["yaml", "yml"])
    )
    var outputs: String?

    @Option(
        name: .customLong("launches"),
        help: ArgumentHelp(
            "Check launches as lint does (judge), or accept each one whose body is JSON (accept).",
            valueName: "how"
        )
    )
    var judging = LaunchJudging.judge

    @Option(
        help: ArgumentHelp(
            "Record the launches in a file: flows, and names and types of inputs, but no values.",
            valueName: "file"
        ),
        completion: .file(extensions: ["ndjson"])
    )
    var recordLaunches: String?

    @Flag(help: "Add new launches to the recording instead of replacing it, for tests in several processes.")
    var append = false

    @Flag(help: "Also record the values of inputs.")
    var recordValues = false

    func validate() throws {
        guard recordLaunches != nil || !append && !recordValues else {
            throw ValidationError("\(append ? "--append" : "--record-values") requires --record-launches")
        }
    }
}
