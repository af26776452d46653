public import DriftCore
import Synchronization

/// The changes of a flow whose versions are to be found.
public struct VersionQuestion: Sendable {
    /// The flow in the org's list, with its current version.
    public var entry: FlowEntry

    /// The current version, with its publisher.
    public var current: Publication

    /// The version from which the snapshot was made, or `nil` if the index has none.
    public var snapshotVersion: String?

    /// The changes from the snapshot to the current version.
    public var changes: [FlowChange]

    /// Makes a question.
    public init(entry: FlowEntry, current: Publication, snapshotVersion: String?, changes: [FlowChange]) {
        self.entry = entry
        self.current = current
        self.snapshotVersion = snapshotVersion
        self.changes = changes
    }
}

/// How many configurations of earlier versions a run may still request, in all its environments together.
public final class VersionAllowance: Sendable {
    /// The number of requests that a run may make.
    public static let perRun = 60

    private let state: Mutex<(left: Int, gap: String)>

    /// Makes an allowance for one run.
    public init(_ count: Int = VersionAllowance.perRun) {
        state = Mutex((count, "flowdrift had made this run's \(count) requests for earlier versions of flows"))
    }

    /// Why no request is left, or `nil` if one is.
    var gap: String? { state.withLock { $0.left > 0 ? nil : $0.gap } }

    /// Takes one request, or returns `false` if none is left.
    func take() -> Bool {
        state.withLock { state in
            guard state.left > 0 else { return false }
            state.left -= 1
            return true
        }
    }

    /// Allows no more requests if an error shows that the next one would fail, too.
    func note(_ error: PlatformError) {
        switch error.kind {
        case .noAnswer, .rateLimit, .refused: break
        default: guard error.kind.isFinal else { return }
        }
        state.withLock { $0 = (0, "the org stopped answering requests for earlier versions of flows") }
    }
}

extension LiveOrg {
    /// Finds the version that made each change of a flow: one listing of the versions, then a bisection.
    ///
    /// Where something was removed, brought back and removed again, the search finds one of the removals. It requests
    /// at most 2 + log2(n) configurations of a flow with n versions.
    ///
    /// - Parameters:
    ///   - question: The flow and its changes.
    ///   - allowance: The requests that the run may still make.
    /// - Returns: An origin for each change; if a version can't be found, the origin says why.
    public func origins(
        of question: VersionQuestion,
        within allowance: VersionAllowance
    ) async -> [FlowChange: ChangeOrigin] {
        var search = VersionSearch(question, client: client, allowance: allowance)
        return await search.origins()
    }
}

/// The search for the versions that made the changes of one flow.
private struct VersionSearch {
    private let question: VersionQuestion
    private let client: PlatformClient
    private let allowance: VersionAllowance

    /// The flow in each version that was requested, by version.
    private var flows: [String: Flow] = [:]

    /// How many configurations of this flow may still be requested.
    private var left = 0

    init(_ question: VersionQuestion, client: PlatformClient, allowance: VersionAllowance) {
        (self.question, self.client, self.allowance) = (question, client, allowance)
    }

    /// Why a search found nothing, as a phrase.
    private struct Gap: Error {
        var reason: String

        init(_ reason: String) { self.reason = reason }
    }

    mutating func origins() async -> [FlowChange: ChangeOrigin] {
        var origins: [FlowChange: ChangeOrigin] = [:]
        do throws(Gap) {
            let range = try await publishedVersions()
            for change in question.changes {
                do throws(Gap) {
                    origins[change] = try await origin(of: change, in: range)
                } catch {
                    origins[change] = ChangeOrigin(question.current, gap: error.reason)
                }
            }
        } catch {
            for change in question.changes { origins[change] = ChangeOrigin(question.current, gap: error.reason) }
        }
        return origins
    }

    // MARK: - The listing

    /// The published versions from the snapshot's version, or the oldest, to the current one.
    private struct VersionRange {
        var versions: [Publication]

        /// Whether the org no longer lists the snapshot's version, which came before these.
        var isOpen = false
    }

