import PastedRequests
import YAML

extension RequestComparison {
    /// The place of something in the request.
    func place(_ position: Position) -> Place { Place(file: file, position: position) }

    /// The place of something in the body.
    func place(_ node: JSONNode) -> Place { Place(file: bodyFile, position: node.position) }

    /// Where to point for what the request does not have.
    var start: Place { place(request.url?.position ?? Position(line: 1, column: 1)) }

    /// Where to point for what the body does not have.
    var startOfBody: Place { root.map(place) ?? start }

    /// Where to point for what the inputs do not have.
    var startOfInputs: Place { body?.sentInputs.first?.value.map(place) ?? startOfBody }

    /// The flow's type and name in quotes, or the flow in general.
    var flowPhrase: String { flow.map { "'\($0.key)'" } ?? "the flow" }

    /// Whether the request is a launch by API, and not what a gateway or a webhook takes.
    var isLaunch: Bool { contract?.launch?.via ?? .flowExecution == .flowExecution }

    /// Whether more than the body is written, so that method, address and headers count.
    var isWholeRequest: Bool { isLaunch && request.form != .body }

    /// Whether no body is written at all.
    var lacksBody: Bool {
        switch request.body {
        case nil: true
        case .text(let text): text.bytes.allSatisfy { $0 <= 0x20 }
        case .file, .form: false
        }
    }

    /// The evidence of a rule that looks at each input that the request sends and the flow has, in whatever spelling.
    func evidenceOnDeclaredInputs(_ evidence: (SentInputs.Input, Variable) -> [Evidence]) -> [Evidence] {
        inputs.flatMap { sent, match -> [Evidence] in
            guard let variable = match?.variable else { return [] }
            let found = evidence(sent, variable)
            guard !found.isEmpty, isOnContract(sent, for: variable) else { return found }
            return found.map { $0.repeating([.inputTypeChanged, .inputCollectionChanged], on: sent.name.text) }
        }
    }

    /// The names under which inputs are sent.
    var sentNames: Set<String> { Set(inputs.lazy.map(\.sent.name.text)) }

    /// A fix that writes an input's name as the flow has it; it is left out where the request sends that one too.
    ///
    /// - Parameters:
    ///   - input: The input, which is sent under another name.
    ///   - name: The name that the flow has.
    ///   - sentNames: The names under which inputs are sent.
    ///   - summary: What to do where the name is free.
    /// - Returns: The fix.
    func renaming(
        _ input: SentInputs.Input,
        to name: String,
        besides sentNames: Set<String>,
        _ summary: String
    ) -> Fix {
        sentNames.contains(name)
            ? Fix("leave '\(input.name.text)' out: the request sends '\(name)' as well")
            : Fix(summary, edit: input.name.edit(.string(name)))
    }

    /// The inputs that the flow reads, that have no default, and that the request does not send.
    var missingInputs: [Variable] { body?.hasUnseenInputs ?? true ? [] : unsentInputs }

    /// The inputs of which nobody can see whether they are sent, because a placeholder may stand for them.
    var unseenInputs: [Variable] { body?.hasUnseenInputs ?? false ? unsentInputs : [] }

    private var unsentInputs: [Variable] {
        guard let flow else { return [] }
        let misnamed = misnamedInputs
        let sent = Set(inputs.lazy.compactMap { $0.isNull ? nil : $1?.variable?.name })
        return flow.inputs.filter { $0.isNeeded && !sent.contains($0.name) && misnamed[$0.name] == nil }
    }

    /// The inputs that the request sends under a wrong name only, each with the finding on that name.
    var misnamedInputs: [String: Cause] {
        var causes: [String: Cause] = [:]
        var reached: Set<String> = []
        for (sent, match) in inputs where !sent.isNull {
            switch match {
            case .none(let near?)?:
                causes[near.name] = Cause(.payloadInputUndeclared, on: sent.name.text, isInSameFile: true)
            case .scoped(let variable)?:
                causes[variable.name] = Cause(.payloadInputUnscoped, on: sent.name.text, isInSameFile: true)
            case .exact(let variable)?, .otherCase(let variable)?: reached.insert(variable.name)
            case .none(near: nil)?, nil: break
            }
        }
        return causes.filter { !reached.contains($0.key) }
    }

    /// The null that the request sends for an input; `nil` where it sends none.
    func null(for variable: Variable) -> JSONNode? {
        inputs.first { $0.sent.isNull && $0.match?.variable?.name == variable.name }?.sent.value
    }
}

extension Evidence {
    /// The evidence on a payload that repeats a fault of its contract: it is reported on the contract, unless the rules
    /// that do so are off.
    func repeating(_ rules: [CausingRule], on subject: String) -> Evidence {
        var copy = self
        copy.causes += rules.map { Cause($0, on: subject, isSameFact: true) }
        return copy
    }
}

extension JSONNode {
    /// A change that writes another value in place of the node, in the quotes and escapes of the text around it.
    func edit(_ value: OrderedJSON) -> Fix.Edit {
        let text = JSONWriter(onOneLine: true).text(value)
        let written = document.tokens.faults.origin.written(text, at: Int(record.start))
        return Fix.Edit(start: position, end: end, replacement: written)
    }

    /// The node as messages show it: `the text "true"`, `1.5`, `an object`.
    var shown: String {
        switch kind {
        case .object: "an object"
        case .array: "an array"
        case .string: "the string \(JSONValue.quoted(Shown.text(text)))"
        // Words of other languages, such as `undefined`, are read as null.
        case .null: Shown.text(written)
        case .number, .boolean, .placeholder: Shown.text(text)
        }
    }
}
