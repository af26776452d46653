package import DriftCore

/// A Terraform plan on top of an environment's snapshots.
package struct PlanSource {
    /// The output of `terraform show -json`.
    package let file: String

    package let environment: EnvironmentName

    /// The folder where Terraform ran, or `nil` for the working folder.
    package let chdir: String?

    package let workspace: Workspace

    /// The most bytes that a plan may have; it holds the whole configuration, and all resources twice.
    private static let largest = 1 << 30

    /// Reads the plan, its flows' files, and the snapshots.
    ///
    /// - Parameter contracts: The contracts that must hold in the environment.
    /// - Returns: The environment after an apply, and the events known there.
    /// - Throws: ``ReadingError`` if the plan or the snapshots can't be read.
    package func read(contracts: [Contract]) async throws -> (planned: PlannedEnvironment, events: EventCatalogue) {
        let bytes = try workspace.files.bytes(of: file, upTo: Self.largest)
        let plan = try TerraformReader(file: file).read(bytes)
        let source = workspace.snapshots(of: environment)
        let isThere = try workspace.files.hasFolder(source.name)
        let planned = PlannedEnvironment(
            plan,
            file: file,
            in: environment,
            files: await files(of: plan),
            snapshots: isThere ? try snapshots(source) : nil,
            filter: workspace.settings.flows,
            contracts: contracts
        )
        return (planned, isThere ? try source.events() : .embedded)
    }

    private func snapshots(_ source: SnapshotSource) throws(ReadingError) -> FlowSet {
        var set = try source.flowSet()
        if try source.index().hasNoTriggers, set.strayTriggers == nil { set.strayTriggers = [] }
        return set
    }

    /// The result of reading a flow's file.
    private enum Content: Sendable {
        case flow(Flow, PlannedOpening)
        /// The plan doesn't give the content; the value is the reason, as a phrase.
        case untold(String)
        case unread(ReadingError)
    }

    private func files(of plan: TerraformPlan) async -> PlannedFiles {
        let wanted = plan.flows.filter { $0.deposedKey == nil && $0.action != .delete && $0.action != .forget }
        let contents = await inParallel(wanted) { flow in
            flow.after.map { content($0, of: flow.address) }
        }
        var files = PlannedFiles()
        for (flow, content) in zip(wanted, contents) {
            switch content {
            case .flow(let found, let opening)?:
                files.flows[flow.address] = found
                files.openings[flow.address] = opening
            case .untold(let reason)?: files.reasons[flow.address] = reason
            case .unread(let problem)?: files.problems[flow.address] = problem
            case nil: break
            }
        }
        return files
    }

    private func content(_ settings: FlowSettings, of address: String) -> Content {
        guard let path = settings.filepath else { return .untold("it names no file") }
        guard let path = path.value else {
            return .untold("its file is \(path.unknownReason?.description ?? "not known")")
        }
        let file = path.hasPrefix("/") ? path : (chdir.map { $0.withoutTrailingSlash + "/" } ?? "") + path
        do throws(ReadingError) {
            let bytes = try workspace.files.bytes(of: file)
            let (flow, opening) = try PlannedFlowReader(substitutions: settings.substitutions).read(bytes, file: file)
            return .flow(flow, opening)
        } catch {
            return .unread(with(error, path, of: address))
        }
    }

    /// The error with the flow's address and a hint at `--chdir`: a missing file often means the wrong folder.
    private func with(_ error: ReadingError, _ path: String, of address: String) -> ReadingError {
        guard !ClosedFile.refuses(error) else {
            return ReadingError(
                "'\(address)' names the file '\(path)': "
                    + error.problem.prefix(1).lowercased() + error.problem.dropFirst(),
                at: Place(file: file),
                fix: error.fix
            )
        }
        var error = error
        // The author of the plan may have named any file, so only its beginning goes into a log.
        error.problem = Excerpt.clipped(error.problem)
        if chdir == nil, error.fix == nil { error.fix = "name the folder where Terraform ran with --chdir" }
        return error
    }
}
