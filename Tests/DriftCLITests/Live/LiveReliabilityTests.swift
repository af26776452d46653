import Foundation
import GenesysStub
import TestSupport
import Testing

@testable import DriftCLI

/// Whatever fault an org has, a run ends, reports the fault, and leaves complete snapshots.
///
/// The list is in docs/reliability.md.
struct LiveReliabilityTests {
    @Test func endsWholeWhateverTheFault() async throws {
        let (small, large) = (try await Sample(hasPages: false), try await Sample(hasPages: true))
        var rows = FaultCase.all.map { _ in "" }
        try await withThrowingTaskGroup(of: (Int, String).self) { group in
            for (number, fault) in FaultCase.all.enumerated() {
                // Only a few at once, because each uses a server and a folder.
                if number >= 8, let (done, row) = try await group.next() { rows[done] = row }
                let sample = fault.hasPages ? large : small
                group.addTask { (number, try await sample.row(of: fault)) }
            }
            for try await (number, row) in group { rows[number] = row }
        }
        let page = Self.page(rows, requests: (small.clean.requests, large.clean.requests))
        try expectGolden(page, at: Folders.package.appending(path: "docs/reliability.md"), section: "faults of an org")
    }

    @Test func knowsEveryFaultOfTheStandIn() throws {
        let names = FaultCase.all.map { $0.fault.prefix { $0.isLetter || $0 == "-" } }
        #expect(Set(names) == Set(StubFault.forms.map { $0.name[...] }))
    }

    /// The results before and after an org is published again.
    private struct Sample: Sendable {
        /// The files that the first snapshot left.
        let old: [String: String]

        /// A run without a fault.
        let clean: FaultRun

        private let hasPages: Bool

        init(hasPages: Bool) async throws {
            self.hasPages = hasPages
            let org = FaultRun.org(version: "1.0", hasPages: hasPages)
            old = try await LiveProject.serving(org, rateLimit: 1_000_000) { live in
                #expect(await live.run("snapshot").status == 0)
                return try live.folder.tree()
            }
            clean = try await FaultRun(fault: nil, hasPages: hasPages, in: old)
            #expect(clean.status == 0)
            let changed = clean.files.filter { [old] in old[$0.key] != $0.value }
            #expect(changed.count == 4)
        }

        func row(of fault: FaultCase) async throws -> String {
            let run = try await FaultRun(fault: StubFault(fault.fault), hasPages: hasPages, in: old)
            // No file is half-written, left over, or missing.
            #expect(run.files.keys.sorted() == clean.files.keys.sorted(), "\(fault.fault)")
            let half = run.files.filter { file, text in
                !TemporaryFolder.isOfIndex(file) && text != old[file] && text != clean.files[file]
            }
            #expect(half == [:], "\(fault.fault)")
            // Only what was really read counts as in sync.
            #expect([0, 2].contains(run.status), "\(fault.fault)")
            #expect(run.status == 2 || run.files == clean.files, "\(fault.fault)")
            #expect((run.status == 0) == (run.problem == nil), "\(fault.fault)")
            let snapshots =
                run.files == clean.files
                ? "new" : run.files == old ? "unchanged" : "some new, the others unchanged"
            let cells = [
                "`\(fault.fault)`", fault.action, "\(run.requests)", "\(run.status)", snapshots, run.problem ?? "",
            ]
            return "| " + cells.joined(separator: " | ") + " |"
        }
    }

    private static func page(_ rows: [String], requests: (small: Int, large: Int)) -> String {
        """
        This table shows what `flowdrift snapshot` does when the org fails, or the network on the way to it. A test
        causes each of these faults with `flowdrift stub --fault`, and writes this table.
        [live.md](live.md#when-the-org-fails) describes the rules behind it.

        The org has three flows, and two of them were published again since the last snapshot. Without a fault, the
        run sends \(requests.small) requests and ends with status 0. In the last rows, the org has 501 flows and 201
        triggers, two pages of each; without a fault, that takes \(requests.large) requests. `--timeout` is 2 seconds.
        The status is 0 only if everything was read in the end. No run hangs or crashes. Each file is either the old
        one or the new one, never a mix.

        | fault | what flowdrift does | requests | exit status | snapshots | message |
        |---|---|---|---|---|---|
        \(rows.joined(separator: "\n"))
        """
    }
}
