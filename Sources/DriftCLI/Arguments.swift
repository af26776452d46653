public import ArgumentParser
public import DriftCore

extension EnvironmentName: ExpressibleByArgument {
    /// Reads a name from the command line.
    public init?(argument: String) {
        self.init(argument)
    }
}

extension Severity: ExpressibleByArgument {}

extension MendedForm: ExpressibleByArgument {}

extension FlowKey: ExpressibleByArgument {
    /// Reads `type/name` from the command line.
    public init?(argument: String) {
        self.init(argument)
    }
}
