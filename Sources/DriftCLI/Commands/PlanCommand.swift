import ArgumentParser
import DriftCore
import DriftEngine
import DriftReports

/// `flowdrift plan`: checks an environment as a Terraform plan would leave it, before anyone applies the plan.
struct PlanCommand: RunnableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan",
        abstract: "Checks the flows and triggers as a Terraform plan would leave them.",
        discussion: """
            Example:
              terraform plan -out plan.bin && terraform show -json plan.bin > plan.json
              flowdrift plan plan.json --environment prod --chdir infrastructure

            The file may be a Terraform state instead of a plan. --chdir names the folder where Terraform ran; paths \
            of flow files are relative to it. A value that Terraform knows only after apply is unknown; with \
            --strict, the exit status is then 2.

            Exit status: 0 in sync, 1 drift, 2 something could not be read, or nothing was checked.
            """
    )

    @Argument(help: ArgumentHelp("The output of `terraform show -json`.", valueName: "file"))
    var file: String

    @Option(help: ArgumentHelp("The environment that the plan is for.", valueName: "name"))
    var environment: EnvironmentName

    @Option(help: ArgumentHelp("The folder where Terraform ran.", valueName: "folder"))
    var chdir: String?

    @OptionGroup var counting: VerdictOptions

    @OptionGroup var before: BaselineOption

    @OptionGroup var reports: ReportArguments

    @OptionGroup var fetching: FetchOptions
    @OptionGroup var project: ProjectOptions

    var places: NamedPlaces { project.places(file, chdir, before.baseline) }

    func run(in context: Context) async throws -> RunStatus {
        try await reports.whateverEnds(settingsFile: project.settingsFile(in: context), in: context) {
            try await judged(in: context)
        }
    }

    private func judged(in context: Context) async throws -> RunStatus {
        let workspace = try fetching.workspace(of: project, in: context)
        let known = try before.read(in: context)
        let resolver = SourceResolver(workspace, chdir: chdir)
        var check = try await resolver.check(plan: file, in: environment)
        check.reportEnvironments(of: workspace, .mayBeNew([environment]))
        for notice in check.notices { context.printError("notice: \(Printable.text(notice.description))\n") }
        let terms = counting.terms(workspace.settings, baseline: known, today: context.today)
        let environments = check.environments(of: workspace)
        return reports.write(
            check.verdict(terms, known: environments),
            settingsFile: project.settingsFile(in: context),
            in: context
        )
    }
}
