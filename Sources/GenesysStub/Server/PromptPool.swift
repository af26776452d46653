import FlyingFox
import FlyingSocks
import Foundation

/// A pool of sockets that sends small packets at once.
///
/// Without TCP_NODELAY each answer of two packets waits 40 ms for an acknowledgement.
struct PromptPool: AsyncSocketPool {
    private let pool: any AsyncSocketPool = HTTPServer.defaultPool()

    func prepare() async throws { try await pool.prepare() }

    func run() async throws { try await pool.run() }

    func suspendSocket(_ socket: Socket, untilReadyFor events: Socket.Events) async throws {
        // The socket that listens comes here first, and those that it accepts inherit the option.
        try socket.setValue(true, for: BoolSocketOption(level: Int32(IPPROTO_TCP), name: TCP_NODELAY))
        try await pool.suspendSocket(socket, untilReadyFor: events)
    }
}

extension Socket {
    /// The socket of this process that is connected to a peer; nil for none.
    ///
    /// The server does not hand out its sockets, so they are found by their numbers, which are low.
    static func connected(to peer: Socket.Address) -> Socket? {
        let sockets = (0..<65_536).lazy.map { Socket(file: FileDescriptor(rawValue: $0)) }
        return sockets.first { (try? $0.remotePeer()) == peer }
    }

    /// Makes the connection end with a reset, where it would end with a close.
    func resetOnClose() throws {
        try setValue(linger(l_onoff: 1, l_linger: 0), for: LingerOption())
    }
}

/// What a close does with what was not sent yet.
private struct LingerOption: SocketOption {
    let name = SO_LINGER

    func makeValue(from socketValue: linger) -> linger { socketValue }

    func makeSocketValue(from value: linger) -> linger { value }
}
