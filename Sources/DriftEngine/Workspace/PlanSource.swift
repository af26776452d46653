package import DriftCore

/// A Terraform plan on top of an environment's snapshots.
package struct PlanSource {
    /// What `terraform show -json` wrote.
    package let file: String

    /// The environment that the plan is of.
    package let environment: EnvironmentName

    /// The folder where Terraform ran; nil for the working folder.
    package let chdir: String?

    /// Where the snapshots are, and which flows they are of.
    package let workspace: Workspace

    /// The most bytes that a plan may have: it holds the whole configuration, and all resources twice.
    private static let largest = 1 << 30

    /// Reads the plan, its flows' files, and the snapshots.
    ///
    /// - Parameter contracts: The contracts that must hold in the environment.
    /// - Returns: What the plan would leave, and what is known of events there.
    /// - Throws: ``ReadingError`` where the plan or the snapshots cannot be read.
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

    /// What came of a flow's file.
    private enum Content: Sendable {
        case flow(Flow, PlannedOpening)
        /// The plan does not tell, for the reason given as a phrase.
        case untold(String)
        case unread(ReadingError)
    }

    /// What the files of a plan's flows hold.
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

    /// A file that is not there is mostly looked for in the wrong folder.
    private func with(_ error: ReadingError, _ path: String, of address: String) -> ReadingError {
        guard !ClosedFile.refuses(error) else {
            return ReadingError(
                "'\(address)' names the file '\(path)': "
                    + error.problem.prefix(1).lowercased() + error.problem.dropFirst(),
                at: Place(file: file),
                wayOut: error.wayOut
            )
        }
        var error = error
        // Whoever made the plan may have named any file, so no more than its beginning goes into a log.
        error.problem = Excerpt.clipped(error.problem)
        if chdir == nil, error.wayOut == nil { error.wayOut = "name the folder where Terraform ran with --chdir" }
        return error
    }
}
