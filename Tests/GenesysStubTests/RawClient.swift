import DriftCore
import Foundation
import GenesysStub
import StrictJSON

/// An answer as it arrived on a connection.
struct RawAnswer: Sendable {
    var status: Int
    var headers: [String: String]
    var body: [UInt8]

    /// Whether the whole body arrived, or how the connection ended.
    var ending: Ending

    enum Ending: Sendable { case whole, closed, reset }

    var json: JSONValue { get throws { try JSONDecoder().decode(JSONValue.self, from: Data(body)) } }
}

/// A client that sees what happens on its connection, and corrects nothing.
struct RawClient: Sendable {
    let url: URL

    /// Sends requests, one after the other, on one connection.
    ///
    /// This blocks, so it has its own queue: the server needs the threads of the tasks.
    func ask(_ requests: [Request]) async throws -> [RawAnswer] {
        try await withCheckedThrowingContinuation { continuation in
            DispatchQueue(label: "client").async { continuation.resume(with: Result { try answers(to: requests) }) }
        }
    }

    func ask(_ request: Request) async throws -> RawAnswer {
        try await ask([request])[0]
    }

    /// Sends a `GET` request with a token.
    func get(_ target: String, token: String? = "x") async throws -> RawAnswer {
        try await ask(Request("GET", target, headers: token.map { ["Authorization: Bearer \($0)"] } ?? []))
    }

    struct Request: Sendable {
        let text: String

        init(_ method: String, _ target: String, headers: [String] = [], body: String = "") {
            let lines = ["\(method) \(target) HTTP/1.1", "Host: stub", "Content-Length: \(body.utf8.count)"] + headers
            text = lines.joined(separator: "\r\n") + "\r\n\r\n" + body
        }
    }

    /// Sends a text, and closes the connection before any answer comes.
    func hangUp(after text: String) throws {
        let connection = try connected()
        _ = text.withCString { send(connection, $0, strlen($0), Int32(MSG_NOSIGNAL)) }
        close(connection)
    }

    private func connected() throws -> Int32 {
        let connection = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(url.port ?? 80).bigEndian
        address.sin_addr.s_addr = inet_addr(url.host() ?? "")
        let status = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(connection, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard status != 0 else { return connection }
        let failure = errno
        close(connection)
        throw POSIXError(POSIXErrorCode(rawValue: failure) ?? .EIO)
    }

    private func answers(to requests: [Request]) throws -> [RawAnswer] {
        let connection = try connected()
        defer { close(connection) }
        return requests.map { request in
            _ = request.text.withCString { send(connection, $0, strlen($0), Int32(MSG_NOSIGNAL)) }
            return answer(on: connection)
        }
    }

    private func answer(on connection: Int32) -> RawAnswer {
        var received: [UInt8] = []
        var expected = 0
        while true {
            // A large body is only parsed again when it's complete, and not with every piece.
            if received.count >= expected, let answer = RawAnswer(received, ending: .whole) {
                let end = received.count - answer.body.count + answer.length
                guard received.count < end else { return answer }
                expected = end
            }
            var buffer = [UInt8](repeating: 0, count: 1 << 16)
            let count = recv(connection, &buffer, buffer.count, 0)
            guard count > 0 else {
                let ending = count == 0 ? RawAnswer.Ending.closed : .reset
                return RawAnswer(received, ending: ending)
                    ?? RawAnswer(status: 0, headers: [:], body: [], ending: ending)
            }
            received += buffer[..<count]
        }
    }
}

extension RawAnswer {
    /// The body's length according to the answer.
    var length: Int { headers["content-length"].flatMap { Int($0) } ?? 0 }

    /// Parses an answer that may be incomplete, or returns `nil` if its header is.
    init?(_ bytes: [UInt8], ending: Ending) {
        guard let head = Data(bytes).range(of: Data("\r\n\r\n".utf8)) else { return nil }
        let lines = String(decoding: bytes[..<head.lowerBound], as: UTF8.self).components(separatedBy: "\r\n")
        status = lines[0].split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
        headers = lines.dropFirst().reduce(into: [:]) { headers, line in
            let pair = line.split(separator: ":", maxSplits: 1).map { $0.trimmingCharacters(in: .whitespaces) }
            headers[pair[0].lowercased()] = pair.last
        }
        body = Array(bytes[head.upperBound...])
        self.ending = ending
    }
}

extension JSONValue {
    /// A member of an object, or null if it doesn't exist.
    subscript(name: String) -> JSONValue {
        guard case .object(let members) = self else { return .null }
        return members[name] ?? .null
    }

    /// The elements of an array, or empty for another value.
    var elements: [JSONValue] {
        guard case .array(let elements) = self else { return [] }
        return elements
    }

    /// The text of a string, or `nil` for another value.
    var text: String? {
        guard case .string(let text) = self else { return nil }
        return text
    }

    /// A whole number, or `nil` for another value.
    var integer: Int? {
        guard case .number(let text) = self else { return nil }
        return Int(text)
    }

    /// The values of all members with a name, at any depth.
    func all(_ name: String) -> [JSONValue] {
        switch self {
        case .object(let members):
            members.sorted { $0.key < $1.key }.flatMap { ($0.key == name ? [$0.value] : []) + $0.value.all(name) }
        case .array(let elements): elements.flatMap { $0.all(name) }
        default: []
        }
    }
}
