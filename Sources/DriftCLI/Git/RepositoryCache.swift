import Dispatch
import DriftCore
import DriftEngine
import Foundation

/// The contracts of other repositories, fetched by the machine's own git into a cache.
///
/// A fetch brings only the newest commit, and only the files that a check reads.
struct RepositoryCache: RepositoryOpener {
    let context: Context
    let mode: Mode

    /// The names of the repositories that may be fetched, or `nil` for all.
    ///
    /// A pull request must not make a runner fetch an address of its choice with the runner's credentials.
    var fetchable: Set<String>?

    /// When to fetch.
    enum Mode: Sendable {
        /// Only the revisions that the cache lacks.
        case missing
        /// Every revision, to bring the cache up to date.
        case everything
        /// Nothing.
        case nothing
    }

    /// How many repositories are fetched at the same time.
    private static let width = 8

    func open(_ revisions: [RepositoryRevision]) async -> [OpenedRevision] {
        await withTaskGroup(of: (Int, OpenedRevision).self) { group in
            var results = Array(repeating: OpenedRevision(), count: revisions.count)
            var next = 0
            func add() {
                let index = next
                next += 1
                group.addTask {
                    // git blocks its thread, which must not be one of the few that tasks run on.
                    await withCheckedContinuation { done in
                        DispatchQueue.global().async { done.resume(returning: (index, open(revisions[index]))) }
                    }
                }
            }
            while next < min(Self.width, revisions.count) { add() }
            for await (index, result) in group {
                results[index] = result
                if next < revisions.count { add() }
            }
            return results
        }
    }

    private func open(_ revision: RepositoryRevision) -> OpenedRevision {
        let repository = CachedRepository(revision, folder: folder, context: context)
        var record = repository.record()
        var problem: ReadingError?
        if mode == .everything || record == nil {
            do throws(ReadingError) {
                try requireFetchable(revision)
                record = try repository.fetch()
                context.printError("fetched \(record?.line(of: revision) ?? revision.name)\n")
            } catch {
                problem = error
            }
        }
        guard let record else { return OpenedRevision(problem: problem) }
        do throws(ReadingError) {
            return opened(try repository.tree(of: record, fetches: record.isNew), record, revision, problem)
        } catch {
            return reopened(repository, revision, after: error)
        }
    }

    /// Fetches a damaged cache again.
    private func reopened(
        _ repository: CachedRepository,
        _ revision: RepositoryRevision,
        after error: ReadingError
    ) -> OpenedRevision {
        do throws(ReadingError) {
            try requireFetchable(revision)
            repository.remove()
            let record = try repository.fetch()
            return opened(try repository.tree(of: record, fetches: true), record, revision, nil)
        } catch {
            return OpenedRevision(problem: error)
        }
    }

    private func opened(
        _ tree: any FileTree,
        _ record: CachedRepository.Record,
        _ revision: RepositoryRevision,
        _ problem: ReadingError?
    ) -> OpenedRevision {
        OpenedRevision(
            tree: tree,
            source: ContractSource(
                repository: revision.contracts.repository.name,
                ref: revision.ref,
                commit: record.commit,
                date: record.date
            ),
            age: record.isNew ? nil : Age.phrase(context.now().timeIntervalSince1970 - record.fetched),
            problem: problem
        )
    }

    private func requireFetchable(_ revision: RepositoryRevision) throws(ReadingError) {
        guard mode != .nothing else {
            throw ReadingError(
                "\(revision.name) is not in the cache, and --offline forbids fetching it",
                at: revision.contracts.place,
                fix: "run the command once without --offline"
            )
        }
        guard fetchable?.contains(revision.contracts.repository.name) ?? true else {
            throw ReadingError(
                "\(revision.contracts.repository.name) was not fetched, because \(Workspace.defaultSettingsFile) "
                    + "at the base revision doesn't list it",
                at: revision.contracts.place,
                fix: "first merge the new entry in \(Workspace.defaultSettingsFile) by itself, then merge this change"
            )
        }
    }

    /// The cache's folder: `flowdrift/git` in XDG_CACHE_HOME, or else in `~/.cache`.
    private var folder: String { context.cacheFolder + "/git" }
}
