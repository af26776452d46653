import Foundation
import Synchronization

/// A program that runs while the stand-in serves, with the standard streams of this process.
///
/// It's started with `posix_spawn`, because `Foundation.Process` also waits for the programs that the program has
/// started.
final class ServedCommand: Sendable {
    private let words: [String]

    /// The descriptors that this process was started with; the program inherits them.
    private let inherited: Set<Int32>

    /// The signals that are passed on to the program.
    let signals: [Int32]

    private let state = Mutex(State())

    private struct State {
        /// The program's process, or `nil` if it hasn't started, or has ended.
        var process: pid_t?

        /// The signals that arrived before the program was started.
        var pending: [Int32] = []
    }

    /// Prepares a program; must be called before the server opens a socket.
    ///
    /// - Parameter words: The program and its arguments.
    init(_ words: [String]) {
        self.words = words
        inherited = Self.inheritableDescriptors()
        // A program under `nohup` keeps running when its terminal is closed.
        signals = [SIGINT, SIGTERM] + (SignalWatch.isIgnored(SIGHUP) ? [] : [SIGHUP])
    }

    /// Why a program didn't start.
    enum StartFailure: Error {
        case notFound
        case notExecutable(reason: String)

        /// The exit status that a shell would have.
        var status: Int32 {
            switch self {
            case .notFound: 127
            case .notExecutable: 126
            }
        }
    }

    /// Runs the program to its end; if the task is cancelled, the program is terminated.
    ///
    /// Doesn't wait for other programs that the program leaves running.
    ///
    /// - Parameter variables: The program's environment variables; its working directory is that of this process.
    /// - Returns: The program's exit status, or 128 plus the number of the signal that ended the program.
    /// - Throws: ``StartFailure`` if the program can't be started.
    func run(variables: [String: String]) async throws(StartFailure) -> Int32 {
        let process = try start(variables: variables)
        state.withLock { state in
            state.process = process
            for signal in state.pending { kill(process, signal) }
        }
        return await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                // A thread of its own, because it waits for as long as the program runs.
                Thread.detachNewThread { continuation.resume(returning: self.waitForEnd(of: process)) }
            }
        } onCancel: {
            send(SIGTERM)
        }
    }

    /// Passes a signal on to the program.
    func send(_ signal: Int32) {
        state.withLock { state in
            guard let process = state.process else {
                state.pending.append(signal)
                return
            }
            if !Self.terminalSends(signal, to: process) { kill(process, signal) }
        }
    }

    /// Whether the terminal sends the signal to the program, too, because this process and the program are both in the
    /// terminal's foreground.
    ///
    /// A second signal would make many programs end without cleaning up.
    private static func terminalSends(_ signal: Int32, to process: pid_t) -> Bool {
        guard signal == SIGINT, getpgid(process) == getpgrp() else { return false }
        let terminal = open("/dev/tty", O_RDONLY | O_NOCTTY | O_CLOEXEC)
        guard terminal >= 0 else { return false }
        defer { close(terminal) }
        return tcgetpgrp(terminal) == getpgrp()
    }

    private func waitForEnd(of process: pid_t) -> Int32 {
        // The process is only removed under the lock, so that no signal goes to a later process with the same number.
        var end = siginfo_t()
        while waitid(P_PID, id_t(process), &end, WEXITED | WNOWAIT) != 0, errno == EINTR {}
        var status: Int32 = 0
        state.withLock { state in
            state.process = nil
            while waitpid(process, &status, 0) < 0, errno == EINTR {}
        }
        let signal = status & 0x7F
        return signal == 0 ? status >> 8 & 0xFF : 128 + signal
    }
}

extension ServedCommand {
    private func start(variables: [String: String]) throws(StartFailure) -> pid_t {
        var (actions, attributes) = (posix_spawn_file_actions_t(), posix_spawnattr_t())
        posix_spawn_file_actions_init(&actions)
        posix_spawnattr_init(&attributes)
        defer {
            posix_spawn_file_actions_destroy(&actions)
            posix_spawnattr_destroy(&attributes)
        }
        for descriptor in Self.inheritableDescriptors().subtracting(inherited) {
            posix_spawn_file_actions_addclose(&actions, descriptor)
        }
        resetSignals(&attributes)
        // With SIGCHLD ignored, the system would forget the program's status.
        signal(SIGCHLD, SIG_DFL)
        var process: pid_t = 0
        let failure = Self.withCStrings(words) { arguments in
            Self.withCStrings(variables.map { "\($0)=\($1)" }) { environment in
                posix_spawnp(&process, words[0], &actions, &attributes, arguments, environment)
            }
        }
        switch failure {
        case 0: return process
        case ENOENT: throw .notFound
        default: throw .notExecutable(reason: String(cString: strerror(failure)))
        }
    }

    /// Gives the program the default signal handling: this process ignores some signals, and some threads block them.
    private func resetSignals(_ attributes: inout posix_spawnattr_t) {
        var (usual, blocked) = (sigset_t(), sigset_t())
        sigemptyset(&usual)
        sigemptyset(&blocked)
        for signal in signals + [SIGPIPE] { sigaddset(&usual, signal) }
        posix_spawnattr_setsigdefault(&attributes, &usual)
        posix_spawnattr_setsigmask(&attributes, &blocked)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))
    }

    /// The descriptors beyond the standard streams that a new program would get, such as the sockets of the server.
    private static func inheritableDescriptors() -> Set<Int32> {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd")) ?? []
        return Set(names.compactMap { Int32($0) }.filter { $0 > 2 && fcntl($0, F_GETFD) & FD_CLOEXEC == 0 })
    }

    private static func withCStrings<Result>(
        _ texts: [String],
        _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
    ) -> Result {
        let copies = texts.map { strdup($0) }
        defer { for copy in copies { free(copy) } }
        return body(copies + [nil])
    }
}

extension [String: String] {
    /// The variables with those that name a stand-in's address, and that make programs reach the stand-in without a proxy.
    func naming(host: String, port: Int) -> [String: String] {
        var variables = self
        variables["FLOWDRIFT_STUB_URL"] = "http://\(host):\(port)"
        variables["FLOWDRIFT_STUB_HOST"] = host
        variables["FLOWDRIFT_STUB_PORT"] = String(port)
        // Some programs read NO_PROXY, and some read no_proxy. If only one is set, both get its value.
        for (name, other) in [("NO_PROXY", "no_proxy"), ("no_proxy", "NO_PROXY")] {
            let known = (self[name] ?? self[other] ?? "").split(separator: ",").map(String.init)
            let isIncluded = known.contains { ["*", host].contains($0.trimmingCharacters(in: .whitespaces)) }
            variables[name] = (isIncluded ? known : known + [host]).joined(separator: ",")
        }
        return variables
    }
}
