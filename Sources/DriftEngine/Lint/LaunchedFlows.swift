package import DriftCore

/// The flows that the launches of some files start.
package struct LaunchedFlows {
    /// The launches of each flow.
    package var flows: [FlowKey: Launched] = [:]

    /// What to say about the files and their launches, in order.
    package var notices: [FlowSet.Notice] = []

    /// The errors of launches whose flow is unknown, in order.
    package var problems: [ReadingError] = []

    /// The launches of one flow.
    package struct Launched {
        /// The accepted launches.
        package var accepted: [PlacedLaunch] = []

        /// The recordings that hold an accepted launch.
        package var recordings: Set<String> = []
    }
}

/// A launch and the file that holds it.
struct LaunchCandidate {
    let launch: LaunchFile.Launch
    let source: LaunchSource
}
