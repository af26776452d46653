import DriftCore
import DriftReports

/// Why a command ended before it could give a verdict.
struct CommandFailure: Error, CustomStringConvertible {
    /// What is wrong and what to do about it, as one phrase.
    var description: String

    /// The status that the command ends with.
    var status: RunStatus

    /// A call that the command does not know how to carry out.
    static func badUsage(_ description: String) -> CommandFailure {
        CommandFailure(description: description, status: .badUsage)
    }

    /// Something selected that could not be read or written.
    static func couldNotCheck(_ description: String) -> CommandFailure {
        CommandFailure(description: description, status: .couldNotCheck)
    }
}
