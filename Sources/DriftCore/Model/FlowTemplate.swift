import YAML

/// The flow of a contract, whose name may contain `{environment}` in place of the environment's name.
public struct FlowTemplate: Hashable, Sendable {
    /// The flow's type.
    public var type: FlowType

    /// The flow's name, with `{environment}` not yet replaced.
    public var name: String

    /// The position where the flow's type and name start in the contract.
    public var position: Position

    /// The position just after the flow's type and name in the contract.
    public var end: Position

    static let placeholder = "{environment}"

    /// Whether the flow's name depends on the environment.
    public var needsEnvironment: Bool { name.contains(Self.placeholder) }

    /// The flow's type and name in an environment.
    ///
    /// - Parameters:
    ///   - environment: The environment's name, or `nil` if the flows come from no named environment.
    ///   - ownName: The name that the contract has for this environment only, or `nil` if it has none.
    /// - Returns: The key, or `nil` if the name depends on the environment and `environment` is `nil`.
    func key(in environment: EnvironmentName?, ownName: String?) -> FlowKey? {
        Self.fill(ownName ?? name, with: environment).map { FlowKey(type: type, name: $0) }
    }

    /// Replaces `{environment}` in a text by an environment's name.
    ///
    /// - Returns: The text, or `nil` if it has `{environment}` and the environment has no name.
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

    /// The flow's type and name in an environment, or `nil` if they depend on the environment and it has no name.
    public func flowKey(in environment: EnvironmentName?) -> FlowKey? {
        flow.key(in: environment, ownName: environment.flatMap { environments?[$0]?.name })
    }

    /// The flow's id that the code sends in an environment, or `nil` if the code sends none.
    public func promisedID(in environment: EnvironmentName?) -> Written<FlowID>? {
        environment.flatMap { environments?[$0]?.id }
    }
}
