import ArgumentParser
import DriftCore
import DriftEngine

/// A command that can run in the environment of the process, or in a test's.
protocol RunnableCommand: ParsableCommand, Sendable {
    /// The exit status: ``RunStatus``, unless a command ends with that of another program.
    associatedtype Status: RawRepresentable<Int32>, Sendable

    /// The paths that the command line names, which may be outside the repository.
    var places: NamedPlaces { get }

    /// Runs the command; throws ``RunFailure`` if it ends before it can give a verdict.
    func run(in context: Context) async throws -> Status
}
