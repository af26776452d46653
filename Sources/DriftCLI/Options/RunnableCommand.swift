import ArgumentParser
import DriftCore
import DriftEngine

/// A command that can run: in the process's world, or in a test's.
protocol RunnableCommand: ParsableCommand, Sendable {
    /// The paths that the command line names, which may be outside the repository.
    var places: NamedPlaces { get }

    /// Runs the command.
    ///
    /// - Throws: ``RunFailure`` where the command ends before it could give a verdict.
    func run(in context: Context) async throws -> RunStatus
}
