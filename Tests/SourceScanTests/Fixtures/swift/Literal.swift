// swift-format-ignore-file
import Foundation

let flowID = "5d1f0c52-83b1-4a67-9a0c-0e6c7b1d2f34"

func launch(session: URLSession, base: String, phone: String) async throws {
    var request = URLRequest(url: URL(string: "\(base)/api/v2/flows/executions")!)
    let body: [String: Any] = [
        "flowId": flowID,
        "inputData": ["Flow.phone": phone, "Flow.tags": ["a", "b"]],
    ]
    request.httpBody = try JSONSerialization.data(withJSONObject: body)
    _ = try await session.data(for: request)
}
