import DriftCore

extension Check {
    /// Checks data actions against the flows that they start, unless the run is limited to some flows.
    ///
    /// - Parameters:
    ///   - actions: The data actions.
    ///   - source: The flows.
    ///   - environment: The environment, or `nil` if the flows come from no named environment.
    ///   - settings: The settings of the project.
    mutating func judge(
        _ actions: [LaunchingAction],
        startingFlowsOf source: any FlowSource,
        in environment: EnvironmentName?,
        _ settings: Settings
    ) {
        guard isWhole, !actions.isEmpty else { return }
        do throws(ReadingError) {
            let check = DataActionCheck(
                targets: try LaunchTargets(source, settings: settings, environment: environment),
                judge: Judge(severities: settings.severities),
                environment: environment
            )
            add(check.outcome(of: actions))
        } catch {
            add(error)
        }
    }
}
