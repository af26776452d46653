package import DriftCore

/// Why a run ended before it could give a verdict.
package struct RunFailure: Error, CustomStringConvertible {
    /// What is wrong and how to fix it, as one phrase.
    package var description: String

    package var status: RunStatus

    /// A request that contradicts itself, or names something that doesn't exist.
    package static func badUsage(_ description: String) -> RunFailure {
        RunFailure(description: description, status: .badUsage)
    }

    /// Something selected that could not be read or written.
    package static func couldNotCheck(_ description: String) -> RunFailure {
        RunFailure(description: description, status: .couldNotCheck)
    }
}
