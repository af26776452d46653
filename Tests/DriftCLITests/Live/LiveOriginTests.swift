import DriftCore
import Foundation
import GenesysStub
import TestSupport
import Testing

@testable import DriftCLI

/// A live check says which published version of a flow made a change.
struct LiveOriginTests {
    private static let before = ["Flow.orderNumber": "string", "Flow.isUrgent": "boolean"]

    /// What was done to the input `Flow.orderNumber`, with the inputs afterwards.
    private static let changes: [String: [String: String]] = [
        "removed": ["Flow.isUrgent": "boolean"],
        "retyped": ["Flow.orderNumber": "integer", "Flow.isUrgent": "boolean"],
        "renamed": ["Flow.orderNo": "string", "Flow.isUrgent": "boolean"],
    ]

    /// `Order Status` with versions from 1.0, each created by a person of its own.
    private static func flow(
        _ count: Int,
        unpublished: Set<Int> = [],
        deleted: Set<Int> = [],
        inputs: (Int) -> [String: String]
    ) -> StubFlow {
        var flow = StubFlow.orderStatus(version: "\(count).0", inputs: inputs(count))
        flow.publisher = "Grace Hopper"
        flow.published?.creator = "Ada \(count)"
        flow.earlier = (1..<count).reversed().filter { !deleted.contains($0) }.map { number in
            StubFlow.Version(
                "\(number).0",
                configuration: StubFlow.orderStatus(inputs: inputs(number)).published?.configuration,
                isPublished: !unpublished.contains(number),
                creator: "Ada \(number)"
            )
        }
        return flow
    }

    /// Checks the live org after a snapshot of version 1.0.
    private func check(
        _ flow: StubFlow,
        snapshot: StubFlow = .orderStatus(),
        faults: [StubFault] = [],
        _ arguments: [String] = [],
        prepare: (LiveProject) throws -> Void = { _ in }
    ) async throws -> (run: CommandRun, requests: [String], folder: TemporaryFolder) {
        try await LiveProject.serving(.orders(snapshot), faults: faults) { live in
            try live.folder.write(Project.contract, to: "specs/order-status.yaml")
            #expect(await live.run("snapshot").status == 0)
            try prepare(live)
            live.server.serve(.orders(flow))
            let count = live.server.requests.count
            let words = ["check", "--live", "--environment", "test", "--host", live.host] + arguments
            let run = await CommandRun(
                words,
                in: live.folder.path,
                variables: LiveProject.client,
                clock: live.clock
            )
            return (run, live.requests(since: count), live.folder)
        }
    }

    /// The requests for earlier versions: listings, and configurations besides the current one.
    private func counts(_ requests: [String], current: Int) -> (listings: Int, configurations: Int) {
        (
            requests.count { $0.contains("/versions?") },
            requests.count { $0.hasSuffix("/configuration") && !$0.contains("/versions/\(current).0/") }
        )
    }

    private static func bound(_ count: Int) -> Int { 2 + Int(log2(Double(count)).rounded(.up)) }

    @Test(
        arguments: ["removed", "retyped", "renamed"],
        [(2, [2]), (30, Array(2...30)), (400, [2, 57, 200, 399, 400])]
    )
    func namesTheVersionThatMadeAChange(_ kind: String, _ history: (count: Int, versions: [Int])) async throws {
        let after = try #require(Self.changes[kind])
        for version in history.versions {
            let flow = Self.flow(history.count) { $0 < version ? Self.before : after }
            let (run, requests, _) = try await check(flow)
            let word = kind == "retyped" ? "changed" : "removed"
            let had = kind == "retyped" ? "had it as before" : "still had it"
            let people = version == history.count ? " by Grace Hopper" : ", version created by Ada \(version)"
            let pattern = "    \(word) in version \(version).0, published 20"
            let line = run.output.split(separator: "\n").first { $0.hasPrefix(pattern) }
            #expect(line?.hasSuffix("\(people); \(version - 1).0 \(had)") == true, "\(run.output)")
            let (listings, configurations) = counts(requests, current: history.count)
            #expect(listings == (history.count + 99) / 100)
            #expect(configurations <= Self.bound(history.count), "\(kind) in \(version) of \(history.count)")
            #expect(run.status == 1)
        }
    }

    @Test func addsTheVersionToFindingsOnContractsToo() async throws {
        let after = try #require(Self.changes["removed"])
        let (run, _, _) = try await check(Self.flow(3) { $0 < 3 ? Self.before : after }, ["--report", "json"])
        let findings = try ReportJSON(run.output).findings.filter { $0.origin != nil }
        #expect(Set(findings.map(\.rule)) == ["input-undeclared", "live-input-removed"])
        for finding in findings {
            #expect(finding.origin?.version == "3.0")
            #expect(finding.origin?.previousVersion == "2.0")
            #expect(finding.origin?.publishedBy == "Grace Hopper")
        }
    }

