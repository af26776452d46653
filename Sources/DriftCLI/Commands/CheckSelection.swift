import ArgumentParser
import DriftCore
import DriftEngine
import DriftReports
import GenesysCloud

/// What to check: snapshots, exports or live orgs, and in which environments.
///
/// Each command declares the option groups itself: every level of nested groups makes a debug build of the parser four
/// times slower.
struct CheckSelection {
    var options: SelectionOptions
    var exports: ExportOptions?
    var substitutions: SubstitutionOptions?
    let liveOptions: LiveOptions
    var owner: [String] = []

    /// The exports or the revision to check, or `nil` for snapshots and live orgs.
    var from: SourceName? { exports?.from ?? nil }

    private var drafts: Bool { exports?.drafts ?? false }

    var files: [String?] { [from?.file] + liveOptions.files }

    /// Rejects options that exclude each other.
    func validate() throws {
        switch from {
        case .live?: throw ValidationError("--from live: use --live instead")
        case .plan(let file)?:
            throw ValidationError("--from plan:\(Printable.text(file)): use `flowdrift plan` instead")
        case .named?, .git?, nil: break
        }
        guard from == nil || !options.live else {
            throw ValidationError("--from and --live can't be used together")
        }
        let own = [
            drafts ? "--drafts" : nil, options.update ? "--update" : nil, options.noCause ? "--no-cause" : nil,
        ].compactMap(\.self)
        guard options.live || liveOptions.given.isEmpty && own.isEmpty else {
            throw ValidationError("\((liveOptions.given + own).joined(separator: ", ")): allowed only with --live")
        }
        guard options.update || !options.index else { throw ValidationError("--index: allowed only with --update") }
        if let base = options.base, base.revision == nil {
            throw ValidationError(
                "--base \(Printable.text(base.description)): write a git revision instead, such as git:main"
            )
        }
    }

    func resolver(_ workspace: Workspace, in context: Context) throws -> SourceResolver {
        SourceResolver(
            workspace,
            substitutions: try substitutions?.values() ?? [:],
            org: liveOptions.org(workspace.settings, in: context)
        )
    }

    func request(in workspace: Workspace, _ context: Context) -> CheckRequest {
        var request = CheckRequest()
        request.environments = namedOnce
        request.source = from
        request.base = options.base?.revision
        request.owners = OwnerSelection(owner)
        guard options.live else { return request }
        request.live = LiveTerms(
            showsDrafts: drafts,
            optionsOfOneOrg: liveOptions.givenOfOneOrg,
            versions: options.noCause ? nil : VersionAllowance()
        )
        if options.update {
            let writesIndex = options.index
            request.live?.write = {
                try Self.write($0, workspace.settings.flows, writesIndex: writesIndex, in: context)
            }
        }
        return request
    }

    /// Rewrites the snapshots; if none changes, writes nothing, or only the index if `writesIndex` is true.
    private static func write(
        _ update: LiveUpdate,
        _ filter: FlowFilter,
        writesIndex: Bool,
        in context: Context
    ) throws {
        let folder = SnapshotFolder(update.snapshots)
        let plan = try folder.write(where: { !$0.changes.isEmpty || writesIndex }, in: context) {
            try folder.plan(for: update.set, filter: filter, always: update.named, topics: update.topics, isOfOrg: true)
        }
        let text = SnapshotText(
            plan: plan,
            folder: update.snapshots.name,
            isCheck: false,
            isComplete: update.set.problems.isEmpty
        )
        context.printError(text.text)
    }

    /// The environments that the command line names, each once.
    var namedOnce: [EnvironmentName] {
        let names = options.environment
        return names.enumerated().filter { names.firstIndex(of: $1) == $0 }.map(\.element)
    }
}

extension CheckSelection {
    /// Prints the next steps on standard error if nothing could be checked because files don't exist yet.
    func showNextSteps(
        after verdict: Verdict,
        _ workspace: Workspace,
        _ project: ProjectOptions,
        in context: Context
    ) {
        guard !verdict.hasJudged, verdict.findings.isEmpty, from == nil, !options.live else { return }
        let repository = Repository(project: project, context: context)
        context.printError(NextSteps(repository: repository, settings: workspace.settings).text())
    }
}

extension LiveOptions {
    func org(
        _ settings: Settings,
        in context: Context
    ) -> @Sendable (EnvironmentName) throws -> any OrgSession {
        { try LiveSession(of: $0, options: self, settings: settings, context: context) }
    }
}
