import PastedRequests
import YAML

extension RequestComparison {
    func place(_ position: Position) -> Place { Place(file: file, position: position) }

    func place(_ node: JSONNode) -> Place { Place(file: bodyFile, position: node.position) }

    /// Where to point for something that the request lacks.
    var start: Place { place(request.url?.position ?? Position(line: 1, column: 1)) }

    /// Where to point for something that the body lacks.
    var startOfBody: Place { root.map(place) ?? start }

    /// Where to point for something that the inputs lack.
    var startOfInputs: Place { body?.sentInputs.first?.value.map(place) ?? startOfBody }

    /// The flow's type and name in quotes, or `the flow`.
    var flowPhrase: String { flow.map { "'\($0.key)'" } ?? "the flow" }

    /// Whether the request is a launch by API, rather than a body for a gateway or a webhook.
    var isLaunch: Bool { contract?.launch?.via ?? .flowExecution == .flowExecution }

    /// Whether there is more than a body, so that method, address and headers are checked.
    var isWholeRequest: Bool { isLaunch && request.form != .body }

    var lacksBody: Bool {
        switch request.body {
        case nil: true
        case .text(let text): text.bytes.allSatisfy { $0 <= 0x20 }
        case .file, .form: false
        }
    }

    /// The evidence for each sent input that the flow has, in any spelling.
    func evidenceOnDeclaredInputs(_ evidence: (SentInputs.Input, Variable) -> [Evidence]) -> [Evidence] {
        inputs.flatMap { sent, match -> [Evidence] in
            guard let variable = match?.variable else { return [] }
            let found = evidence(sent, variable)
            guard !found.isEmpty, isOnContract(sent, for: variable) else { return found }
            return found.map { $0.repeating([.inputTypeChanged, .inputCollectionChanged], on: sent.name.text) }
        }
    }

    var sentNames: Set<String> { Set(inputs.lazy.map(\.sent.name.text)) }

    /// A fix that gives an input the flow's name, or removes it if the request already sends an input of that name.
    ///
    /// - Parameters:
    ///   - input: The input, which is sent under another name.
    ///   - name: The flow's name of the input.
    ///   - sentNames: The names of all sent inputs.
    ///   - summary: The fix if the name isn't sent yet.
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

    /// The inputs without default that the flow reads and the request doesn't send.
    var missingInputs: [Variable] { body?.hasUnseenInputs ?? true ? [] : unsentInputs }

    /// The inputs that the flow reads and a placeholder may stand for.
    var unseenInputs: [Variable] { body?.hasUnseenInputs ?? false ? unsentInputs : [] }

    private var unsentInputs: [Variable] {
        guard let flow else { return [] }
        let misnamed = misnamedInputs
        let sent = Set(inputs.lazy.compactMap { $0.isNull ? nil : $1?.variable?.name })
        return flow.inputs.filter { $0.isNeeded && !sent.contains($0.name) && misnamed[$0.name] == nil }
    }

    /// The inputs that the request only sends under a wrong name, with the findings on those names.
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

    /// The null that the request sends for an input, or `nil` if it sends none.
    func null(for variable: Variable) -> JSONNode? {
        inputs.first { $0.sent.isNull && $0.match?.variable?.name == variable.name }?.sent.value
    }
}

extension Evidence {
    /// The evidence on a payload that repeats an error of its contract, which hides it unless those rules are off.
    func repeating(_ rules: [CausingRule], on subject: String) -> Evidence {
        var copy = self
        copy.causes += rules.map { Cause($0, on: subject, isSameFact: true) }
        return copy
    }
}

extension JSONNode {
    /// An edit that replaces the node by another value, in the quotes and escapes of the surrounding text.
    func edit(_ value: OrderedJSON) -> Fix.Edit {
        let text = JSONWriter(onOneLine: true).text(value)
        let written = document.tokens.faults.origin.written(text, at: Int(record.start))
        return Fix.Edit(start: position, end: end, replacement: written)
    }

    /// The node in messages: `the string "true"`, `1.5`, `an object`.
    var shown: String {
        switch kind {
        case .object: "an object"
        case .array: "an array"
        case .string: "the string \(JSONValue.quoted(Shown.text(text)))"
        // Words of other languages, such as `undefined`, are parsed as null.
        case .null: Shown.text(written)
        case .number, .boolean, .placeholder: Shown.text(text)
        }
    }
}
