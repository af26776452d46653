import Foundation
import GenesysStub
import StrictJSON
import TestSupport

@testable import DriftCLI
@testable import DriftCore

/// A repository for one test, and an org on a stub server that its commands read over HTTP.
struct LiveProject {
    let folder: TemporaryFolder
    let server: StubServer

    /// The server's address: `http://127.0.0.1:40123`.
    let host: String

    /// The clock of both the commands and the server.
    let clock: TestClock

    /// The variables that a user with an OAuth client sets.
    static let client = [
        "GENESYSCLOUD_OAUTHCLIENT_ID": "client-id-1", "GENESYSCLOUD_OAUTHCLIENT_SECRET": "s3cret-s3cret",
    ]

    /// Serves an org while `body` runs.
    static func serving<Result>(
        _ org: StubOrg,
        faults: [StubFault] = [],
        rateLimit: Int? = nil,
        in folder: TemporaryFolder? = nil,
        _ body: (LiveProject) async throws -> Result
    ) async throws -> Result {
        try await serving(StubCatalogue(org), faults: faults, rateLimit: rateLimit, in: folder, body)
    }

    /// Serves an org, which other servers may share, while `body` runs.
    static func serving<Result>(
        _ catalogue: StubCatalogue,
        faults: [StubFault] = [],
        rateLimit: Int? = nil,
        in folder: TemporaryFolder? = nil,
        _ body: (LiveProject) async throws -> Result
    ) async throws -> Result {
        let clock = TestClock()
        let server = StubServer(catalogue, faults: faults, rateLimit: rateLimit, clock: StubClock(clock))
        let host = try await server.start().absoluteString
        let project = LiveProject(folder: try folder ?? TemporaryFolder(), server: server, host: host, clock: clock)
        do {
            let result = try await body(project)
            await server.stop()
            return result
        } catch {
            await server.stop()
            throw error
        }
    }

    /// Runs a command on the org of environment `test`, as an OAuth client.
    func run(_ arguments: String..., variables: [String: String] = client) async -> CommandRun {
        let words = arguments + ["--environment", "test", "--host", host]
        return await CommandRun(words, in: folder.path, variables: variables, clock: clock)
    }

    /// The snapshots of `test`, by path below its folder, without the index.
    func snapshots() throws -> [String: String] {
        let prefix = "snapshots/test/"
        return try folder.tree().reduce(into: [:]) { files, file in
            guard file.key.hasPrefix(prefix), !TemporaryFolder.isOfIndex(file.key) else { return }
            files[String(file.key.dropFirst(prefix.count))] = file.value
        }
    }

    /// The requests after the first `count`.
    func requests(since count: Int = 0) -> [String] { Array(server.requests.dropFirst(count)) }
}

extension StubOrg {
    /// The workflow that ``Project/contract`` is about, and `count` others.
    static func orders(_ orderStatus: StubFlow = .orderStatus(), others count: Int = 0) -> StubOrg {
        StubOrg(flows: [orderStatus] + (0..<count).map { .workflow("Flow \($0)") })
    }
}

extension StubFlow {
    /// `Order Status`, which agrees with ``Project/contract`` unless it's changed.
    static func orderStatus(
        version: String = "1.0",
        inputs: [String: String] = ["Flow.orderNumber": "string", "Flow.isUrgent": "boolean"]
    ) -> StubFlow {
        workflow("Order Status", version: version, inputs: inputs, outputs: ["Flow.answer": "string"])
    }

    /// A workflow with the given version and interface; a variable's name implies its type.
    static func workflow(
        _ name: String,
        version: String = "1.0",
        inputs: [String: String] = ["Flow.id": "string"],
        outputs: [String: String] = [:]
    ) -> StubFlow {
        StubFlow(.workflow(name, version: version, inputs: inputs, outputs: outputs))
    }

    /// The flow with a draft that has another flow's definition.
    func draft(_ version: String, of other: StubFlow) -> StubFlow {
        var flow = self
        flow.draft = Version(version, configuration: other.published?.configuration)
        return flow
    }
}

extension Flow {
    /// A workflow that reads all its inputs; a variable's name implies its type.
    static func workflow(
        _ name: String,
        version: String,
        inputs: [String: String],
        outputs: [String: String] = [:]
    ) -> Flow {
        Flow(
            key: FlowKey(type: .workflow, name: name),
            division: "Home",
            publishedVersion: version,
            inputs: inputs.map { Variable(name: $0.key, type: DataType($0.value), reads: Reads(.read)) },
            outputs: outputs.map { Variable(name: $0.key, type: DataType($0.value)) }
        )
    }
}

extension StubTrigger {
    /// A trigger that starts a flow, by an event of a built-in topic by default, or by a schedule if the topic is
    /// `nil`.
    static func starting(
        _ flow: StubFlow,
        _ name: String = "After the call",
        topic: String? = "v2.detail.events.conversation.{id}.customer.end",
        isEnabled: Bool = true
    ) -> StubTrigger {
        let trigger = Trigger(
            name: name,
            topic: topic,
            dataFormat: topic.map { _ in .topLevelPrimitives },
            isEnabled: isEnabled,
            match: topic.map { _ in
                [Criterion(jsonPath: "mediaType", comparison: "Equal", operand: .value(.string("VOICE")))]
            } ?? []
        )
        return StubTrigger(trigger, targetID: flow.id)
    }
}
