import ArgumentParser
import DriftCore

/// How a stand-in decides on launches.
enum LaunchJudging: String, CaseIterable, ExpressibleByArgument {
    /// By the rules on requests.
    case judge
    /// Every launch whose body is JSON is accepted.
    case accept
}

/// The options for the launches of a stand-in.
struct LaunchOptions: ParsableArguments {
    @Option(
        name: .customLong("id"),
        help: ArgumentHelp(
            "Another id for a flow, besides its own and those in contracts; may be given several times.",
            valueName: "type/name=uuid"
        )
    )
    var ids: [String] = []

    @Option(
        help: ArgumentHelp("A YAML file with the values of flows' outputs, by flow and output.", valueName: "file"),
        completion: .file(extensions: ["yaml", "yml"])
    )
    var outputs: String?

    @Option(
        name: .customLong("launches"),
        help: ArgumentHelp("Judge launches, or accept all whose body is JSON: judge or accept.", valueName: "how")
    )
    var judging = LaunchJudging.judge

    @Option(
        help: ArgumentHelp("Record the launches: flows, names and types of inputs, no values.", valueName: "file"),
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
