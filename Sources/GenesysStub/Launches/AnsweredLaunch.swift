public import DriftCore

/// A launch that the stub server answered.
public struct AnsweredLaunch: Sendable {
    /// The launch's content and whether it was accepted, or `nil` if it had no token or its body isn't JSON.
    public var record: RecordedLaunch?

    /// The flow that the launch should start, or `nil` if the server doesn't serve that flow.
    public var flow: FlowKey?

    /// Why the launch was refused, the main reason first; empty if it was accepted.
    public var reasons: [Reason]

    /// What may be wrong with a launch that was accepted.
    public var warnings: [Reason]

    /// The value of the header `X-Flowdrift-Expect`, or `nil` if it wasn't sent.
    public var expectation: String?

    /// A reason, without credentials.
    public struct Reason: Hashable, Sendable {
        /// The rule that the launch breaks, or `nil` for another reason.
        public var rule: RuleID?

        /// What is wrong, as one phrase.
        public var message: String

        /// How to fix it, as one phrase, or `nil` if the message says enough.
        public var fix: String?

        /// Makes a reason.
        public init(rule: RuleID? = nil, message: String, fix: String? = nil) {
            self.rule = rule
            self.message = message
            self.fix = fix
        }

        init(_ finding: Finding) {
            self.init(rule: finding.rule, message: finding.message, fix: finding.fix.summary)
        }
    }

    /// Makes a launch.
    public init(
        record: RecordedLaunch? = nil,
        flow: FlowKey? = nil,
        reasons: [Reason] = [],
        warnings: [Reason] = [],
        expectation: String? = nil
    ) {
        self.record = record
        self.flow = flow
        self.reasons = reasons
        self.warnings = warnings
        self.expectation = expectation
    }

    /// Whether the launch was refused.
    public var isRefused: Bool { !reasons.isEmpty }

    /// Whether the sender expected a refusal, to test how the code handles refusals.
    public var expectsRefusal: Bool { expectation?.lowercased() == "refused" }
}
