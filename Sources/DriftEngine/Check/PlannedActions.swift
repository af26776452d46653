import DriftCore

/// Checks the launches of the data actions that a plan creates or changes.
struct PlannedActions {
    let planned: PlannedEnvironment

    /// The plan's file.
    let file: String

    let judge: Judge
    let settings: Settings
    let environment: EnvironmentName

    func outcome() -> Outcome {
        let targets = LaunchTargets(exports: planned.flows, settings: settings, environment: environment)
        let check = DataActionCheck(targets: targets, judge: judge, environment: environment)
        return planned.launchingActions.reduce(into: Outcome()) { outcome, action in
            guard let text = action.exportText else { return outcome.add(unknown(action)) }
            var judged = check.outcome(
                ofRequest: text,
                from: file,
                flow: nil,
                named: "'\(action.address)'",
                at: Place(file: file)
            )
            // Without snapshots, the id may be that of any flow of the org.
            if !planned.hasSnapshots { judged.findings.removeAll { $0.rule == "payload-flow-id-unknown" } }
            outcome.add(judged)
        }
    }

    private func unknown(_ action: PlannedDataAction) -> Outcome {
        var coverage = Coverage()
        coverage.unknowns = [
            Unknown(
                reason:
                    "it is unknown which launch the data action '\(action.address)' makes: its address or template is "
                    + action.reasonUnknown,
                fix: "apply the plan, take new snapshots with `flowdrift snapshot`, and run `flowdrift check`",
                environment: environment,
                place: Place(file: file)
            )
        ]
        return Outcome(coverage: coverage)
    }
}
