import DriftCore

/// A launch with the decision whether it's accepted.
struct JudgedLaunch: Sendable {
    /// The launch, to compare with its flow, or `nil` if its body isn't JSON.
    private let comparison: RequestComparison?

    private let name: RecordedLaunch.Target

    /// The flow that the launch starts, or `nil` if the server doesn't serve that flow.
    let target: LaunchTarget?

    /// Why the launch is refused, the main reason first; empty if it's accepted.
    private(set) var reasons: [AnsweredLaunch.Reason] = []

    private(set) var warnings: [AnsweredLaunch.Reason] = []

    /// The answer to a refused launch, or `nil` if the launch is accepted.
    private(set) var error: APIError?

    /// Accepts a launch, or refuses it if the findings include errors.
    init(
        _ comparison: RequestComparison,
        of name: RecordedLaunch.Target,
        _ target: LaunchTarget?,
        findings: [Finding] = []
    ) {
        (self.comparison, self.name, self.target) = (comparison, name, target)
        let errors = findings.filter { $0.severity == .error }
        guard errors.isEmpty else {
            refuse(for: errors)
            return
        }
        warnings = findings.filter { $0.severity == .warning && !(target?.isPromised($0) ?? false) }.map(
            AnsweredLaunch.Reason.init
        )
    }

    /// Refuses a launch with an error.
    init(_ comparison: RequestComparison, of name: RecordedLaunch.Target, _ error: APIError) {
        (self.comparison, self.name, target) = (comparison, name, nil)
        self.error = error
        reasons = [AnsweredLaunch.Reason(message: error.message)]
    }

    /// Refuses a launch of a flow that can't be launched.
    init(_ comparison: RequestComparison, _ target: LaunchTarget, _ obstacle: AnsweredLaunch.Reason) {
        (self.comparison, self.target, name) = (comparison, target, .flow(target.flow.key))
        error = .badRequest(obstacle.message)
        reasons = [obstacle]
    }

    /// Refuses a launch whose body isn't JSON.
    init(unreadable findings: [Finding]) {
        (comparison, name, target) = (nil, .unknown, nil)
        guard findings.isEmpty else {
            refuse(for: findings)
            return
        }
        error = .badRequest("The body isn't JSON")
        reasons = [AnsweredLaunch.Reason(message: "The body isn't JSON")]
    }

    private mutating func refuse(for errors: [Finding]) {
        error = .refused(for: errors)
        reasons = errors.map(AnsweredLaunch.Reason.init)
    }

    /// The execution of a launch that was accepted.
    func execution(at date: Int) -> Execution {
        let version = comparison?.versionSent ?? target?.flow.newest?.id
        return Execution(
            target: target,
            name: comparison?.nameSent ?? target?.flow.key.name ?? "",
            version: target == nil ? nil : version,
            date: date
        )
    }

    /// What a launch recording keeps of the launch, or `nil` if the body isn't JSON, so that its meaning is unknown.
    ///
    /// - Parameters:
    ///   - names: The names that may be kept if the flow is unknown.
    ///   - keepsValues: Whether to keep the values of inputs.
    /// - Returns: The record.
    func record(knowing names: KnownNames, keepingValues keepsValues: Bool) -> RecordedLaunch? {
        guard let comparison else { return nil }
        var record = RecordedLaunch(
            comparison,
            to: name,
            knowing: target?.names ?? names,
            keepingValues: keepsValues
        )
        let rules = Set(reasons.compactMap(\.rule)).sorted()
        record.answer = reasons.isEmpty ? .accepted : .refused(rules: rules)
        return record
    }
}

extension APIError {
    /// The maximum number of findings in an answer.
    private static let limit = 50

    /// The maximum length of a field's name, in characters; longer names are cut, because a name may be as long as a
    /// body.
    private static let longestName = 200

    /// The answer to a launch that breaks rules: the first finding's text, and each finding as an error of its own.
    ///
    /// It's unknown how the Platform API answers such a launch.
    static func refused(for findings: [Finding]) -> APIError {
        let errors = findings.prefix(limit).map { finding in
            var error = badRequest(finding.message)
            error.details = [
                Detail(errorCode: finding.rule, fieldName: finding.subject.map { String($0.prefix(longestName)) })
            ]
            return error
        }
        var error = badRequest(findings.first?.message ?? "The launch is refused")
        error.details = errors.flatMap(\.details)
        error.errors = errors
        return error
    }

    /// The answer to a launch of a flow that isn't served.
    static func notServed(_ id: FlowID, among flows: [(flow: FlowKey, ids: [String])]) -> APIError {
        let limit = 20
        let shown = flows.prefix(limit).map { "'\($0.flow)' (\($0.ids.prefix(limit).joined(separator: ", ")))" }
        let rest = flows.count > limit ? ", and \(flows.count - limit) more" : ""
        let served = shown.isEmpty ? "no flow" : shown.joined(separator: ", ") + rest
        return notFound("flow \(id); `flowdrift stub` serves \(served)")
    }
}
