/// An earlier state of a flow, which shows which inputs are new.
public struct EarlierFlow: Sendable {
    /// The state's name in messages: `the snapshot`, `git:main`.
    let name: String

    private let inputs: [Variable]

    /// Makes an earlier state of a flow.
    ///
    /// - Parameters:
    ///   - flow: The flow in that state.
    ///   - name: The state's name in messages, as in `new since the snapshot`.
    public init(_ flow: Flow, name: String) {
        self.name = name
        inputs = flow.inputs
    }

    /// Whether the input is new; a change of letter case doesn't count.
    func lacks(_ input: Variable) -> Bool {
        !inputs.contains { VariableName.areAlike($0.name, input.name) }
    }
}
