/// What a caller calls.
public enum CallTarget: Hashable, Sendable {
    case flow(FlowKey)

    /// A data action, by its name, because Archy YAML has no ids.
    case action(String)
}

/// Something that starts a flow or a data action.
public struct Caller: Hashable, Sendable {
    /// What it is.
    public var kind: Kind

    /// Its name: a contract's, a trigger's, a flow's type and name, or the place of a launch.
    public var name: String

    /// Where it's defined, or `nil` if no file is known.
    public var place: Place?

    /// The owner, or `nil` if none is named.
    public var owner: String?

    /// The inputs that it passes, by name in lower case without scope.
    public var inputs: Set<String>

    /// Whether it may pass further inputs.
    public var mayPassMore: Bool

    /// What a caller is.
    public enum Kind: String, CaseIterable, Hashable, Sendable {
        case contract
        case trigger
        case dataAction = "data action"
        case flow
        case recording
        case code
    }

    /// The caller as the target of its own callers, or `nil` if nothing can call it.
    public var asTarget: CallTarget? {
        switch kind {
        case .flow: FlowKey(name).map { .flow($0) }
        case .dataAction: .action(name)
        case .contract, .trigger, .recording, .code: nil
        }
    }

    /// Whether the caller passes an input.
    public func passes(_ input: String) -> Answer {
        if inputs.contains(VariableName.own(input).lowercased()) { return .yes }
        return mayPassMore ? .unknown : .no
    }

    /// Whether a caller passes an input.
    public enum Answer: String, Sendable {
        case yes, no, unknown
    }
}

/// A caller with its own callers.
public struct CallerChain: Hashable, Sendable {
    /// The caller.
    public var caller: Caller

    /// Who calls the caller; empty for a caller that nothing calls, and for one that is already shown.
    public var callers: [CallerChain]

    /// Whether the caller's own callers are shown at another place of the same chain.
    public var isRepeated: Bool

    /// Makes a caller with its own callers.
    public init(_ caller: Caller, callers: [CallerChain] = [], isRepeated: Bool = false) {
        self.caller = caller
        self.callers = callers
        self.isRepeated = isRepeated
    }

    /// The caller and all callers of it, the nearest first.
    public var all: [Caller] { [caller] + callers.flatMap(\.all) }
}

extension [Caller] {
    /// The callers by kind, then by name and place; each once.
    var inOrder: [Caller] {
        func rank(_ caller: Caller) -> (Int, String, String, Position) {
            let kind = Caller.Kind.allCases.firstIndex(of: caller.kind) ?? 0
            return (kind, caller.name, caller.place?.file ?? "", caller.place?.position ?? Position(line: 0, column: 0))
        }
        return Array(Set(self)).sorted { rank($0) < rank($1) }
    }
}

extension Finding {
    /// Whether the finding is about a caller.
    public func concerns(_ caller: Caller) -> Bool {
        switch caller.kind {
        case .contract: contract == caller.name
        case .trigger: contract == nil && trigger == caller.name
        case .dataAction: self.caller == "data action '\(caller.name)'"
        case .flow, .recording, .code: false
        }
    }
}
