import ArgumentParser
import DriftCore
import DriftEngine
import DriftReports

/// `flowdrift diff`: shows what differs between two sources, and whether a difference breaks callers.
struct DiffCommand: RunnableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: "Compares the flows of two sources, and says which differences break a caller.",
        discussion: """
            Examples:
              flowdrift diff test prod
                  compares the snapshots of two environments
              flowdrift diff git:main snapshots/prod
                  shows what this branch changes in the snapshots
              flowdrift diff git:v1.4.0 live --environment prod
                  shows what changed in the org since a release
              flowdrift diff snapshots/prod exports
                  shows what the exports would change
              flowdrift diff prod plan:plan.json --chdir infrastructure
                  shows what a Terraform plan would change
              flowdrift diff git:main specs --contracts
                  shows which requirements this branch's contracts add or drop

            A source is an environment, a folder of snapshots or of exports, `git:REV`, `live`, or `plan:FILE`. With \
            --contracts, a source is a folder of contracts, or `git:REV`.

            Exit status: 0 no difference breaks a caller, 1 a difference breaks a caller (with --contracts: a contract \
            requires more of its flow), 2 something could not be read.
            """
    )

    enum Form: String, CaseIterable, ExpressibleByArgument {
        case text, json
    }

    @Argument(help: ArgumentHelp("The old source.", valueName: "a"))
    var from: SourceName

    @Argument(help: ArgumentHelp("The new source.", valueName: "b"))
    var to: SourceName

    @Option(help: ArgumentHelp("The environment to compare, if a source has several.", valueName: "name"))
    var environment: EnvironmentName?

    @Flag(name: .customLong("contracts"), help: "Compare contracts instead of flows.")
    var comparesContracts = false

    @Option(help: ArgumentHelp("The folder where Terraform ran, for plan:FILE.", valueName: "folder"))
    var chdir: String?

    @Option(help: ArgumentHelp("The report's format: text or json.", valueName: "format"))
    var report = Form.text

    @OptionGroup var substitutions: SubstitutionOptions
    @OptionGroup var liveOptions: LiveOptions
    @OptionGroup var project: PlaceOptions

    var places: NamedPlaces { project.options.places([from.file, to.file, chdir] + liveOptions.files) }

    func validate() throws {
        let isOfPlan = [from, to].contains { if case .plan = $0 { true } else { false } }
        guard chdir == nil || isOfPlan else { throw ValidationError("--chdir: allowed only with plan:FILE") }
    }

    func run(in context: Context) async throws -> RunStatus {
        do {
            return comparesContracts ? try await contracts(in: context) : try await flows(in: context)
        } catch let problem as ReadingError where report == .json {
            context.print(DifferenceJSON(problems: [problem]).textWithoutComparison)
            throw problem
        } catch let failure as RunFailure where report == .json && failure.status == .couldNotCheck {
            let problem = ReadingError(failure.description, at: Place(file: project.options.settingsFile(in: context)))
            context.print(DifferenceJSON(problems: [problem]).textWithoutComparison)
            throw failure
        }
    }

    private func flows(in context: Context) async throws -> RunStatus {
        let found = try await resolver(in: context).difference(from: from, to: to, in: environment)
        for notice in found.notices {
            context.printError("notice: \(Printable.text(notice.description))\n")
        }
        for problem in found.problems { context.printError("error: \(Printable.text(problem.description))\n") }
        switch report {
        case .text: context.print(DifferenceText(style: context.style).text(of: found.difference))
        case .json: context.print(DifferenceJSON(problems: found.problems).text(of: found.difference))
        }
        if found.difference.consequence == .breaks { return .drift }
        return found.problems.isEmpty ? .inSync : .couldNotCheck
    }

    private func contracts(in context: Context) async throws -> RunStatus {
        let workspace = project.options.workspace(Settings(), in: context)
        let found = try await SourceResolver(workspace).contractDifference(from: from, to: to)
        for problem in found.problems { context.printError("error: \(Printable.text(problem.description))\n") }
        switch report {
        case .text: context.print(DifferenceText(style: context.style).text(of: found.difference))
        case .json: context.print(DifferenceJSON(problems: found.problems).text(of: found.difference))
        }
        // If one side is incomplete, contracts would look new or deleted.
        guard found.problems.isEmpty else { return .couldNotCheck }
        return found.difference.isStricter ? .drift : .inSync
    }

    private func resolver(in context: Context) throws -> SourceResolver {
        let workspace = try project.options.workspace(in: context)
        return SourceResolver(
            workspace,
            substitutions: try substitutions.values(),
            chdir: chdir,
            org: liveOptions.org(workspace.settings, in: context)
        )
    }
}

/// The project options for `flowdrift diff`, in which `--contracts` is a flag: compare contracts instead of flows.
struct PlaceOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("The settings file.", valueName: "file"),
        completion: .file(extensions: ["yaml", "yml"])
    )
    var config: String?

    @Option(help: ArgumentHelp("The folder of contracts.", valueName: "path"), completion: .file())
    var specs: String?

    @Option(help: ArgumentHelp("The folder of snapshots.", valueName: "folder"), completion: .directory)
    var snapshots: String?

    @Option(help: .allowPath, completion: .directory)
    var allowPath: [String] = []

    /// The same values, in the type that the other commands use.
    var options: ProjectOptions {
        var options = ProjectOptions()
        (options.config, options.contracts, options.snapshots) = (config, specs.map { [$0] } ?? [], snapshots)
        options.allowPath = allowPath
        return options
    }
}
