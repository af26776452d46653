package import DriftCore

/// The result of reading launches from files: the launches by the flow that they start, with notices and errors.
package struct LaunchedFlows {
    /// The accepted launches of each flow.
    package var flows: [FlowKey: Launched] = [:]

    /// The notices about the files and their launches, in order.
    package var notices: [FlowSet.Notice] = []

    /// An error for each flow that launches start and that is unknown, in order.
    package var problems: [ReadingError] = []

    /// The accepted launches of one flow, and the recordings that they are in.
    package struct Launched {
        /// The accepted launches, each with its place.
        package var accepted: [PlacedLaunch] = []

        /// The launch recordings of `flowdrift stub` that have an accepted launch.
        package var recordings: Set<String> = []
    }
}

/// A launch and the file that it is in.
struct LaunchCandidate {
    let launch: LaunchFile.Launch
    let source: LaunchSource
}
