import YAML

/// The flow of a contract, whose name may contain `{environment}` in place of the environment's name.
public struct FlowTemplate: Hashable, Sendable {
    /// The flow's type.
    public var type: FlowType

    /// The flow's name, with `{environment}` not yet replaced.
    public var name: String

    /// The start of the flow in the contract.
    public var position: Position

    /// The position just after the flow in the contract.
    public var end: Position

    static let placeholder = "{environment}"

    /// Whether the flow's name depends on the environment.
    public var needsEnvironment: Bool { name.contains(Self.placeholder) }

    /// The flow's type and name in an environment.
    ///
    /// - Parameters:
    ///   - environment: The environment's name, or `nil` if the flows come from no named environment.
    ///   - ownName: The name that the contract gives for this environment only, or `nil` if it gives none.
    /// - Returns: The key, or `nil` if the name depends on the environment and none is given.
    func key(in environment: EnvironmentName?, ownName: String?) -> FlowKey? {
        Self.fill(ownName ?? name, with: environment).map { FlowKey(type: type, name: $0) }
    }

    /// Fills an environment's name into a text, or returns `nil` if the text needs one and there is none.
    static func fill(_ text: String, with environment: EnvironmentName?) -> String? {
        // Most names contain no brace, and searching for a byte is much cheaper than searching for the placeholder.
        guard text.utf8.contains(UInt8(ascii: "{")) else { return text }
        let parts = text.split(separator: placeholder, omittingEmptySubsequences: false)
        guard parts.count > 1 else { return text }
        return environment.map { parts.joined(separator: $0.text) }
    }
}

extension Contract {
    /// Whether the contract must hold in an environment; true if the environment has no name.
    public func holds(in environment: EnvironmentName?) -> Bool {
        guard let environments, let environment else { return true }
        return environments[environment] != nil
    }

    /// The flow's type and name in an environment, or `nil` if they depend on the environment and none is given.
    public func flowKey(in environment: EnvironmentName?) -> FlowKey? {
        flow.key(in: environment, ownName: environment.flatMap { environments?[$0]?.name })
    }

    /// The flow's id that the code sends in an environment, or `nil` if it sends none.
    public func promisedID(in environment: EnvironmentName?) -> Written<FlowID>? {
        environment.flatMap { environments?[$0]?.id }
    }
}
