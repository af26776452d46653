import DriftCore
import PastedRequests

/// Judges the launches of the data actions that a plan creates or changes.
struct PlannedActions {
    let planned: PlannedEnvironment

    /// The plan's file.
    let file: String

    let judge: Judge
    let settings: Settings
    let environment: EnvironmentName

    func outcome() -> Outcome {
        let targets = LaunchTargets(exports: planned.flows, settings: settings, environment: environment)
        return planned.launchingActions.reduce(into: Outcome()) { outcome, action in
            outcome.add(self.outcome(of: action, targets))
        }
    }

    private func outcome(of action: PlannedDataAction, _ targets: LaunchTargets) -> Outcome {
        guard let text = action.exportText else { return unknown(action) }
        let name = "\(file): \(action.address)"
        let launches = RequestTextReader().requests(in: Array(text.utf8)).launches
        return launches.reduce(into: Outcome()) { outcome, launch in
            let read = ReadRequest(launch, file: name, body: nil)
            let asked = RequestComparison(read, in: RequestSurroundings())
            do throws(ReadingError) {
                let surroundings = try targets.surroundings(flow: nil, for: asked)
                let comparison = RequestComparison(read, answer: nil, in: surroundings)
                var judged = judge.judge(comparison, of: action, in: file)
                // Without snapshots, the id may be that of any flow of the org.
                if !planned.hasSnapshots { judged.findings.removeAll { $0.rule == "payload-flow-id-unknown" } }
                outcome.add(judged)
            } catch {
                outcome.problems.append(error)
            }
        }
    }

    private func unknown(_ action: PlannedDataAction) -> Outcome {
        var coverage = Coverage()
        coverage.unknowns = [
            Unknown(
                reason: "which launch the data action '\(action.address)' makes: its template is "
                    + action.reasonUnknown,
                fix: "see what is unknown in the plan",
                environment: environment,
                place: Place(file: file)
            )
        ]
        return Outcome(coverage: coverage)
    }
}
