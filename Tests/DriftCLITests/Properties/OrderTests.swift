import Foundation
import TestSupport
import Testing

/// The results of a run don't depend on the names of files, nor on the order of flows, keys or lines in them.
struct OrderTests {
    /// The findings of a repository without their places, and the snapshots.
    private struct Outcome: Equatable {
        var status: Int32
        var findings: [JSONData]
        var coverage: JSONData?
        var snapshots: [String: String]

        init(_ repository: RandomRepository, order: UInt64) async throws {
            let folder = try TemporaryFolder()
            try repository.write(to: folder, order: order)
            let snapshot = await CommandRun("snapshot", "--from", "exports", "--environment", "prod", in: folder)
            #expect(snapshot.status == 0, "\(snapshot.errors)")
            let check = await CommandRun("check", "--report", "json", in: folder)
            status = check.status
            let report = try JSONData(json: Data(check.output.utf8))
            guard case .array(let found)? = report["findings"] else { throw CocoaError(.coderInvalidValue) }
            findings = found.map { finding in
                guard case .object(var members) = finding else { return finding }
                members["location"] = nil
                return .object(members)
            }.sorted { "\($0["fingerprint"] ?? .null)" < "\($1["fingerprint"] ?? .null)" }
            coverage = report["coverage"]
            snapshots = try folder.tree().filter { $0.key.hasPrefix("snapshots/") }
        }
    }

    @Test(arguments: 0..<40 as Range<UInt64>)
    func saysTheSameInWhateverOrderItIsTold(_ seed: UInt64) async throws {
        let repository = RandomRepository(seed: seed)
        let first = try await Outcome(repository, order: 0)
        #expect(!first.findings.isEmpty)
        for order in 1...3 as ClosedRange<UInt64> {
            let other = try await Outcome(repository, order: order)
            #expect(other == first, "order \(order)")
        }
    }
}
