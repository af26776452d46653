import ArgumentParser
import DriftCore
import DriftEngine

/// The options that choose the environments, and whether to judge their snapshots or their orgs.
struct SelectionOptions: ParsableArguments {
    @Flag(help: "Judge the live org, and compare it with its snapshots.")
    var live = false

    @Option(
        help: ArgumentHelp(
            "Say which side changed since a revision; an input that is new since then, and not sent, is an error.",
            valueName: "git:REV"
        )
    )
    var base: SourceName?

    @Flag(help: "With --live, update the snapshots if an interface changed.")
    var update = false

    @Flag(help: "With --update, write the index even if no interface changed.")
    var index = false

    @Option(help: ArgumentHelp("An environment to check; may be given several times.", valueName: "name"))
    var environment: [EnvironmentName] = []
}

/// The options for judging what isn't released yet, which a gate doesn't have.
struct ExportOptions: ParsableArguments {
    @Flag(help: "With --live, also show drafts that are not published yet.")
    var drafts = false

    @Option(
        help: ArgumentHelp(
            "Judge exports (a folder or a file) or the snapshots at git:REV, instead of the present snapshots.",
            valueName: "source"
        )
    )
    var from: SourceName?
}
