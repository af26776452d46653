/// A flow as it was before, which tells the inputs that are new.
public struct EarlierFlow: Sendable {
    /// The earlier state as messages name it: `the snapshot`, `git:main`.
    let name: String

    private let inputs: [Variable]

    /// Makes the earlier state of a flow.
    ///
    /// - Parameters:
    ///   - flow: The flow as it was.
    ///   - name: The state as messages name it, as in `new since the snapshot`.
    public init(_ flow: Flow, name: String) {
        self.name = name
        inputs = flow.inputs
    }

    /// Whether the flow had no such input; one that only changed its letter case isn't new.
    func lacks(_ input: Variable) -> Bool {
        !inputs.contains { VariableName.areAlike($0.name, input.name) }
    }
}
