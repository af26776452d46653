import Foundation
import Synchronization
import TestSupport
import Testing

@testable import DriftCLI
@testable import DriftCore

/// The workflow of the tests on launches, as Archy exports it: it has no id of its own.
enum OrderFlow {
    static let key = FlowKey(type: .workflow, name: "Order Status")

    /// The id that `stub` makes for the workflow.
    static let id = FlowID(madeFor: key).text

    static let export = """
        workflow:
          name: Order Status
          division: Home
          variables:
            - stringVariable: { name: Flow.orderNumber, initialValue: { noValue: true }, isInput: true, isOutput: false }
            - booleanVariable: { name: Flow.isUrgent, initialValue: { lit: false }, isInput: true, isOutput: false }
            - integerVariable: { name: Flow.count, initialValue: { lit: 1 }, isInput: true, isOutput: false }
            - jsonVariable: { name: Flow.customer, initialValue: { noValue: true }, isInput: true, isOutput: false }
            - stringVariable: { name: Flow.answer, initialValue: { noValue: true }, isInput: false, isOutput: true }
            - stringCollectionVariable: { name: Flow.notes, initialValue: { noValue: true }, isInput: false, isOutput: true }
          states:
            - state:
                name: Look up
                actions:
                  - callData:
                      inputs: { number: { exp: Flow.orderNumber }, urgent: { exp: Flow.isUrgent } }

        """

    /// A launch of it that is accepted without a warning, as a recording has it.
    static func line(_ inputs: String) -> String {
        #"{"flowdrift": 1, "flow": "workflow/Order Status", "inputs": {\#(inputs)}, "result": "accepted"}"# + "\n"
    }
}

/// `flowdrift stub`, run in this process while a test launches flows.
enum ServedStub {
    /// Serves while `body` runs, and stops then.
    ///
    /// - Parameters:
    ///   - arguments: The words after `stub`; a free port is added.
    ///   - folder: The working directory.
    ///   - body: Gets a client of the stand-in.
    /// - Returns: The finished run.
    /// - Throws: The errors of `body`.
    @discardableResult
    static func run(
        _ arguments: [String],
        in folder: TemporaryFolder,
        _ body: (LaunchClient) async throws -> Void = { _ in }
    ) async throws -> CommandRun {
        let (output, errors) = (Said(), Said())
        let (said, saying) = AsyncStream.makeStream(of: String.self)
        let context = Context(
            workingFolder: folder.path,
            variables: [:],
            isTerminal: false,
            isErrorTerminal: false,
            now: { CommandRun.now },
            print: { text in
                output.add(text)
                saying.yield(text)
            },
            printError: { errors.add($0) }
        )
        let words = ["stub"] + arguments + ["--port", "0"]
        let task = Task {
            defer { saying.finish() }
            return await DriftCLI.run(words, in: context, parsing: ParsedCommands.parse)
        }
        let line = await said.first { _ in true }
        let address = line.flatMap { $0.firstMatch(of: /listening on (http:\S+)\n/) }.map { String($0.1) }
        if let url = address.flatMap({ URL(string: $0) }) {
            do {
                try await body(LaunchClient(url: url))
            } catch {
                task.cancel()
                _ = await task.value
                throw error
            }
        }
        task.cancel()
        let status = await task.value
        return CommandRun(output: output.text, errors: errors.text, status: status)
    }

    /// A folder with the export of ``OrderFlow``.
    static func folder() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try folder.write(OrderFlow.export, to: "exports/order-status.yaml")
        return folder
    }

    private final class Said: Sendable {
        private let pieces = Mutex("")

        var text: String { pieces.withLock(\.self) }

        func add(_ text: String) { pieces.withLock { $0 += text } }
    }
}
