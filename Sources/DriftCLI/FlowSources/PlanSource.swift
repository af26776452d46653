import DriftCore

/// A Terraform plan on top of an environment's snapshots.
struct PlanSource {
    /// What `terraform show -json` wrote.
    let file: String

    /// The environment that the plan is of.
    let environment: EnvironmentName

    /// The folder where Terraform ran; nil for the working folder.
    let chdir: String?

    /// Where the snapshots are.
    let project: ProjectOptions

    /// The world.
    let context: Context

    /// Reads the plan, its flows' files, and the snapshots.
    ///
    /// - Parameter contracts: The contracts that must hold in the environment.
    /// - Returns: What the plan would leave, and what is known of events there.
    /// - Throws: ``ReadingError`` where the plan or the snapshots cannot be read.
    func read(contracts: [Contract]) async throws -> (planned: PlannedEnvironment, events: EventCatalogue) {
        let reader = FileReader(context: context, largest: FileReader.largestPlan)
        let plan = try TerraformReader(file: file).read(reader.bytes(of: file))
        let source = project.snapshots(of: environment, in: context)
        let isThere = try FolderWalk(context: context).hasFolder(source.name)
        let planned = PlannedEnvironment(
            plan,
            file: file,
            in: environment,
            files: await files(of: plan),
            snapshots: isThere ? try source.flowSet() : nil,
            contracts: contracts
        )
        return (planned, isThere ? try source.events() : .embedded)
    }

    /// What came of a flow's file.
    private enum Content: Sendable {
        case flow(Flow)
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
            case .flow(let found)?: files.flows[flow.address] = found
            case .untold(let reason)?: files.reasons[flow.address] = reason
            case .unread(let problem)?: files.problems[flow.address] = problem
            case nil: break
            }
        }
        return files
    }

    private func content(_ settings: PlannedFlow.Settings, of address: String) -> Content {
        guard let path = settings.filepath else { return .untold("it names no file") }
        guard let path = path.value else {
            return .untold("its file is \(path.unknownReason?.description ?? "not known")")
        }
        guard let pairs = settings.substitutions.value else {
            return .untold("its substitutions are \(settings.substitutions.unknownReason?.description ?? "not known")")
        }
        let open = pairs.filter { $0.value.value == nil }.sorted { $0.key < $1.key }
        guard open.isEmpty else {
            let list = open.map { "'\($0.key)' is \($0.value.unknownReason?.description ?? "not known")" }
            return .untold("the value for " + list.joined(separator: ", for "))
        }
        let file = path.hasPrefix("/") ? path : (chdir.map { $0.withoutTrailingSlash + "/" } ?? "") + path
        let reader = FlowFileReader(substitutions: pairs.compactMapValues(\.value))
        do throws(ReadingError) {
            let content = try reader.read(FileReader(context: context).bytes(of: file), file: file)
            guard case .flow(let flow) = content else {
                throw ReadingError("The file holds no flow", at: Place(file: file))
            }
            return .flow(flow)
        } catch {
            return .unread(with(error, path, of: address))
        }
    }

    /// A file that is not there is mostly looked for in the wrong folder.
    private func with(_ error: ReadingError, _ path: String, of address: String) -> ReadingError {
        guard !Confinement.isRefusal(error) else {
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
