import DriftCore
import DriftReports
import GenesysStub
import Synchronization

/// Records the launches of a stub run, and reports once what is wrong with each distinct launch.
final class LaunchLog: Sendable {
    private let recording: LaunchRecording?
    private let showsRefusals: Bool
    private let say: @Sendable (String) -> Void
    private let state = Mutex(State())

    /// The maximum number of messages; a message quotes values, so each launch may have a different one.
    private static let limit = 1_000

    private struct State {
        /// What was reported so far, as lines or as the shapes of launches.
        var said: Set<String> = []

        /// The number of refused launches that no test expected to be refused, by the text of their reasons.
        var refusals: [String: Int] = [:]

        var refusalCount = 0
    }

    /// Makes a log.
    ///
    /// - Parameters:
    ///   - recording: The recording, or `nil` if there is none.
    ///   - showsRefusals: Whether to report refused launches immediately; otherwise, ``refusals(upTo:)`` lists them.
    ///   - say: Prints a line for people.
    init(_ recording: LaunchRecording?, showingRefusals showsRefusals: Bool, say: @escaping @Sendable (String) -> Void)
    {
        (self.recording, self.showsRefusals, self.say) = (recording, showsRefusals, say)
    }

    /// Records a launch, and reports what is wrong with it.
    func take(_ launch: AnsweredLaunch) {
        if let expectation = launch.expectation, !launch.expectsRefusal {
            let header = "X-Flowdrift-Expect: \(Printable.text(String(expectation.prefix(40))))"
            sayOnce("notice: the header '\(header)' has no meaning; write 'X-Flowdrift-Expect: refused'")
        }
        guard !launch.expectsRefusal else {
            guard !launch.isRefused else { return }
            sayOnce("notice: a launch of \(launch.subject) was accepted, but its test expects that it is refused")
            return
        }
        if let record = launch.record { recording?.add(record) }
        guard launch.isRefused || !launch.warnings.isEmpty else { return }
        if launch.isRefused { note(launch) }
        let lines =
            (showsRefusals ? launch.reasons.map { ("refused", $0) } : []) + launch.warnings.map { ("warning", $0) }
        guard !lines.isEmpty, isNew(launch.shape) else { return }
        say(lines.map { "\($0): a launch of \(launch.subject): \($1.text)\n" }.joined())
    }

    private func note(_ launch: AnsweredLaunch) {
        let text =
            "\(launch.subject): " + launch.reasons.prefix(5).map(\.text).joined(separator: "\n    ")
        state.withLock { state in
            state.refusalCount += 1
            guard state.refusals[text] != nil || state.refusals.count < Self.limit else { return }
            state.refusals[text, default: 0] += 1
        }
    }

    private func sayOnce(_ line: String) {
        if isNew(line) { say(line + "\n") }
    }

    /// Whether to report a line or a launch: only if it wasn't reported yet, and the limit isn't reached.
    private func isNew(_ key: String) -> Bool {
        state.withLock { $0.said.count < Self.limit && $0.said.insert(key).inserted }
    }

    /// The launches that were refused and that no test expected to be refused; empty if there are none.
    ///
    /// - Parameter limit: The maximum number of distinct launches to list.
    /// - Returns: A line with the number of launches, and a line for each distinct launch.
    func refusals(upTo limit: Int = 20) -> [String] {
        let (refusals, count) = state.withLock { ($0.refusals, $0.refusalCount) }
        guard count > 0 else { return [] }
        let lines = refusals.sorted { $0.key < $1.key }.map { text, count in
            "  \(count == 1 ? "a launch" : "\(count) launches") of \(text)"
        }
        let what = count == 1 ? "1 launch was refused" : "\(count) launches were refused"
        let rest = lines.count > limit ? ["  and \(lines.count - limit) more"] : []
        return ["\(what), which no test expected:"] + lines.prefix(limit) + rest
    }
}

extension AnsweredLaunch {
    /// What makes a launch distinct: what it sends, without values, and how the stand-in answered it.
    fileprivate var shape: String {
        let texts = (reasons + warnings).map(\.text).joined(separator: "\n")
        guard var shape = record else { return texts }
        shape.values = nil
        return RecordingWriter().line(of: shape) + texts
    }

    /// The flow in words.
    fileprivate var subject: String {
        if let flow { return "'\(Printable.text(flow.description))'" }
        if case .id(let id)? = record?.target { return "flow \(id)" }
        return "an unknown flow"
    }
}

extension AnsweredLaunch.Reason {
    /// The reason with its rule, and its fix in a line of its own.
    fileprivate var text: String {
        Printable.text(message + (rule.map { " [\($0)]" } ?? ""))
            + (fix.map { "\n    fix: \(Printable.text($0))" } ?? "")
    }
}
