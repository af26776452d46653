public import ArgumentParser
public import DriftCore
import DriftEngine

extension EnvironmentName: ExpressibleByArgument {
    /// Reads a name from the command line.
    public init?(argument: String) {
        self.init(argument)
    }

    /// The environments that the repository knows.
    public static var defaultCompletionKind: CompletionKind { Suggestions.environments }
}

extension Severity: ExpressibleByArgument {}

extension MendedForm: ExpressibleByArgument {}

extension FlowKey: ExpressibleByArgument {
    /// Reads `type/name` from the command line.
    public init?(argument: String) {
        self.init(argument)
    }
}

extension SourceName: ExpressibleByArgument {
    /// Reads a source's name from the command line; nil for an empty one.
    package init?(argument: String) {
        self.init(argument)
    }

    /// Environments and folders.
    package static var defaultCompletionKind: CompletionKind { Suggestions.sources }
}
