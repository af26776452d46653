import Foundation
import Testing
import TestSupport

@testable import GenesysCloud

struct TLSTests {
    private static let openssl = "/usr/bin/openssl"

    @Test(
        .enabled(
            if: FileManager.default.isExecutableFile(atPath: openssl),
            "openssl makes the certificate and the server"
        )
    )
    func trustsNoCertificateThatItsMakerSigned() async throws {
        let folder = try TemporaryFolder()
        let (key, certificate) = (folder.path + "/key.pem", folder.path + "/certificate.pem")
        let making = try start([
            "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=localhost", "-days", "1",
            "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1", "-keyout", key, "-out", certificate,
        ])
        making.process.waitUntilExit()
        let server = try start(["s_server", "-accept", "127.0.0.1:0", "-cert", certificate, "-key", key, "-www"])
        defer { server.process.terminate() }
        let port = try #require(await Self.port(in: server.output.fileHandleForReading))
        let transport = URLSessionTransport(
            host: try PlatformHost(gateway: "https://127.0.0.1:\(port)"),
            clock: .manual(TestClock(isAutomatic: false))
        )
        let failure = await #expect(throws: TransportFailure.self) {
            try await transport.answer(to: .flows, within: .seconds(20))
        }
        #expect(failure?.kind == .untrusted)
    }

    private func start(_ arguments: [String]) throws -> (process: Process, output: Pipe) {
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(filePath: Self.openssl)
        process.arguments = arguments
        process.standardInput = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        return (process, output)
    }

    /// The port in the server's `ACCEPT 127.0.0.1:38655`.
    private static func port(in output: FileHandle) async -> Substring? {
        var text = ""
        while true {
            let data = output.availableData
            guard !data.isEmpty else { return nil }
            text += String(decoding: data, as: UTF8.self)
            if let match = text.firstMatch(of: /ACCEPT [\d.]+:(\d+)\n/) { return match.1 }
        }
    }
}
