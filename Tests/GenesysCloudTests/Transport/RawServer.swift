import Foundation
import Glibc
import Synchronization

/// A local server on plain sockets, which can give any malformed answer.
final class RawServer: Sendable {
    let port: UInt16
    private let listener: Int32
    private let seen = Mutex<[String]>([])

    /// Starts a server; `answer` answers one request on its connection, which is closed afterwards.
    init(_ answer: @escaping @Sendable (RawConnection, String) -> Void) throws {
        listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isBound = withUnsafeMutablePointer(to: &address) { [listener] pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                bind(listener, address, size) == 0 && listen(listener, 128) == 0
                    && getsockname(listener, address, &size) == 0
            }
        }
        guard isBound else { throw POSIXError(.EADDRNOTAVAIL) }
        port = UInt16(bigEndian: address.sin_port)
        Thread.detachNewThread { [self] in accept(answer) }
    }

    var url: String { "http://127.0.0.1:\(port)" }

    /// The heads and bodies of the requests so far, as they arrived.
    var requests: [String] { seen.withLock { $0 } }

    /// Stops accepting connections.
    func stop() {
        shutdown(listener, Int32(SHUT_RDWR))
    }

    private func accept(_ answer: @escaping @Sendable (RawConnection, String) -> Void) {
        while true {
            let socket = Glibc.accept(listener, nil, nil)
            guard socket >= 0 else {
                close(listener)
                return
            }
            Thread.detachNewThread { [self] in
                let connection = RawConnection(socket: socket)
                if let request = connection.request() {
                    seen.withLock { $0.append(request) }
                    answer(connection, request)
                }
                close(socket)
            }
        }
    }
}

struct RawConnection: Sendable {
    let socket: Int32

    /// The request's head and body, or `nil` if the client disconnected.
    func request() -> String? {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 4096)
        while true {
            let count = recv(socket, &buffer, buffer.count, 0)
            guard count > 0 else { return nil }
            bytes += buffer[..<count]
            let text = String(decoding: bytes, as: UTF8.self)
            guard let end = text.range(of: "\r\n\r\n") else { continue }
            let length = text.firstMatch(of: /Content-Length: (\d+)/).flatMap { Int($0.1) } ?? 0
            if text[end.upperBound...].utf8.count >= length { return text }
        }
    }

    /// Sends text, or returns `false` if the client disconnected.
    @discardableResult
    func send(_ text: String) -> Bool {
        send(Array(text.utf8))
    }

    /// Sends bytes, or returns `false` if the client disconnected.
    @discardableResult
    func send(_ bytes: [UInt8]) -> Bool {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes {
                Glibc.send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            guard count > 0 else { return false }
            rest = rest.dropFirst(count)
        }
        return true
    }

    /// Sends a complete answer.
    func answer(_ status: Int = 200, _ headers: [String] = ["Content-Type: application/json"], _ body: String = "{}") {
        let lines = ["HTTP/1.1 \(status) X"] + headers + ["Content-Length: \(body.utf8.count)", "Connection: close"]
        send(lines.joined(separator: "\r\n") + "\r\n\r\n" + body)
    }

    /// Waits until the client disconnects.
    func waitForEnd() {
        var byte: UInt8 = 0
        while recv(socket, &byte, 1, 0) > 0 {}
    }

    /// Sends ten bytes one by one, and calls `body` after each.
    func drip(_ body: () -> Void) {
        for _ in 0..<10 where send([UInt8(ascii: " ")]) { body() }
    }

    /// Aborts the connection, so that the client gets a reset.
    func reset() {
        var linger = linger(l_onoff: 1, l_linger: 0)
        setsockopt(socket, SOL_SOCKET, SO_LINGER, &linger, socklen_t(MemoryLayout<Glibc.linger>.size))
    }
}
