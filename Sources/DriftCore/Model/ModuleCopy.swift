/// The copy of a common module that is part of a flow since the flow was published.
///
/// A module that changes reaches a flow that uses it only when that flow is published again.
/// Source: help.mypurecloud.com on common modules.
public struct ModuleCopy: Hashable, Sendable {
    /// The module's name.
    public var name: String

    /// What the copy takes, in order of name.
    public var inputs: [Variable]

    /// What the copy gives back, in order of name.
    public var outputs: [Variable]

    /// Makes a copy; variables are put in order.
    public init(name: String, inputs: [Variable], outputs: [Variable]) {
        self.name = name
        self.inputs = inputs.sorted { $0.name < $1.name }
        self.outputs = outputs.sorted { $0.name < $1.name }
    }
}
