public import ArgumentParser
public import DriftCore
import DriftEngine

extension EnvironmentName: ExpressibleByArgument {
    /// Parses a name from the command line.
    public init?(argument: String) {
        self.init(argument)
    }

    /// Suggests the environments that the repository knows.
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
