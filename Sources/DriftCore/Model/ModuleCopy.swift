/// The copy of a common module in a flow, made when the flow was published.
///
/// A changed module reaches a flow only when that flow is published again. Source: help.mypurecloud.com on common
/// modules.
public struct ModuleCopy: Hashable, Sendable {
    /// The module's name.
    public var name: String

    /// The copy's inputs, in order of name.
    public var inputs: [Variable]

    /// The copy's outputs, in order of name.
    public var outputs: [Variable]

    /// Makes a copy; variables are sorted.
    public init(name: String, inputs: [Variable], outputs: [Variable]) {
        self.name = name
        self.inputs = inputs.sorted { $0.name < $1.name }
        self.outputs = outputs.sorted { $0.name < $1.name }
    }
}
