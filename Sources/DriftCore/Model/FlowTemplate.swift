import YAML

/// The flow that a contract names, where `{environment}` stands for the environment's name.
public struct FlowTemplate: Hashable, Sendable {
    /// The flow's type.
    public var type: FlowType

    /// The flow's name, `{environment}` not yet put in.
    public var name: String

    /// Where the contract names it.
    public var position: Position

    /// Just past the end of what names it.
    public var end: Position

    /// The text that stands for the environment's name.
    static let placeholder = "{environment}"

    /// Whether the flow's name depends on the environment.
    public var needsEnvironment: Bool { name.contains(Self.placeholder) }

    /// The flow's key in an environment; nil where the name depends on the environment and none is given.
    ///
    /// - Parameters:
    ///   - environment: The environment's name, or nil where the flows come from no named environment.
    ///   - ownName: The name that the contract gives for this environment alone, if it does.
    /// - Returns: The flow's type and name there.
    func key(in environment: EnvironmentName?, ownName: String?) -> FlowKey? {
        Self.fill(ownName ?? name, with: environment).map { FlowKey(type: type, name: $0) }
    }

    /// Puts an environment's name into a text; nil where the text asks for one and there is none.
    static func fill(_ text: String, with environment: EnvironmentName?) -> String? {
        // Most names hold no brace, and a search for the whole placeholder costs much more than one for a byte.
        guard text.utf8.contains(UInt8(ascii: "{")) else { return text }
        let parts = text.split(separator: placeholder, omittingEmptySubsequences: false)
        guard parts.count > 1 else { return text }
        return environment.map { parts.joined(separator: $0.text) }
    }
}

extension Contract {
    /// Whether the contract must hold in an environment; true where the environment has no name.
    public func holds(in environment: EnvironmentName?) -> Bool {
        guard let environments, let environment else { return true }
        return environments[environment] != nil
    }

    /// The flow's key in an environment; nil where it depends on the environment and none is given.
    public func flowKey(in environment: EnvironmentName?) -> FlowKey? {
        flow.key(in: environment, ownName: environment.flatMap { environments?[$0]?.name })
    }

    /// The flow's id that the code sends in an environment; nil where it sends none.
    public func promisedID(in environment: EnvironmentName?) -> Written<FlowID>? {
        environment.flatMap { environments?[$0]?.id }
    }
}
