import DriftCore
import Foundation
import Synchronization

/// Answers the launches that a stub server receives, and keeps their executions.
final class LaunchDesk: Sendable {
    private let settings: LaunchSettings
    private let date: @Sendable () -> Date
    private let state: Mutex<State>

    /// The names that the record of a launch may keep if its flow is unknown.
    private let names: KnownNames

    private struct State {
        var catalogue: StubCatalogue

        /// The flows that were launched so far, by the id that the launch sent.
        var targets: [FlowID: LaunchTarget] = [:]

        var executions = Executions()
    }

    init(_ catalogue: StubCatalogue, _ settings: LaunchSettings, date: @escaping @Sendable () -> Date) {
        self.settings = settings
        self.date = date
        names = KnownNames(flow: nil, contracts: settings.contracts.sorted { $0.key < $1.key }.flatMap(\.value))
        state = Mutex(State(catalogue: catalogue))
    }

    /// Serves another org from now on.
    func serve(_ catalogue: StubCatalogue) {
        state.withLock { ($0.catalogue, $0.targets) = (catalogue, [:]) }
    }

    /// Starts an execution.
    ///
    /// - Throws: ``APIError`` if the launch is refused.
    func launch(_ request: StubRequest) throws(APIError) -> Content {
        let received = ReceivedLaunch(
            body: request.body,
            contentType: request.contentType,
            authorization: request.authorization
        )
        let judged = judged(received)
        report(judged, of: request)
        if let error = judged.error { throw error }
        let execution = judged.execution(at: Int(date().timeIntervalSince1970 * 1000))
        let number = state.withLock { $0.executions.add(execution) }
        return .entity(execution.launched(as: MadeID.execution(number)))
    }

    /// The execution with an id.
    func execution(_ id: String) throws(APIError) -> Content {
        let number = MadeID.execution(numberIn: id)
        guard let execution = state.withLock({ state in number.flatMap { state.executions[$0] } }) else {
            throw .notFound("execution \(id); `flowdrift stub` keeps the last \(Executions.limit) that it started")
        }
        return .entity(execution.completed(as: id.lowercased()))
    }

    /// Reports a launch that was refused because it has no token.
    func reportRefusal(_ error: APIError, of request: StubRequest) {
        let reason = AnsweredLaunch.Reason(
            message: error.message,
            fix: "send the header 'Authorization: Bearer <token>'"
        )
        settings.report?(AnsweredLaunch(reasons: [reason], expectation: request.expectation))
    }

    private func report(_ judged: JudgedLaunch, of request: StubRequest) {
        guard let report = settings.report else { return }
        var launch = AnsweredLaunch(
            flow: judged.target?.flow.key,
            reasons: judged.reasons,
            warnings: judged.warnings,
            expectation: request.expectation
        )
        launch.record = judged.record(knowing: names, keepingValues: settings.keepsValues)
        report(launch)
    }

    private func judged(_ received: ReceivedLaunch) -> JudgedLaunch {
        guard received.isJSON else {
            let comparison = received.comparison(in: RequestSurroundings())
            // The settings may turn off the rule on JSON syntax, but a body that isn't JSON can't be read in any case.
            let found = [settings.judge, Judge()].lazy.compactMap { $0?.faults(inBodyOf: comparison) }
            return JudgedLaunch(unreadable: found.first { !$0.isEmpty } ?? [])
        }
        guard let id = received.flowID else { return judgedWithoutID(received) }
        guard let target = target(of: id) else {
            let error = APIError.notServed(id, among: state.withLock { $0.catalogue }.ids)
            return JudgedLaunch(received.comparison(in: RequestSurroundings()), of: .id(id), error)
        }
        let comparison = received.comparison(in: target.surroundings)
        guard let judge = settings.judge else { return JudgedLaunch(comparison, of: .flow(target.flow.key), target) }
        if let obstacle = target.obstacle { return JudgedLaunch(comparison, target, obstacle) }
        return JudgedLaunch(
            comparison,
            of: .flow(target.flow.key),
            target,
            findings: judge.findings(onReceived: comparison)
        )
    }

    /// Checks a launch whose `flowId` is missing or isn't an id, against the flow that it probably means.
    private func judgedWithoutID(_ received: ReceivedLaunch) -> JudgedLaunch {
        var surroundings = RequestSurroundings()
        let meant = received.comparison(in: surroundings).flowIDSent
        let target = meant.flatMap(target)
        let name: RecordedLaunch.Target =
            if let target { .flow(target.flow.key) } else if let meant { .id(meant) } else { .unknown }
        surroundings.flow = target?.surroundings.flow
        surroundings.entries = state.withLock { $0.catalogue }.entries
        let comparison = received.comparison(in: surroundings)
        guard let judge = settings.judge else { return JudgedLaunch(comparison, of: name, target) }
        let findings = judge.findings(onReceived: comparison)
        guard !findings.contains(where: { $0.severity == .error }) else {
            return JudgedLaunch(comparison, of: name, target, findings: findings)
        }
        return JudgedLaunch(comparison, of: name, .badRequest("'flowId' is missing or isn't a UUID"))
    }

    /// The flow that has an id as its own or as an alias, or `nil` if there is none.
    private func target(of id: FlowID) -> LaunchTarget? {
        state.withLock { state in
            if let known = state.targets[id] { return known }
            guard let flow = state.catalogue.flow(id) else { return nil }
            let target = LaunchTarget(flow, as: id, settings)
            state.targets[id] = target
            return target
        }
    }
}

extension StubCatalogue {
    /// The flows as entries of a listing.
    fileprivate var entries: [FlowEntry] {
        flows.map { FlowEntry(key: $0.flow.key, id: $0.flow.id, publishedVersion: $0.flow.interface?.publishedVersion) }
    }
}