    private mutating func publishedVersions() async throws(Gap) -> VersionRange {
        guard let id = question.entry.id, let current = question.current.version else {
            throw Gap("the org does not say which version is published")
        }
        guard question.snapshotVersion != current else {
            throw Gap("the snapshot says that it was made from this version, too")
        }
        var listed: [Publication]
        if let gap = allowance.gap { throw Gap(gap) }
        do throws(PlatformError) {
            listed = try await versions(of: id)
        } catch {
            allowance.note(error)
            throw Gap("the flow's versions could not be listed: \(error.problem)")
        }
        // If not even the current version has a date, the listing tells none.
        let hasDates = listed.contains { $0.version == current && $0.date != nil }
        if hasDates { listed.removeAll { $0.date == nil } }
        let order: (Publication) -> (String, VersionNumber) = {
            (hasDates ? $0.date ?? "" : "", VersionNumber($0.version ?? ""))
        }
        listed.sort { order($0) < order($1) }
        guard let last = listed.firstIndex(where: { $0.version == current }) else {
            throw Gap("the org's list of versions lacks version \(current)")
        }
        if let snapshot = question.snapshotVersion,
            listed[last...].dropFirst().contains(where: { $0.version == snapshot })
        {
            throw Gap("the snapshot is of version \(snapshot), which was published after this one")
        }
        listed.removeLast(listed.count - last - 1)
        listed[last].publisher = question.current.publisher
        left = 2 + Self.steps(listed.count)
        guard let snapshot = question.snapshotVersion else { return VersionRange(versions: listed) }
        guard let first = listed.firstIndex(where: { $0.version == snapshot }) else {
            let older = listed.dropLast().prefix { VersionNumber($0.version ?? "") < VersionNumber(snapshot) }
            return VersionRange(versions: Array(listed[older.endIndex...]), isOpen: true)
        }
        return VersionRange(versions: Array(listed[first...]))
    }

    /// The number of halvings of a count until at most one is left: log2, rounded up.
    private static func steps(_ count: Int) -> Int {
        var (steps, size) = (0, 1)
        while size < count { (steps, size) = (steps + 1, size * 2) }
        return steps
    }

    private func versions(of id: FlowID) async throws(PlatformError) -> [Publication] {
        var versions: [Publication] = []
        var (number, count) = (1, 1)
        while number <= min(count, FlowListing.maximumPageCount) {
            let page = try await client.read(.versions(of: id, page: number, size: Self.pageSize)) {
                (reader, bytes) throws(ReadingError) in
                try reader.versions(bytes)
            }
            versions += page.versions
            count = page.pageCount ?? count
            number += 1
        }
        return versions
    }

    /// The number of versions on a page; the API doesn't document its maximum.
    private static let pageSize = 100

    // MARK: - The bisection

    private mutating func origin(of change: FlowChange, in range: VersionRange) async throws(Gap) -> ChangeOrigin {
        let versions = range.versions
        // The change is in `versions[high]`, and not in `versions[low]`; `low` is -1 for a version that isn't listed.
        var (low, high) = (range.isOpen ? -1 : 0, versions.count - 1)
        if question.snapshotVersion == nil {
            guard high > 0 else { throw Gap("the org lists no earlier version") }
            guard try await lacks(change, versions[0]) else {
                throw Gap("not even \(name(versions[0])), the oldest that the org lists, has it as in the snapshot")
            }
        }
        while high - low > 1 {
            let middle = (low + high) / 2
            if try await lacks(change, versions[middle]) { low = middle } else { high = middle }
        }
        guard low >= 0 else { return ChangeOrigin(versions[high], mayBeEarlier: true) }
        // The snapshot may have been edited, so the version itself is read.
        guard try await lacks(change, versions[low]) else {
            throw Gap(
                "\(name(versions[low])) is not as in the snapshot, although the index says that it was made from it"
            )
        }
        return ChangeOrigin(versions[high], previous: versions[low].version)
    }

    private func name(_ version: Publication) -> String { "version \(version.version ?? "")" }

    /// Whether a version is as before a change.
    private mutating func lacks(_ change: FlowChange, _ version: Publication) async throws(Gap) -> Bool {
        let name = version.version ?? ""
        if let flow = flows[name] { return change.isMissing(in: flow) }
        guard let id = question.entry.id, left > 0 else {
            throw Gap("flowdrift reads only a few versions of one flow, and they were used up for its other changes")
        }
        guard allowance.take() else { throw Gap(allowance.gap ?? "") }
        left -= 1
        let entry = question.entry
        do throws(PlatformError) {
            let flow = try await client.read(.configuration(of: id, version: name)) {
                (reader, bytes) throws(ReadingError) in
                try reader.flow(configuration: bytes, of: entry)
            }
            flows[name] = flow
            return change.isMissing(in: flow)
        } catch {
            allowance.note(error)
            throw Gap("version \(name) could not be read: \(error.problem)")
        }
    }
}