    @Test func namesOneTrueRemovalOfSeveral() async throws {
        let after = try #require(Self.changes["removed"])
        let isGone = { (version: Int) in (10..<15).contains(version) || version >= 22 }
        let flow = Self.flow(30) { isGone($0) ? after : Self.before }
        let (run, requests, _) = try await check(flow, ["--report", "json"])
        let origin = try #require(ReportJSON(run.output).findings.compactMap(\.origin).first)
        let version = try #require(origin.version.flatMap { Int($0.dropLast(2)) })
        let previous = try #require(origin.previousVersion.flatMap { Int($0.dropLast(2)) })
        #expect([10, 22].contains(version))
        #expect(previous == version - 1)
        // The version before was read, so it's proven to have the input.
        #expect(requests.contains { $0.hasSuffix("/versions/\(previous).0/configuration") })
        #expect(!run.output.contains("only"))
    }

    @Test func skipsVersionsThatWereNeverPublished() async throws {
        let after = try #require(Self.changes["removed"])
        // Version 6.0 lacks the input first, but it was only saved.
        let flow = Self.flow(9, unpublished: [5, 6, 7]) { $0 < 6 ? Self.before : after }
        let (run, requests, _) = try await check(flow)
        #expect(run.output.contains("removed in version 8.0, published"))
        #expect(run.output.contains("; 4.0 still had it"))
        #expect(!requests.contains { $0.contains("/versions/6.0/") })
    }

