extension Rules {
    static let callInputUnknown = Rule<InputSources>(
        id: "call-input-unknown",
        severity: .warning,
        summary: "A flow passes an input that the flow it calls does not have",
        explanation: """
            A flow that calls a bot or a common module passes inputs by name. The called flow no longer has an input of \
            that name, for example because somebody renamed it. No public source says what the platform does with the \
            value; the called flow may run without it.

            Pass an input that the called flow has, or add the input there. Then publish the calling flow again.
            """
    ) { inputSources in
        inputSources.calls.flatMap { call, called -> [Evidence] in
            guard let called else { return [] }
            let known = called.inputs.map(\.name) + (inputSources.copy(of: call)?.inputs.map(\.name) ?? [])
            return call.inputs.compactMap { input in
                guard !known.contains(where: { $0.lowercased() == input.lowercased() }) else { return nil }
                let near = NearName.best(for: input, among: called.inputs.map(\.name))
                return Evidence(
                    "'\(inputSources.flow.key)' passes '\(input)' to '\(called.key)', which has no such input"
                        + (near.map { "; did you mean '\($0)'?" } ?? ""),
                    at: inputSources.flow.file.map { Place(file: $0) },
                    on: "\(called.key) \(input)",
                    fix: Fix(
                        "pass \(near.map { "'\($0)'" } ?? "an input that '\(called.key)' has") instead, or add "
                            + "'\(input)' to '\(called.key)'"
                    )
                )
            }
        }
    }
}

extension InputSources {
    /// The copy of a common module that a call uses, or `nil` if the call is of another kind or there is no copy.
    fileprivate func copy(of call: FlowCall) -> ModuleCopy? {
        guard call.kind == .module else { return nil }
        return flow.modules.first { $0.name == call.name }
    }
}
