@testable import DriftCore
import Foundation
@testable import GenesysStub
import StrictJSON
import Synchronization

/// The launches that a server reports, from any task.
final class Reported: Sendable {
    private let launches = Mutex<[AnsweredLaunch]>([])

    var all: [AnsweredLaunch] { launches.withLock(\.self) }

    /// The lines that a recording of them holds.
    var lines: [String] { all.compactMap(\.record).map { RecordingWriter().line(of: $0) } }

    func add(_ launch: AnsweredLaunch) { launches.withLock { $0.append(launch) } }
}

extension Fixture {
    /// The id of ``callbackRequest``.
    static let callbackID = "0d6b52aa-7f63-4f0e-9d4b-3f1f5a0c9b21"

    /// A workflow that reads its input `Flow.callerNumber`, and four that have defaults.
    static let callbackRequest = Flow(
        key: FlowKey(type: .workflow, name: "Callback Request"),
        id: FlowID(callbackID),
        availability: .available,
        publishedVersion: "12.0",
        inputs: [
            Variable(name: "Flow.callerNumber", type: DataType(.string), reads: Reads(.read)),
            Variable(name: "Flow.priority", type: DataType(.integer), defaultText: "0", reads: Reads(.read)),
            Variable(
                name: "Flow.tags",
                type: DataType(.string, isCollection: true),
                defaultText: "[]",
                reads: Reads(.read)
            ),
            Variable(name: "Flow.urgent", type: DataType(.boolean), defaultText: "false", reads: Reads(.read)),
            Variable(
                name: "Flow.order",
                type: DataType(.json),
                defaultText: "{}",
                reads: Reads(.read, paths: [MemberPath([.member("number")])].compactMap(\.self))
            ),
        ],
        outputs: [
            Variable(name: "Flow.statusCode", type: DataType(.integer)),
            Variable(name: "Flow.messages", type: DataType(.string, isCollection: true)),
        ]
    )

    /// The body of a launch of ``callbackRequest``, with more inputs as JSON.
    static func launch(_ inputs: String = "", flowID: String = callbackID) -> String {
        let inputs = #""Flow.callerNumber": "+353123456789""# + (inputs.isEmpty ? "" : ", " + inputs)
        return #"{"flowId": "\#(flowID)", "inputData": {\#(inputs)}}"#
    }
}

extension StubRequest {
    /// A launch with a token.
    static func launch(
        _ body: String,
        authorization: String? = "Bearer x",
        contentType: String? = "application/json",
        expectation: String? = nil
    ) -> StubRequest {
        StubRequest(
            "POST",
            "/api/v2/flows/executions",
            authorization: authorization,
            contentType: contentType,
            expectation: expectation,
            body: Array(body.utf8)
        )
    }
}

extension StubAnswer {
    var json: JSONValue { get throws { try JSONDecoder().decode(JSONValue.self, from: Data(body)) } }
}
