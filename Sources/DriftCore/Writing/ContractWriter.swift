import StrictJSON
import YAML

/// Writes a draft of a contract, with all inputs and outputs, and comments on how the flow uses them.
public struct ContractWriter: Sendable {
    /// Makes a writer.
    public init() {}

    /// The text of a draft; if it's checked against the draft's own flow, no finding fails the run.
    ///
    /// - Parameters:
    ///   - draft: The draft.
    ///   - origin: Where the flow was read from, for the comment at the top.
    /// - Returns: The file's text.
    public func text(of draft: ContractDraft, from origin: String) -> String {
        let origin = "# Made from " + Self.quoted(origin) + "; from here on it is yours to edit."
        let section = draft.launched.map { LaunchedSection(draft: draft, launched: $0) }
        let mentioned = draft.mentioned.map { MentionedSection(draft: draft, mentioned: $0) }
        let head = mentioned != nil ? MentionedSection.head : section == nil ? Self.head : LaunchedSection.head
        let lines = head + [origin, "flowdrift: 1"]
        let owner = draft.hasOwner ? [] : ["# owner: team-name    # who is responsible for the code; reports print it"]
        let flow = Self.lines("flow", .string("\(draft.flow.key.type)/\(draft.flowName)"))
        let environments = draft.environments.map { names in
            ["environments:"] + names.map { "  " + Self.quoted($0.text) + ":" }
        }
        let name = Self.lines("contract", .string(draft.name))
        let launch = mentioned?.lines ?? section?.lines ?? launch(draft)
        let triggers = mentioned == nil ? triggers(draft) : []
        let all = lines + name + owner + flow + (environments ?? []) + launch + triggers
        return all.joined(separator: "\n") + "\n"
    }

    /// The comment at the top of a draft that is made only from the flow.
    private static let head = [
        "# What the code sends to this flow and reads from it. Remove the outputs that your code does not read.",
        "# For an input that only some launches send, write { type: string, sent: sometimes }. For an input that no",
        "# launch sends, write { sent: never }.",
    ]

    /// The lines of an entry: one line, unless the key is very long.
    static func lines(_ key: String, _ value: YAMLValue) -> [String] {
        let text = YAMLWriter().text(of: .mapping([YAMLEntry(key, value)], .block))
        return text.split(separator: "\n").map(String.init)
    }

    /// A text from outside, on one line, so that it's safe in a comment.
    static func quoted(_ text: String) -> String {
        String(YAMLWriter().text(of: .string(text)).dropLast())
    }

    private func launch(_ draft: ContractDraft) -> [String] {
        let inputs = DraftedInput.all(of: draft)
        let (sent, others) = (inputs.filter(\.isSent), inputs.filter { !$0.isSent })
        let omitted = others.filter(\.isOmitted)
        let outputs = Self.outputs(of: draft.flow)
        guard !sent.isEmpty || !outputs.isEmpty else {
            let block = ["launch:", "  inputs:"] + others.flatMap(\.lines).map { "    " + $0 }
            return (draft.flow.triggers.isEmpty ? ["launch: {}"] : [])
                + (others.isEmpty ? [] : block.map { "# " + $0 })
        }
        var lines = ["launch:"] + Self.way(to: draft.flow.key.type)
        if sent.isEmpty, omitted.isEmpty {
            lines += others.isEmpty ? [] : ["  # inputs:"] + others.flatMap(\.lines).map { "  #   " + $0 }
        } else {
            lines += ["  inputs:"] + sent.flatMap(\.lines).map { "    " + $0 }
            lines += omitted.flatMap(\.linesOmitted).map { "    " + $0 }
            lines += others.filter { !$0.isOmitted }.flatMap(\.linesLeftOut).map { "    " + $0 }
        }
        return lines + (outputs.isEmpty ? [] : ["  outputs:"] + outputs.map { "    " + $0 })
    }

    /// The entries of a flow's outputs, without the outputs that a contract can't list.
    static func outputs(of flow: Flow) -> [String] {
        var seen: Set<String> = []
        return flow.outputs.filter { $0.type.isWritable && seen.insert($0.name.lowercased()).inserted }
            .flatMap { lines($0.name, .string($0.type.description)) }
    }

    /// A comment on why `via` is missing, if it's unknown whether the API launches flows of this type.
    static func way(to type: FlowType) -> [String] {
        type.isLaunchable
            ? [] : ["  # `via` is left out: POST /api/v2/flows/executions is documented to launch workflows only."]
    }

    private func triggers(_ draft: ContractDraft) -> [String] {
        var names: Set<String> = []
        let triggers = draft.flow.triggers.filter { names.insert(draft.triggerName($0.name)).inserted }
        guard !triggers.isEmpty else { return [] }
        let promised = triggers.map { trigger in
            var trigger = trigger
            trigger.name = draft.triggerName(trigger.name)
            return YAMLValue.mapping(SnapshotWriter().settings(of: trigger.promisable, withTarget: false), .block)
        }
        let text = YAMLWriter().text(of: .mapping([YAMLEntry("triggers", .sequence(promised, .block))], .block))
        return ["# Settings that the code relies on; a setting that you remove is not checked."]
            + text.split(separator: "\n").map(String.init)
    }
}

extension Trigger {
    /// The trigger in a form that is valid in all orgs: `any` replaces ids, since they differ between orgs.
    fileprivate var promisable: Trigger {
        var trigger = self
        trigger.match = match.allSatisfy { Criterion.comparisons.contains($0.comparison) } ? match.map(\.anyID) : []
        return trigger
    }
}

extension Criterion {
    fileprivate var anyID: Criterion {
        let values: [JSONValue] =
            switch operand {
            case .value(let value)?: [value]
            case .values(let values)?: values
            case .any?, nil: []
            }
        let holdsID = values.contains { value in
            if case .string(let text) = value { FlowID(text)?.isUUID ?? false } else { false }
        }
        guard holdsID else { return self }
        var criterion = self
        criterion.operand = .any
        return criterion
    }
}
