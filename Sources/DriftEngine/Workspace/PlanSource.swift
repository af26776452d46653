package import DriftCore

/// A Terraform plan on top of an environment's snapshots.
package struct PlanSource {
    /// The output of `terraform show -json`.
    package let file: String

    package let environment: EnvironmentName

    /// The folder where Terraform ran, or `nil` for the working folder.
    package let chdir: String?

    package let workspace: Workspace

    /// The maximum size of a plan, in bytes.
    ///
    /// A plan is large, because it has the whole configuration, and each resource twice.
    private static let largest = 1 << 30

    /// Reads the plan, its flows' files, and the snapshots.
    ///
    /// - Parameter contracts: The contracts that must hold in the environment.
    /// - Returns: The environment after an apply, and the known events of the environment.
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
        /// The plan doesn't show the file's content.
        ///
        /// The value is the reason, as a phrase.
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
        guard let path = settings.filepath else { return .untold("the plan names no file for the flow") }
        guard let path = path.value else {
            return .untold("the flow's file is \(path.unknownReason?.description ?? "not known")")
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

    /// The error with a fix.
    ///
    /// A missing file often means that Terraform ran in another folder, so the fix is `--chdir`.
    private func with(_ error: ReadingError, _ path: String, of address: String) -> ReadingError {
        guard !ClosedFile.refuses(error) else {
            return ReadingError(
                "The file '\(path)' of '\(address)' cannot be read: "
                    + error.problem.prefix(1).lowercased() + error.problem.dropFirst(),
                at: Place(file: file),
                fix: error.fix
            )
        }
        var error = error
        // The plan may name any file, and the problem may quote the file, so the message is shortened.
        error.problem = Excerpt.clipped(error.problem)
        if chdir == nil, error.fix == nil { error.fix = "name the folder where Terraform ran with --chdir" }
        return error
    }
}
