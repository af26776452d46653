import DriftCore
import DriftEngine
import DriftReports

/// Writes and updates the contracts of the flows that some launches start; if one can't be written, writes none.
struct LaunchedContracts {
    /// The files with launches; `-` is standard input.
    let files: [String]

    /// The only flow to look at, or `nil` for all.
    let flow: String?

    let environment: EnvironmentName?

    /// The file to write, `-` to print, or `nil` for each contract's own file.
    let output: String?

    let project: ProjectOptions
    let context: Context

    /// Writes the contracts, and says what changed.
    func write() async throws -> RunStatus {
        let workspace = try project.workspace(in: context)
        try await workspace.requireKnown([environment].compactMap(\.self))
        let resolver = SourceResolver(workspace)
        let finder = try FlowFinder(resolver)
        var folder = workspace.contracts
        folder.readsRecordings = false
        let reading = await folder.read()
        for problem in reading.problems where !ContractFolder.isNothing(problem) { show(problem) }
        let (sources, unread) = sources(in: workspace, reading.contracts)
        guard unread.isEmpty else { return giveUp(unread) }
        let search = LaunchSearch(
            finder,
            try await resolver.launchTargets(from: nil, in: environment),
            contracts: reading.contracts,
            settings: workspace.settings,
            environment: environment
        )
        let found = try search.launches(in: sources, of: flow)
        for notice in found.notices { show(notice) }
        guard found.problems.isEmpty else { return giveUp(found.problems) }
        let plan = ContractPlan(
            finder: finder,
            reading: reading,
            isOfSingleFiles: workspace.contracts.isOneFile,
            launches: self
        )
        let (steps, problems) = try plan.steps(for: found.flows)
        guard problems.isEmpty else { return giveUp(problems) }
        guard !steps.isEmpty else {
            throw RunFailure.couldNotCheck("no launch was accepted, so there is nothing to write a contract from")
        }
        try requireOneOutput(for: steps)
        try put(steps)
        return .inSync
    }

    func show(_ notice: FlowSet.Notice) { context.printError("notice: \(Printable.text(notice.description))\n") }

    private func show(_ problem: ReadingError) { context.printError("error: \(Printable.text(problem.description))\n") }

    private func giveUp(_ problems: [ReadingError]) -> RunStatus {
        for problem in problems { show(problem) }
        context.printError("nothing was written\n")
        return .couldNotCheck
    }

    /// Reads each file once, in order of name.
    private func sources(
        in workspace: Workspace,
        _ contracts: [Contract]
    ) -> (sources: [LaunchSource], problems: [ReadingError]) {
        var (sources, problems): ([LaunchSource], [ReadingError]) = ([], [])
        for file in Set(files.map { $0 == "-" ? $0 : context.shortest($0) }).sorted() {
            do throws(ReadingError) {
                let name = file == "-" ? "standard input" : file
                let bytes = file == "-" ? try context.readInput(name) : try workspace.files.bytes(of: file)
                var source = try LaunchSource(reading: bytes, file: name, contracts: contracts)
                if file == "-" { source.isRecording = false }
                sources.append(source)
            } catch {
                problems.append(error)
            }
        }
        return (sources, problems)
    }

    private func requireOneOutput(for steps: [ContractPlan.Step]) throws {
        guard let output, output != "-" else { return }
        guard steps.count == 1, let step = steps.first else {
            throw RunFailure.badUsage(
                "--output \(output): the launches start flows of \(steps.count) contracts; name one flow"
            )
        }
        guard step.isNew || context.shortest(output) == context.shortest(step.path) else {
            throw RunFailure.badUsage(
                "--output \(output): the flow's contract \(step.path) already exists, and is updated in place; "
                    + "print the result with `--output -`"
            )
        }
    }

    private func put(_ steps: [ContractPlan.Step]) throws {
        if output == "-" { return context.print(steps.map(\.text).joined(separator: "---\n")) }
        for step in steps {
            if step.isNew {
                try FileWriter(context: context).make(step.path, with: step.text)
            } else if step.isChange {
                try FileWriter(context: context).create(step.path, with: step.text)
            }
            context.print(step.summary.map { Printable.text($0) + "\n" }.joined())
        }
        guard steps.contains(where: { $0.isNew || $0.isChange }) else { return }
        context.printError("next: review what was written, then run `flowdrift check`\n")
    }
}
