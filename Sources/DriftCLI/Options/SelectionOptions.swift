import ArgumentParser
import DriftCore
import DriftEngine

/// The options that choose the environments, and whether to check their snapshots or their orgs.
struct SelectionOptions: ParsableArguments {
    @Flag(help: "Compare contracts with the live org, and the org with its snapshots.")
    var live = false

    @Option(
        help: ArgumentHelp(
            "Say which side changed since a git revision. An input that was added since, and isn't sent, is an error.",
            valueName: "git:REV"
        )
    )
    var base: SourceName?

    @Flag(help: "With --live, update the snapshots if an interface changed.")
    var update = false

    @Flag(help: "With --update, write the index even if no interface changed.")
    var index = false

    @Flag(help: "With --live, don't search earlier versions of a changed flow for the one that made the change.")
    var noCause = false

    @Option(help: ArgumentHelp("An environment to check; may be given several times.", valueName: "name"))
    var environment: [EnvironmentName] = []
}

/// The options for checking flows that aren't published yet; a gate doesn't have them.
struct ExportOptions: ParsableArguments {
    @Flag(help: "With --live, also show drafts, which are not published yet.")
    var drafts = false

    @Option(
        help: ArgumentHelp(
            "Check exports (a folder or a file), or the snapshots at git:REV, instead of the current snapshots.",
            valueName: "source"
        )
    )
    var from: SourceName?
}
