public import ArgumentParser
public import DriftCore
import DriftEngine

extension EnvironmentName: ExpressibleByArgument {
    /// Parses a name from the command line.
    public init?(argument: String) {
        self.init(argument)
    }

    /// Suggests the environments in the repository's settings and snapshots.
    public static var defaultCompletionKind: CompletionKind { Suggestions.environments }
}

extension Severity: ExpressibleByArgument {}

extension RequestForm: ExpressibleByArgument {}

extension FlowKey: ExpressibleByArgument {
    /// Parses `type/name` from the command line.
    public init?(argument: String) {
        self.init(argument)
    }
}

extension SourceName: ExpressibleByArgument {
    package init?(argument: String) {
        self.init(argument)
    }

    package static var defaultCompletionKind: CompletionKind { Suggestions.sources }
}
