package import DriftCore

/// Why a run ended before it could give a verdict.
package struct RunFailure: Error, CustomStringConvertible {
    /// What is wrong and how to fix it, as one phrase.
    package var description: String

    package var status: RunStatus

    /// The failure of a command line that contradicts itself, or names something that doesn't exist.
    package static func badUsage(_ description: String) -> RunFailure {
        RunFailure(description: description, status: .badUsage)
    }

    /// A failure to read or write something that was selected.
    package static func couldNotCheck(_ description: String) -> RunFailure {
        RunFailure(description: description, status: .couldNotCheck)
    }
}
