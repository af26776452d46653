import ArgumentParser
import DriftCore
import DriftEngine

/// A command that runs in an execution environment: that of the process, or of a test.
protocol RunnableCommand: ParsableCommand, Sendable {
    /// The exit status: ``RunStatus``, unless the command ends with the status of another program.
    associatedtype Status: RawRepresentable<Int32>, Sendable

    /// The paths that the command line names, which may be outside the repository.
    var places: NamedPlaces { get }

    /// Runs the command; throws ``RunFailure`` if it ends before it can give a verdict.
    func run(in context: Context) async throws -> Status
}
