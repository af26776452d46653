import Foundation

/// A client that launches flows on a stand-in, over sockets of its own.
struct LaunchClient: Sendable {
    let url: URL

    /// An answer: its status and its body.
    struct Answer: Sendable {
        let status: Int
        let body: String
    }

    /// Launches a flow with the inputs, given as JSON, or sends another body.
    @discardableResult
    func launch(_ inputs: String, of flowID: String = OrderFlow.id, headers: [String] = []) async throws -> Answer {
        try await post(#"{"flowId": "\#(flowID)", "inputData": {\#(inputs)}}"#, headers: headers)
    }

    func post(_ body: String, headers: [String] = []) async throws -> Answer {
        let usual = ["Authorization: Bearer x", "Content-Type: application/json"]
        return try await ask("POST", "/api/v2/flows/executions", headers: usual + headers, body: body)
    }

    func get(_ path: String) async throws -> Answer {
        try await ask("GET", path, headers: ["Authorization: Bearer x"], body: "")
    }

    /// This blocks, so it has a queue of its own: the server needs the threads of the tasks.
    private func ask(_ method: String, _ path: String, headers: [String], body: String) async throws -> Answer {
        let lines =
            ["\(method) \(path) HTTP/1.1", "Host: stub", "Content-Length: \(body.utf8.count)", "Connection: close"]
            + headers
        let text = lines.joined(separator: "\r\n") + "\r\n\r\n" + body
        return try await withCheckedThrowingContinuation { continuation in
            DispatchQueue(label: "launch").async { continuation.resume(with: Result { try answer(to: text) }) }
        }
    }

    private func answer(to text: String) throws -> Answer {
        let connection = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(connection) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(url.port ?? 80).bigEndian
        address.sin_addr.s_addr = inet_addr(url.host() ?? "")
        let status = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(connection, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard status == 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
        _ = text.withCString { send(connection, $0, strlen($0), Int32(MSG_NOSIGNAL)) }
        var received: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 1 << 16)
        while case let count = recv(connection, &piece, piece.count, 0), count > 0 { received += piece[..<count] }
        let parts = String(decoding: received, as: UTF8.self).components(separatedBy: "\r\n\r\n")
        let number = parts[0].split(separator: " ").dropFirst().first.flatMap { Int($0) }
        return Answer(status: number ?? 0, body: parts.dropFirst().joined(separator: "\r\n\r\n"))
    }
}
