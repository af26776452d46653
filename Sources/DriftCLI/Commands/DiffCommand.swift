import ArgumentParser
import DriftCore
import DriftReports
import SourceText

/// `flowdrift diff`: what differs between two sources, and what it means to callers.
struct DiffCommand: RunnableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: "Compares two sources, and says which differences break a caller.",
        discussion: """
            Examples:
              flowdrift diff test prod
                  the snapshots of two environments
              flowdrift diff git:main snapshots/prod
                  what this branch changes
              flowdrift diff git:v1.4.0 live --environment prod
                  what changed in the org since a release
              flowdrift diff snapshots/prod exports
                  what exports would change
              flowdrift diff prod plan:plan.json --chdir infrastructure
                  what a Terraform plan would change
              flowdrift diff git:main specs --contracts
                  what this branch's code asks more or less of flows

            A source is an environment, a folder of snapshots or of exports, `git:REV`, `live`, or `plan:FILE`. With \
            --contracts it is a folder of contracts, or `git:REV`.

            Exit status: 0 nothing that breaks a caller, 1 a difference that does (with --contracts: a contract that \
            asks more of its flow), 2 something could not be read.
            """
    )

    /// The forms of the report.
    enum Form: String, CaseIterable, ExpressibleByArgument {
        case text, json
    }

    @Argument(help: ArgumentHelp("What it was.", valueName: "a"))
    var from: SourceName

    @Argument(help: ArgumentHelp("What it is.", valueName: "b"))
    var to: SourceName

    @Option(help: ArgumentHelp("The environment, for sources that hold several.", valueName: "name"))
    var environment: EnvironmentName?

    @Flag(name: .customLong("contracts"), help: "Compare contracts instead of flows.")
    var comparesContracts = false

    @Option(help: ArgumentHelp("The folder where Terraform ran, for plan:FILE.", valueName: "folder"))
    var chdir: String?

    @Option(help: ArgumentHelp("The report's form: text or json.", valueName: "format"))
    var report = Form.text

    @OptionGroup var substitutions: SubstitutionOptions
    @OptionGroup var liveOptions: LiveOptions
    @OptionGroup var project: PlaceOptions

    var places: NamedPlaces { project.options.places([from.file, to.file, chdir] + liveOptions.files) }

    func validate() throws {
        let isOfPlan = [from, to].contains { if case .plan = $0 { true } else { false } }
        guard chdir == nil || isOfPlan else { throw ValidationError("--chdir: goes with plan:FILE only") }
    }

    func run(in context: Context) async throws -> RunStatus {
        do {
            return comparesContracts ? try await contracts(in: context) : try await flows(in: context)
        } catch let problem as ReadingError where report == .json {
            context.print(DifferenceJSON(problems: [problem]).textWithoutComparison)
            throw problem
        } catch let failure as CommandFailure where report == .json && failure.status == .couldNotCheck {
            let problem = ReadingError(failure.description, at: Place(file: project.options.settingsFile))
            context.print(DifferenceJSON(problems: [problem]).textWithoutComparison)
            throw failure
        }
    }

    private func flows(in context: Context) async throws -> RunStatus {
        let project = project.options
        let settings = try project.settings(in: context)
        let needsSnapshots = ![from, to].contains { source in
            switch source {
            case .live, .plan: true
            case .git, .named: false
            }
        }
        if let environment, needsSnapshots {
            let revision = [from, to].first { $0.revision != nil }
            try await project.requireKnown([environment], settings, source: revision, in: context)
        }
        let reader = SourceReader(
            project: project,
            settings: settings,
            liveOptions: liveOptions,
            substitutions: try substitutions.values(),
            chdir: chdir,
            context: context
        )
        let shared = environment ?? reader.environment(of: to) ?? reader.environment(of: from)
        let old = try await reader.flows(of: from, in: shared)
        let new = try await reader.flows(of: to, in: shared)
        for notice in old.notices + new.notices {
            context.printError("notice: \(Printable.text(notice.description))\n")
        }
        let difference = FlowSetDifference(from: old, to: new)
        let open = old.problemsOfOpenVariables + new.problemsOfOpenVariables
        let problems = old.problems + new.problems + open + undecided(difference, old, new)
        for problem in problems { context.printError("error: \(Printable.text(problem.description))\n") }
        switch report {
        case .text: context.print(DifferenceText(style: context.style).text(of: difference))
        case .json: context.print(DifferenceJSON(problems: problems).text(of: difference))
        }
        if difference.consequence == .breaks { return .drift }
        return problems.isEmpty ? .inSync : .couldNotCheck
    }

    /// The errors of the flows that could not be compared as a whole.
    private func undecided(_ difference: FlowSetDifference, _ old: FlowSet, _ new: FlowSet) -> [ReadingError] {
        let sides = [old, new].map { set in Dictionary(set.flows.map { ($0.key, $0) }) { first, _ in first } }
        return difference.undecided.map { key in
            let (left, right) = (sides[0][key], sides[1][key])
            if let stale = left?.staleness ?? right?.staleness, left != nil, right != nil { return stale }
            return ReadingError(
                "'\(key)' was not compared: it is listed, and its inputs and outputs could not be read",
                at: Place(file: (left == nil ? from : to).description),
                wayOut: "put its export beside the listing"
            )
        }
    }

    private func contracts(in context: Context) async throws -> RunStatus {
        let old = try await contracts(of: from, in: context)
        let new = try await contracts(of: to, in: context)
        let problems = old.problems + new.problems
        for problem in problems { context.printError("error: \(Printable.text(problem.description))\n") }
        let difference = ContractSetDifference(from: old.contracts, to: new.contracts)
        switch report {
        case .text: context.print(DifferenceText(style: context.style).text(of: difference))
        case .json: context.print(DifferenceJSON(problems: problems).text(of: difference))
        }
        // Half a side would make contracts look new or gone.
        guard problems.isEmpty else { return .couldNotCheck }
        return difference.isStricter ? .drift : .inSync
    }

    private func contracts(of source: SourceName, in context: Context) async throws -> ContractFolder.Reading {
        let reading: ContractFolder.Reading
        switch source {
        case .git(let revision): reading = try await project.options.contracts(at: revision, in: context).read()
        case .named(let path):
            reading = await ContractFolder(paths: [path], isNamed: true, tree: DiskFiles(context: context)).read()
        case .live, .plan: throw CommandFailure.badUsage("\(source): holds no contracts; name a folder or git:REV")
        }
        let isUnread = reading.problems.contains { !ContractFolder.isNothing($0) }
        guard reading.contracts.isEmpty, !isUnread else { return reading }
        throw CommandFailure.couldNotCheck("\(Printable.text(source.description)): no contract was found there")
    }
}

/// Where things are, for a command whose `--contracts` means something else.
struct PlaceOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The settings.", valueName: "file"), completion: .file(extensions: ["yaml", "yml"]))
    var config: String?

    @Option(help: ArgumentHelp("The folder of contracts.", valueName: "path"), completion: .file())
    var specs: String?

    @Option(help: ArgumentHelp("The folder of snapshots.", valueName: "folder"), completion: .directory)
    var snapshots: String?

    @Option(help: .allowPath, completion: .directory)
    var allowPath: [String] = []

    /// The same as the options of other commands.
    var options: ProjectOptions {
        var options = ProjectOptions()
        (options.config, options.contracts, options.snapshots) = (config, specs.map { [$0] } ?? [], snapshots)
        options.allowPath = allowPath
        return options
    }
}

extension ProjectOptions {
    /// The contracts at a revision of git.
    func contracts(at revision: String, in context: Context) throws -> ContractFolder {
        let tree = try GitTree(of: revision, reading: contractsPaths, in: context)
        return ContractFolder(
            paths: contractsPaths.map { tree.root + $0 },
            isNamed: false,
            tree: tree,
            root: tree.root
        )
    }
}
