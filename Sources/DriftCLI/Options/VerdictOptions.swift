import ArgumentParser
import DriftCore
import DriftEngine
import DriftReports

/// The options that decide what counts in a verdict.
struct VerdictOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The least severity that fails: error, warning or note.", valueName: "severity"))
    var failOn: Severity?

    @Flag(help: "Fail with status 2 where something could not be decided.")
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

/// The option that names the file of known findings.
struct BaselineOption: ParsableArguments {
    @Option(
        help: ArgumentHelp("Findings that were there before, which do not count.", valueName: "file"),
        completion: .file()
    )
    var baseline: String?

    /// The known findings, or `nil` if no file is named.
    ///
    /// - Throws: ``ReadingError`` if the file can't be read.
    func read(in context: Context) throws -> Baseline? {
        try baseline.map { file in
            let read = try BaselineReader().baseline(FileReader(context: context).bytes(of: file), file: file)
            if read.lacksSeverities {
                let name = Printable.text(file)
                context.printError(
                    "notice: \(name): an older flowdrift wrote it without severities, so it accepts warnings and notes, "
                        + "and no error; bring it up to date with `flowdrift check --write-baseline \(name)`\n"
                )
            }
            return read
        }
    }
}