    /// Removes the versions from the index, as if it had been made from exports.
    private func forgetVersions(_ live: LiveProject) throws {
        for (path, text) in try live.folder.tree() where TemporaryFolder.isOfIndex(path) {
            try live.folder.write(text.replacing(/, version: [^,}]*/, with: ""), to: path)
        }
    }

    @Test func startsAtTheOldestVersionIfTheSnapshotHasNone() async throws {
        let after = try #require(Self.changes["removed"])
        let found = try await check(Self.flow(5) { $0 < 4 ? Self.before : after }, prepare: forgetVersions)
        #expect(found.run.output.contains("removed in version 4.0, published"), "\(found.run.transcript)")
        let single = try await check(Self.flow(1) { _ in after }, prepare: forgetVersions)
        #expect(single.run.output.contains("by Grace Hopper; the org lists no earlier version"))
        // A version that was only saved doesn't count as the oldest.
        let saved = try await check(
            Self.flow(9, unpublished: [1, 5, 6]) { 2..<6 ~= $0 ? Self.before : after },
            prepare: forgetVersions
        )
        #expect(saved.run.output.contains(/removed in version 7\.0, .*; 4\.0 still had it/), "\(saved.run.output)")
        let never = try await check(Self.flow(5) { _ in after }, prepare: forgetVersions)
        #expect(never.run.output.contains("; not even version 1.0, the oldest that the org lists, has it"))
    }

    @Test func saysThatVersionsWereDeleted() async throws {
        let after = try #require(Self.changes["removed"])
        let gone = try await check(Self.flow(9, deleted: [1, 2, 3]) { $0 < 3 ? Self.before : after })
        #expect(
            gone.run.output.contains(
                /removed in version 4\.0, published [^;]*, or in an earlier version that the org no longer lists\n/
            ),
            "\(gone.run.output)"
        )
        // The number of the current version is lower than the snapshot's, as if the versions began anew.
        let anew = try await check(Self.flow(2) { _ in after }, snapshot: .orderStatus(version: "9.0"))
        #expect(anew.run.output.contains(/removed in version 2\.0, .*, or in an earlier version/), "\(anew.run.output)")
        let later = try await check(Self.flow(9, deleted: [1, 2, 3]) { $0 < 7 ? Self.before : after })
        #expect(later.run.output.contains("removed in version 7.0, published"))
    }

    @Test func saysWhyAVersionCannotBeRead() async throws {
        let after = try #require(Self.changes["removed"])
        var flow = Self.flow(5) { $0 < 4 ? Self.before : after }
        for index in flow.earlier.indices { flow.earlier[index].configuration = nil }
        let (run, _, _) = try await check(flow)
        #expect(run.output.contains("; version 3.0 could not be read: "))
        #expect(run.status == 1)
    }

    @Test func claimsNothingOfAnotherFlowOfTheSameName() async throws {
        let after = try #require(Self.changes["removed"])
        var flow = Self.flow(5) { _ in after }
        flow.id = FlowID("11111111-0a5e-4c3b-8e77-91c0d4e5f6a2") ?? flow.id
        let (run, requests, _) = try await check(flow)
        #expect(run.output.contains("; the snapshot is of another flow of that name, with the id "), "\(run.output)")
        #expect(!run.output.contains("removed in version"))
        #expect(counts(requests, current: 5) == (0, 0))
    }

    @Test func saysThatAnOlderVersionWasPublishedAgain() async throws {
        let after = try #require(Self.changes["removed"])
        // The org's list has version 9.0 of the snapshot after the current one, 3.0.
        var flow = Self.flow(9) { $0 == 3 ? after : Self.before }
        let current = try #require(flow.earlier.first { $0.id == "3.0" })
        flow.earlier = [try #require(flow.published)] + flow.earlier.filter { $0.id != "3.0" }
        flow.published = current
        let (run, _, _) = try await check(flow, snapshot: .orderStatus(version: "9.0", inputs: Self.before))
        #expect(
            run.output.contains("; the snapshot is of version 9.0, which was published after this one"),
            "\(run.output)"
        )
    }

    @Test func stopsIfTheOrgNoLongerAnswers() async throws {
        let flows = (0..<6).map { number in
            var flow = StubFlow.workflow("Flow \(number)", version: "2.0", inputs: [:])
            flow.earlier = [StubFlow.Version("1.0", configuration: flow.published?.configuration)]
            return flow
        }
        let fault = StubFault(.serverError(status: 501), hitting: "/versions?")
        try await LiveProject.serving(StubOrg(flows: (0..<6).map { .workflow("Flow \($0)") }), faults: [fault]) {
            live in
            #expect(await live.run("snapshot").status == 0)
            live.server.serve(StubOrg(flows: flows))
            let count = live.server.requests.count
            let run = await live.run("check", "--live")
            #expect(counts(live.requests(since: count), current: 2).listings == 1)
            #expect(run.output.contains("; the flow's versions could not be listed: "))
            #expect(run.output.contains("; the org stopped answering requests for earlier versions of flows"))
        }
    }

    @Test func asksNothingWithoutCause() async throws {
        let after = try #require(Self.changes["removed"])
        let (run, requests, _) = try await check(Self.flow(3) { $0 < 2 ? Self.before : after }, ["--no-cause"])
        #expect(counts(requests, current: 3) == (0, 0))
        #expect(run.output.contains("    the current version 3.0, published 2024-"))
    }

    @Test func asksNothingIfNothingIsGone() async throws {
        var inputs = Self.before
        inputs["Flow.note"] = "string"
        let (_, requests, _) = try await check(Self.flow(3) { $0 < 2 ? Self.before : inputs })
        #expect(counts(requests, current: 3) == (0, 0))
    }

    @Test func stopsAfterSixtyRequests() async throws {
        let old = ["Flow.id": "string"]
        let flows = (0..<20).map { number in
            var flow = StubFlow.workflow("Flow \(number)", version: "40.0", inputs: [:])
            flow.earlier = (1..<40).map { version in
                StubFlow.Version(
                    "\(version).0",
                    configuration: StubFlow.workflow("Flow \(number)", inputs: old).published?.configuration
                )
            }
            return flow
        }
        try await LiveProject.serving(StubOrg(flows: (0..<20).map { .workflow("Flow \($0)") })) { live in
            #expect(await live.run("snapshot").status == 0)
            live.server.serve(StubOrg(flows: flows))
            let count = live.server.requests.count
            let run = await live.run("check", "--live")
            #expect(counts(live.requests(since: count), current: 40).configurations == 60)
            #expect(run.output.contains("flowdrift had made this run's 60 requests for earlier versions of flows"))
            #expect(run.output.contains("removed in version 40.0"))
        }
    }

    @Test func namesPeopleOnlyWhereTheyMayBeNamed() async throws {
        let after = try #require(Self.changes["removed"])
        let flow = Self.flow(3) { $0 < 2 ? Self.before : after }
        let formats = ["json", "sarif", "junit", "html", "markdown", "github", "gitlab"]
        let reports = formats.flatMap { ["--report", "\($0)=out.\($0)"] }
        let kept = ["--record", "record.ndjson", "--update", "--write-baseline", "baseline.yaml"]
        let (run, _, folder) = try await check(flow, reports + kept)
        #expect(run.status == 0, "the baseline accepts everything: \(run.transcript)")
        let open = ["json", "sarif", "junit", "html"]
        for format in open { #expect(folder.read("out.\(format)")?.contains("Ada 2") == true, "\(format)") }
        let named = open.map { "out.\($0)" }
        for (path, text) in try folder.tree() where !named.contains(path) {
            #expect(!text.contains("Ada ") && !text.contains("Grace"), "\(path)")
        }
        let (_, _, all) = try await check(flow, reports + ["--names"])
        for format in formats { #expect(all.read("out.\(format)")?.contains("Ada 2") == true, "\(format)") }
    }
}
