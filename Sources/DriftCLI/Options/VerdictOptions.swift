import ArgumentParser
import DriftCore
import DriftEngine
import DriftReports

/// The options that decide what counts in a verdict.
struct VerdictOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("The lowest severity that fails the run: error, warning or note.", valueName: "severity")
    )
    var failOn: Severity?

    @Flag(help: "Exit with 2 if anything is unknown.")
    var strict = false

    /// What counts, according to the options and the settings.
    func terms(_ settings: Settings, baseline: Baseline? = nil, today: Day) -> VerdictTerms {
        VerdictTerms(
            failOn: failOn ?? settings.failOn,
            isStrict: strict,
            waivers: settings.waivers,
            baseline: baseline,
            today: today
        )
    }
}

/// The option that names the baseline.
struct BaselineOption: ParsableArguments {
    @Option(
        help: ArgumentHelp("A file of known findings, which don't fail the run.", valueName: "file"),
        completion: .file()
    )
    var baseline: String?

    /// The baseline, or `nil` if the command line doesn't name one.
    ///
    /// - Throws: ``ReadingError`` if the file can't be read.
    func read(in context: Context) throws -> Baseline? {
        try baseline.map { file in
            let read = try BaselineReader().baseline(FileReader(context: context).bytes(of: file), file: file)
            if read.lacksSeverities {
                let name = Printable.text(file)
                context.printError(
                    "notice: \(name): an older flowdrift wrote this baseline without severities, so it accepts "
                        + "warnings and notes, but no errors; update it with "
                        + "`flowdrift check --write-baseline \(name)`\n"
                )
            }
            return read
        }
    }
}
