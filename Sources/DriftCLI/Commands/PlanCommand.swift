import ArgumentParser
import DriftCore
import DriftReports

/// `flowdrift plan`: what a Terraform plan would leave, before it is applied.
struct PlanCommand: RunnableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan",
        abstract: "Judges the flows and triggers that a Terraform plan would leave.",
        discussion: """
            Example:
              terraform plan -out plan.bin && terraform show -json plan.bin > plan.json
              flowdrift plan plan.json --environment prod --chdir infrastructure

            The file may also be of a state. Flows' files are read from where Terraform ran, --chdir. What is not \
            known until apply is unknown; --strict then ends with status 2.

            Exit status: 0 in sync, 1 drift, 2 something could not be read or nothing was judged.
            """
    )

    @Argument(help: ArgumentHelp("What `terraform show -json` wrote.", valueName: "file"))
    var file: String

    @Option(help: ArgumentHelp("The environment that the plan is of.", valueName: "name"))
    var environment: EnvironmentName

    @Option(help: ArgumentHelp("The folder where Terraform ran.", valueName: "folder"))
    var chdir: String?

    @Option(
        help: ArgumentHelp("The least severity that fails the check: error, warning or note.", valueName: "severity")
    )
    var failOn: Severity?

    @Flag(help: "Fail with status 2 where something could not be decided.")
    var strict = false

    @OptionGroup var reports: ReportArguments

    @OptionGroup var project: ProjectOptions

    func run(in context: Context) async throws -> RunStatus {
        let settings = try project.settings(in: context)
        let plan = try TerraformReader(file: file).read(FileReader(context: context).bytes(of: file))
        let reading = await project.contractFolder(in: context).read()
        var check = Check(reading, judge: Judge(severities: settings.severities))
        let folder = project.snapshotsPath + "/" + environment.text
        let hasSnapshots = FolderWalk(context: context).isFolder(folder)
        let source = SnapshotSource(folder: folder, context: context)
        let snapshots = try hasSnapshots ? source.flowSet() : nil
        let (flows, reasons) = files(of: plan, in: context)
        let planned = PlannedEnvironment(
            plan,
            file: file,
            in: environment,
            files: flows,
            reasons: reasons,
            snapshots: snapshots,
            contracts: check.contracts(in: environment)
        )
        let events = try hasSnapshots ? source.events() : EventCatalogue.embedded
        if planned.touched.isEmpty, planned.unknowns.isEmpty, planned.steps.isEmpty, reading.problems.isEmpty {
            context.print("in sync: the plan changes no flow and no trigger\n")
            return .inSync
        }
        await check.judge(planned, in: environment, from: LoadedSource(planned.flows, name: file, events: events))
        for notice in check.notices { context.printError("notice: \(Printable.text(notice.description))\n") }
        let verdict = check.verdict(
            VerdictTerms(
                failOn: failOn ?? settings.failOn,
                isStrict: strict,
                waivers: settings.waivers,
                today: context.today
            ),
            known: settings.environments ?? project.environmentsWithSnapshots(in: context)
        )
        return reports.write(verdict, settingsFile: project.settingsFile, in: context)
    }

    /// What the files of a plan's flows hold, by address, and why others could not be read.
    private func files(of plan: TerraformPlan, in context: Context) -> ([String: Flow], [String: String]) {
        var (flows, reasons) = ([String: Flow](), [String: String]())
        for planned in plan.flows where planned.deposedKey == nil {
            guard let settings = planned.after else { continue }
            do throws(ReadingError) {
                switch try flow(settings, in: context) {
                case .success(let flow): flows[planned.address] = flow
                case .failure(let reason): reasons[planned.address] = reason.text
                }
            } catch {
                reasons[planned.address] = error.description
            }
        }
        return (flows, reasons)
    }

    /// Why a flow's file cannot be told before apply.
    private struct Reason: Error {
        var text: String
    }

    private func flow(
        _ settings: PlannedFlow.Settings,
        in context: Context
    ) throws(ReadingError) -> Result<Flow, Reason> {
        guard let path = settings.filepath else { return .failure(Reason(text: "it names no file")) }
        guard let path = path.value else {
            return .failure(Reason(text: "its file is \(path.unknownReason?.description ?? "not known")"))
        }
        guard let pairs = settings.substitutions.value else {
            let reason = settings.substitutions.unknownReason?.description ?? "not known"
            return .failure(Reason(text: "its substitutions are \(reason)"))
        }
        let open = pairs.filter { $0.value.value == nil }.keys.sorted()
        guard open.isEmpty else {
            return .failure(Reason(text: "the values for \(open.joined(separator: ", ")) in its file are not known"))
        }
        let file = path.hasPrefix("/") ? path : (chdir.map { $0.withoutTrailingSlash + "/" } ?? "") + path
        let reader = FlowFileReader(substitutions: pairs.compactMapValues(\.value))
        guard case .flow(let flow) = try reader.read(FileReader(context: context).bytes(of: file), file: file) else {
            return .failure(Reason(text: "\(file) holds no flow"))
        }
        return .success(flow)
    }
}

extension Check {
    /// Judges what a plan would leave: the flows that it is about, and what it does.
    mutating func judge(
        _ planned: PlannedEnvironment,
        in environment: EnvironmentName,
        from source: any FlowSource
    ) async {
        let named = Set(contracts(in: environment).compactMap { $0.flowKey(in: environment) })
        let present = Set(planned.flows.flows.map(\.key))
        limit(to: planned.touched.filter { present.contains($0) || named.contains($0) })
        await judge(in: environment, from: source)
        add(planned)
    }
}
