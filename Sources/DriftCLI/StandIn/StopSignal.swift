import Dispatch
import Foundation

/// Watches, from its creation, for the signals with which a user or a job's runner ends the program.
struct StopSignal {
    private let signals: AsyncStream<Void>
    private let watch: SignalWatch

    /// Begins to watch for the signals.
    init() {
        let (signals, continuation) = AsyncStream<Void>.makeStream()
        self.signals = signals
        watch = SignalWatch([SIGINT, SIGTERM]) { _ in continuation.finish() }
    }

    /// Waits until the process is interrupted or terminated, or the task is cancelled.
    func wait() async {
        for await _ in signals {}
        watch.end()
    }
}

/// Calls a function for each signal that arrives, in place of the signal's usual effect.
struct SignalWatch {
    private let sources: [(number: Int32, source: any DispatchSourceSignal)]

    /// Begins to watch for signals.
    init(_ numbers: [Int32], _ handle: @escaping @Sendable (Int32) -> Void) {
        sources = numbers.map { number in
            // The source only receives the signal if its default action, ending the process, is disabled.
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler { handle(number) }
            source.resume()
            return (number, source)
        }
    }

    /// Gives the signals their usual effect again.
    func end() {
        for (number, source) in sources {
            source.cancel()
            signal(number, SIG_DFL)
        }
    }

    /// Whether the process was started with a signal ignored, as `nohup` does with SIGHUP.
    static func isIgnored(_ number: Int32) -> Bool {
        var action = sigaction()
        guard sigaction(number, nil, &action) == 0, let handler = action.__sigaction_handler.sa_handler else {
            return false
        }
        return unsafeBitCast(handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
    }
}
