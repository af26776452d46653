import DriftCore
import DriftEngine
import DriftReports
import Foundation
import GenesysStub

/// A stub server with the recording of its launches.
struct StandIn {
    let server: StubServer
    let recording: LaunchRecording?
    let log: LaunchLog
    let context: Context

    /// What the server serves, in words.
    let subject: String

    /// Serves until the process is stopped, and writes the recording.
    func serveUntilStopped() async throws -> StandInStatus {
        // Watches before the server listens, so that no signal is missed.
        let stop = StopSignal()
        let url = try await start()
        context.printError("\(url) serves \(subject)\n")
        // Printed last, because scripts wait for this line before they launch flows.
        context.print("listening on \(url)\n")
        await stop.wait()
        await server.stop()
        return finishRecording() ? .inSync : .couldNotCheck
    }

    /// Serves while a command runs, writes the recording, and ends with the command's status.
    ///
    /// - Parameters:
    ///   - command: The command.
    ///   - name: The command in messages.
    ///   - failsOnRefusals: Whether the run fails if the command succeeds, but a launch was refused unexpectedly.
    /// - Returns: The status to end with.
    /// - Throws: ``RunFailure`` if the server can't listen.
    func serve(
        _ command: ServedCommand,
        _ name: String,
        failingOnRefusals failsOnRefusals: Bool
    ) async throws
        -> StandInStatus
    {
        let watch = SignalWatch(command.signals) { command.send($0) }
        defer { watch.end() }
        let url = try await start()
        context.printError("\(url) serves \(subject)\nlistening on \(url)\n")
        let outcome: Result<Int32, ServedCommand.StartFailure>
        do throws(ServedCommand.StartFailure) {
            outcome = .success(try await command.run(variables: variables(for: url)))
        } catch {
            outcome = .failure(error)
        }
        await server.stop()
        switch outcome {
        case .failure(let failure):
            say(failure, of: name)
            // Nothing was launched, so an earlier recording stays valid.
            recording?.abandon()
            return StandInStatus(rawValue: failure.status)
        case .success(let status):
            let isWritten = finishRecording()
            let refusals = failsOnRefusals ? log.refusals() : []
            if !refusals.isEmpty {
                context.printError((status == 0 ? "error: " : "notice: ") + refusals.joined(separator: "\n") + "\n")
            }
            guard status == 0 else { return StandInStatus(rawValue: status) }
            return !refusals.isEmpty ? .drift : isWritten ? .inSync : .couldNotCheck
        }
    }

    private func start() async throws -> URL {
        do {
            return try await server.start()
        } catch {
            recording?.abandon()
            throw RunFailure.couldNotCheck(error.description)
        }
    }

    private func variables(for url: URL) -> [String: String] {
        // 0.0.0.0 means all addresses of this machine, so no program can connect to it.
        let host = url.host() == "0.0.0.0" ? "127.0.0.1" : url.host() ?? "127.0.0.1"
        return context.variables.naming(host: host, port: url.port ?? 80)
    }

    private func say(_ failure: ServedCommand.StartFailure, of name: String) {
        let reason: String =
            switch failure {
            case .notFound: "there is no such program"
            case .notExecutable(let reason): "the program can't be run: \(reason)"
            }
        context.printError("error: --run: \(Printable.text(name)): \(reason)\n")
    }

    /// Writes the recording, if there is one; returns `false` if it couldn't be written.
    private func finishRecording() -> Bool {
        do throws(ReadingError) {
            if let recorded = try recording?.finish() { context.printError("\(Printable.text(recorded))\n") }
            return true
        } catch {
            context.printError("error: \(Printable.text(error.description))\n")
            return false
        }
    }
}

/// The exit status of a stub run: flowdrift's own, or that of the command after `--run`.
struct StandInStatus: RawRepresentable, Sendable {
    let rawValue: Int32

    static let inSync = StandInStatus(.inSync)
    static let drift = StandInStatus(.drift)
    static let couldNotCheck = StandInStatus(.couldNotCheck)

    init(rawValue: Int32) {
        self.rawValue = rawValue
    }

    private init(_ status: RunStatus) {
        self.init(rawValue: status.rawValue)
    }
}
