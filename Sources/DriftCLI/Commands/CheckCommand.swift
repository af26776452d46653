import ArgumentParser
import DriftCore
import DriftReports

/// `flowdrift check`: compares contracts with flows, and gives a verdict.
struct CheckCommand: RunnableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Compares the contracts with the flows, and fails on drift.",
        discussion: """
            Examples:
              flowdrift check                                    contracts against snapshots, every environment
              flowdrift check --environment prod --fail-on warning
              flowdrift check --from exports --environment prod  against exports that are not published yet
              flowdrift check --live --environment prod          against the live org, and the org against its snapshots
              flowdrift check --report sarif=drift.sarif --report junit=drift.xml --report text

            Exit status: 0 in sync, 1 drift, 2 something selected could not be read or nothing was judged.
            """
    )

    @Flag(help: "Judge the live org, and compare it with its snapshots.")
    var live = false

    @Flag(help: "With --live, also show drafts that are not published yet.")
    var drafts = false

    @Option(help: ArgumentHelp("Judge exports, a folder or one file, instead of snapshots.", valueName: "path"))
    var from: String?

    @Option(help: ArgumentHelp("An environment to check; may be given several times.", valueName: "name"))
    var environment: [EnvironmentName] = []

    @OptionGroup var substitutions: SubstitutionOptions

    @Option(
        help: ArgumentHelp("The least severity that fails the check: error, warning or note.", valueName: "severity")
    )
    var failOn: Severity?

    @Flag(help: "Fail with status 2 where something could not be decided.")
    var strict = false

    @OptionGroup var reports: ReportArguments

    @OptionGroup var liveOptions: LiveOptions
    @OptionGroup var project: ProjectOptions

    func validate() throws {
        guard from == nil || !live else { throw ValidationError("--from and --live exclude each other") }
        guard live || liveOptions.given.isEmpty && !drafts else {
            throw ValidationError(
                "\((liveOptions.given + (drafts ? ["--drafts"] : [])).joined(separator: ", ")): goes with --live only"
            )
        }
    }

    func run(in context: Context) async throws -> RunStatus {
        let settings = try project.settings(in: context)
        let folder = project.contractFolder(in: context)
        var check = Check(await folder.read(), judge: Judge(severities: settings.severities))
        if live {
            try await checkLive(&check, settings, in: context)
        } else {
            for (environment, source) in try await sources(settings, &check, in: context) {
                await check.judge(in: environment, from: source)
            }
        }
        check.reportUnknownEnvironments(among: selectsAll ? check.judgedEnvironments : nil)
        let verdict = check.verdict(failOn: failOn ?? settings.failOn, isStrict: strict)
        for notice in check.notices { context.printError("notice: \(Printable.text(notice.description))\n") }
        return reports.write(verdict, settingsFile: project.settingsFile, in: context)
    }

    /// Judges the org of each selected environment.
    private func checkLive(_ check: inout Check, _ settings: Settings, in context: Context) async throws {
        let names = environment.isEmpty ? settings.environments ?? environmentsWithSnapshots(in: context) : environment
        guard !names.isEmpty else {
            throw CommandFailure.badUsage("name the environment whose org is to be checked with --environment")
        }
        guard names.count == 1 || liveOptions.given.isEmpty else {
            throw CommandFailure.badUsage(
                "\(liveOptions.given.joined(separator: ", ")): goes with one environment; name it with --environment"
            )
        }
        for name in names {
            // What one org refuses keeps nobody from hearing of the others.
            do {
                let session = try LiveSession(of: name, options: liveOptions, settings: settings, context: context)
                let folder = project.snapshotsPath + "/" + name.text
                let live = LiveCheck(environment: name, folder: folder, showsDrafts: drafts, context: context)
                check = try await session.recorded { [check] in
                    try await live.checked(check, session: session, filter: settings.flows)
                }
            } catch let problem as ReadingError {
                check.add(problem)
            }
        }
    }

    private var selectsAll: Bool { from == nil && !live && environment.isEmpty }

    /// Where the flows of each selected environment come from.
    private func sources(
        _ settings: Settings,
        _ check: inout Check,
        in context: Context
    ) async throws -> [(EnvironmentName?, any FlowSource)] {
        guard let from else { return try snapshotSources(settings, &check, in: context) }
        let exports = ExportFolder(
            path: from.withoutTrailingSlash,
            context: context,
            substitutions: try substitutions.values()
        )
        let set = try await exports.flowSet()
        check.add(set, isWhole: FolderWalk(context: context).isFolder(from))
        let source = LoadedSource(set, name: from)
        let names = environment.isEmpty ? settings.environments ?? [] : environment
        return names.isEmpty ? [(nil, source)] : names.map { ($0, source) }
    }

    private func snapshotSources(
        _ settings: Settings,
        _ check: inout Check,
        in context: Context
    ) throws -> [(EnvironmentName?, any FlowSource)] {
        guard substitutions.pairs.isEmpty else {
            throw CommandFailure.badUsage("--set fills the placeholders of exports; name them with --from")
        }
        let present = environmentsWithSnapshots(in: context)
        let selected = environment.isEmpty ? settings.environments ?? present : environment
        if selected.isEmpty {
            check.add(
                ReadingError(
                    "There are no snapshots",
                    at: Place(file: project.snapshotsPath),
                    wayOut: "take some with `flowdrift snapshot --from DIR --environment NAME`"
                )
            )
        }
        return selected.compactMap { name in
            let folder = project.snapshotsPath + "/" + name.text
            guard present.contains(name) else {
                let near = present.isEmpty ? "" : "; there is \(present.map(\.text).joined(separator: ", "))"
                check.add(
                    ReadingError(
                        "Environment '\(name)' has no snapshots" + near,
                        at: Place(file: folder),
                        wayOut: "take them with `flowdrift snapshot --from DIR --environment \(name)`"
                    )
                )
                return nil
            }
            return (name, SnapshotSource(folder: folder, context: context))
        }
    }

    private func environmentsWithSnapshots(in context: Context) -> [EnvironmentName] {
        FolderWalk(context: context).folders(in: project.snapshotsPath).compactMap { EnvironmentName($0) }.sorted()
    }
}
