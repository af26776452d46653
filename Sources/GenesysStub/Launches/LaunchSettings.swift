public import DriftCore
public import StrictJSON

/// How the stub server answers launches.
public struct LaunchSettings: Sendable {
    /// Checks each launch, or `nil` to accept every launch whose body is JSON.
    public var judge: Judge?

    /// The contracts of each flow, whose names a record may keep.
    public var contracts: [FlowKey: [Contract]]

    /// The values of flows' outputs by name; any other output is null, or empty if it's a collection.
    public var outputs: [FlowKey: [String: JSONValue]]

    /// Whether records keep the values of inputs.
    public var keepsValues: Bool

    /// Called with each launch when it's answered, from any thread, or `nil` if the caller doesn't need the launches.
    public var report: (@Sendable (AnsweredLaunch) -> Void)?

    /// Makes settings, by default those of a server that checks launches and reports none.
    public init(
        judge: Judge? = Judge(),
        contracts: [FlowKey: [Contract]] = [:],
        outputs: [FlowKey: [String: JSONValue]] = [:],
        keepsValues: Bool = false,
        report: (@Sendable (AnsweredLaunch) -> Void)? = nil
    ) {
        self.judge = judge
        self.contracts = contracts
        self.outputs = outputs
        self.keepsValues = keepsValues
        self.report = report
    }
}
