import DriftCore
import GenesysStub
import TestSupport

@testable import DriftCLI

/// A run of `flowdrift snapshot` on an org with a fault, in its own folder.
struct FaultRun: Sendable {
    /// How many requests the org received.
    let requests: Int

    let status: Int32

    /// The first error, without its place and ids, or `nil` if there was none.
    let problem: String?

    /// Every file of the folder after the run.
    let files: [String: String]

    /// Three flows that enabled triggers start; in version 2.0, two of them are published again with another interface.
    static func org(version: String, hasPages: Bool) -> StubOrg {
        let flows = (0..<(hasPages ? 501 : 3)).map { number in
            let isNew = number < 2 && version != "1.0"
            let inputs = ["Flow.conversationId"] + (isNew ? ["Flow.new"] : [])
            return StubFlow.workflow(
                "Flow \(number)",
                version: number < 2 ? version : "1.0",
                inputs: Dictionary(uniqueKeysWithValues: inputs.map { ($0, "string") })
            )
        }
        let triggers = flows.prefix(201).enumerated().map { number, flow in
            StubTrigger.starting(flow, "Trigger of \(flow.key.name)", isEnabled: number < 3)
        }
        return StubOrg(flows: flows, triggers: triggers)
    }

    /// Version 2.0 of the org, which every run serves.
    private static let small = StubCatalogue(org(version: "2.0", hasPages: false))
    private static let large = StubCatalogue(org(version: "2.0", hasPages: true))

    /// Runs the command on the files that a snapshot of version 1.0 left.
    init(fault: StubFault?, hasPages: Bool, in files: [String: String]) async throws {
        let folder = try TemporaryFolder()
        for (file, text) in files { try folder.write(text, to: file) }
        let faults = fault.map { [$0] } ?? []
        let catalogue = hasPages ? Self.large : Self.small
        let (run, requests, host) = try await LiveProject.serving(catalogue, faults: faults, in: folder) { live in
            (await live.run("snapshot", "--timeout", hasPages ? "60" : "2"), live.server.requestCount, live.host)
        }
        self.requests = requests
        status = run.status
        self.files = try folder.tree()
        let line = run.errors.split(separator: "\n").first { $0.hasPrefix("error: ") }
        problem = line.map { line in
            let text = String(line.dropFirst("error: ".count)).replacing(host, with: "")
            return text.replacing(#/(GET|POST) [^ ]+: /#, with: "", maxReplacements: 1)
                .replacing(#/ \(correlation id [0-9a-f-]+\)/#, with: "")
                .replacing(#/after=[0-9a-f]+/#, with: "after=…")
        }
    }
}
