import DriftCore
import StrictJSON

/// An execution of a flow, which ends at the moment when it begins.
struct Execution: Sendable {
    /// The flow, or `nil` if a launch without a valid id was accepted.
    let target: LaunchTarget?

    let name: String

    /// The flow's version, or `nil` if there is no flow.
    let version: String?

    /// When it was launched, in milliseconds since 1970.
    let date: Int

    /// The answer to the launch; source: MyPureCloud/platform-client-sdk-python 269.0.0, model
    /// FlowExecutionLaunchResponse.
    func launched(as id: String) -> JSONValue {
        .members([
            "id": .string(id),
            "name": .string(name),
            "flowVersion": reference,
            "selfUri": .string(Self.address(of: id)),
        ])
    }

    /// The answer to a later request for the execution; source: model FlowRuntimeExecution.
    ///
    /// No public source shows the values of `completionReason`.
    func completed(as id: String) -> JSONValue {
        let time = JSONValue.string(StubDate.text(date))
        return .members([
            "id": .string(id),
            "name": .string(name),
            "flowVersion": version.flatMap { version in
                target.map { FlowEntity($0.flow).version(StubFlow.Version(version, configuration: nil)) }
            },
            "dateLaunched": time,
            "status": .string("COMPLETED"),
            "dateCompleted": time,
            "completionReason": .string("COMPLETED"),
            "outputData": target?.outputs ?? .object([:]),
            "selfUri": .string(Self.address(of: id)),
        ])
    }

    private var reference: JSONValue? {
        guard let target, let version else { return nil }
        let address = "\(FlowEntity(target.flow).address)/versions/\(version)"
        return .object(["id": .string(version), "name": .string(version), "selfUri": .string(address)])
    }

    private static func address(of id: String) -> String { "/api/v2/flows/executions/\(id)" }
}

/// The latest executions of a stub server.
struct Executions: Sendable {
    /// How many executions are kept; a test suite requests an execution soon after its launch.
    static let limit = 50_000

    private var kept: [Execution] = []

    /// The number of all executions so far.
    private(set) var count = 0

    /// Keeps an execution, and returns its number, from 1.
    ///
    /// At the limit, it replaces the oldest execution.
    mutating func add(_ execution: Execution) -> Int {
        if kept.count < Self.limit { kept.append(execution) } else { kept[count % Self.limit] = execution }
        count += 1
        return count
    }

    /// The execution with a number, or `nil` if it isn't kept.
    subscript(number: Int) -> Execution? {
        guard number > max(0, count - Self.limit), number <= count else { return nil }
        return kept[(number - 1) % Self.limit]
    }
}
