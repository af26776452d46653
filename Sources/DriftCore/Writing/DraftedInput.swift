import YAML

/// An input in a contract draft: its entry, and whether the draft assumes that the code sends it, with the reason.
struct DraftedInput {
    /// How the flow uses the input, on one line.
    let reason: String

    /// Whether the draft assumes that the code sends the input; other inputs are comments, unless ``isOmitted`` is
    /// true.
    let isSent: Bool

    /// Whether the draft says `sent: never`: a trigger fills the input, and the flow reads it without a default.
    let isOmitted: Bool

    let variable: Variable

    /// The entry, below a comment with the reason.
    var lines: [String] { ["# " + reason] + entry }

    /// The entry as a comment, below a comment with the reason.
    var linesLeftOut: [String] { ["# " + reason] + entry.map { "# " + $0 } }

    /// The entry with `sent: never`, below a comment with the reason.
    var linesOmitted: [String] {
        let value = YAMLValue.mapping(
            [YAMLEntry("type", .string(variable.type.description)), YAMLEntry("sent", .string("never"))],
            .flow
        )
        return ["# " + reason + " Launches by the code do not send it."] + ContractWriter.lines(variable.name, value)
    }

    static func all(of draft: ContractDraft) -> [DraftedInput] {
        let inputSources = InputSources(draft.flow, in: draft.environment, contracts: [], events: draft.events)
        var seen: Set<String> = []
        return draft.flow.inputs.map { input in
            DraftedInput(input, inputSources, isRepeated: !seen.insert(input.name.lowercased()).inserted)
        }
    }

    private init(_ input: Variable, _ inputSources: InputSources, isRepeated: Bool) {
        variable = input
        if let reason = Self.obstacle(input, isRepeated: isRepeated) {
            (self.reason, isSent, isOmitted) = (reason, false, false)
        } else if let reason = Self.source(of: input, inputSources) {
            (self.reason, isSent, isOmitted) = (reason, false, input.isNeeded)
        } else if input.reads?.isRead == false {
            (reason, isSent, isOmitted) = ("Not needed: nothing in the flow reads it.", false, false)
        } else {
            reason = [Self.need(of: input), Self.paths(input)].compactMap(\.self).joined(separator: " ")
            (isSent, isOmitted) = (true, false)
        }
    }

    private var entry: [String] { ContractWriter.lines(variable.name, .string(variable.type.description)) }

    /// Why a contract can't have the input, or `nil` if it can.
    private static func obstacle(_ input: Variable, isRepeated: Bool) -> String? {
        if !input.type.isWritable { return "Not checked: a contract cannot name this type." }
        return isRepeated ? "Not checked: a contract cannot list names that differ only in letter case." : nil
    }

    /// A sentence on the trigger that fills the input, or `nil` if no trigger does.
    private static func source(of input: Variable, _ inputSources: InputSources) -> String? {
        let sources = inputSources.triggers.filter { $0.trigger.isEnabled && $0.mayBring(input) }
        guard let source = sources.first(where: { $0.fill(of: input) == .value }) ?? sources.first else { return nil }
        let verb = source.fill(of: input) == .value ? "fills it" : "may fill it"
        return "The event of trigger \(ContractWriter.quoted(source.trigger.name)) \(verb)."
    }

    /// Whether the code must send the input; this is a guess, since a launch may leave out any input.
    private static func need(of input: Variable) -> String {
        let secure = input.isSecure ? " Secure." : ""
        if let text = input.defaultText {
            let known = input.reads == nil ? "" : " The flow reads it."
            return "Optional: its default is \(Self.inQuotes(text)).\(known)\(secure)"
        }
        return input.reads == nil
            ? "Perhaps needed: it has no default, and whether the flow reads it is unknown.\(secure)"
            : "Needed: the flow reads it, and it has no default.\(secure)"
    }

    /// A default in quotes, so that a default such as `unknown` isn't mistaken for a statement about the input.
    private static func inQuotes(_ text: String) -> String {
        let quoted = ContractWriter.quoted(text)
        return quoted.hasPrefix("\"") ? quoted : "\"\(quoted)\""
    }

    /// A sentence on the paths at which the flow reads a JSON input, or `nil` if there are none.
    private static func paths(_ input: Variable) -> String? {
        guard let reads = input.reads, !reads.paths.isEmpty else { return nil }
        let list = reads.paths.map { ContractWriter.quoted($0.description) }.joined(separator: ", ")
        let more = reads.isComplete ? "" : ", perhaps more"
        return "Read at: \(list)\(more). To check these paths, write { type: json, schema: FILE }."
    }
}
