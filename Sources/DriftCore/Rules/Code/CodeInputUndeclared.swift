extension Rules {
    static let codeInputUndeclared = Rule<CodeComparison>(
        id: "code-input-undeclared",
        severity: .error,
        summary: "The code sends an input that its contract does not list",
        explanation: """
            flowdrift compares the contract with the flow, so it doesn't check an input that is only in the code. If \
            the flow lacks the input, the launch may fail or run without the value. Three things show what the code \
            sends: its JSON Schema (`launch.schema`), launches that its tests made (`launch.recordings`), and names in \
            its source files (`code`). Most often the input was renamed in the code. A name that only differs in \
            letter case is a warning, because the platform may accept it. A name that is only in source files is a \
            warning, because that code may never run.

            Send the input under the contract's name, or correct the contract. `flowdrift contract --from-launches` \
            writes what recordings show into the contract.
            """
    ) { comparison in
        let declared = comparison.declaredNames.compactMap { comparison.evidence(onDeclared: $0) }
        let known = Set(declared.compactMap(\.subject))
        let sent = comparison.sentNames.filter { !known.contains($0.name) }
            .compactMap { comparison.evidence(onSent: $0) }
        let shown = known.union(sent.compactMap(\.subject))
        let mentioned = comparison.mentionedNames.filter { !shown.contains($0.name) }
            .compactMap { comparison.evidence(onMentioned: $0) }
        return declared + sent + mentioned + comparison.evidenceOnOtherInputs
    }
}

extension CodeComparison {
    fileprivate func evidence(onDeclared name: NameMatch) -> Evidence? {
        guard let declared, let input = declaration(name.name) else { return nil }
        let subject = "Input '\(name.name)' (\(input.type))"
        return evidence(on: name, "\(subject) is declared by the code's schema", at: declared.place(of: input))
    }

    fileprivate func evidence(onSent name: NameMatch) -> Evidence? {
        guard let first = launches.first(where: { $0.launch.sends(name.name) }) else { return nil }
        let type = first.launch.inputs[name.name].map { " (\($0.type))" } ?? ""
        return evidence(on: name, "Input '\(name.name)'\(type) is sent by the code", at: first.place)
    }

    fileprivate func evidence(onMentioned name: NameMatch) -> Evidence? {
        guard let first = mentioned?.inputs.first(where: { $0.name == name.name }) else { return nil }
        var evidence = evidence(on: name, "The code mentions input '\(name.name)'", at: first.place)
        evidence?.severity = .warning
        return evidence
    }

    private func evidence(on name: NameMatch, _ fact: String, at place: Place) -> Evidence? {
        let listing = "list '\(name.name)' in \(listingFile)"
        switch name.match {
        case .exact: return nil
        case .otherCase(let input):
            return Evidence(
                fact + "; \(lister) spells it '\(input.name.value)'",
                at: place,
                on: name.name,
                severity: .warning,
                contrast: Contrast(input.name.value, name.name),
                fix: Fix("use '\(input.name.value)' in the code, or '\(name.name)' in \(listingFile)")
            )
        case .scoped(let input):
            return Evidence(
                fact + " without its scope; \(lister) lists '\(input.name.value)'",
                at: place,
                on: name.name,
                contrast: Contrast(input.name.value, name.name),
                fix: Fix("use '\(input.name.value)' in the code")
            )
        case .omitted:
            return Evidence(
                fact + "; the contract says that it is never sent",
                at: place,
                on: name.name,
                contrast: Contrast(nil, name.name),
                fix: Fix("stop sending it, or replace `sent: never` with its type in \(contract.file)")
            )
        case .none(let near):
            return Evidence(
                fact + "; \(lister) does not list it" + (near.map { ", did you mean '\($0)'?" } ?? ""),
                at: place,
                on: name.name,
                contrast: Contrast(near, name.name),
                fix: Fix(near.map { "use '\($0)' in the code, or \(listing)" } ?? "\(listing), or stop sending it")
            )
        }
    }

    /// The evidence on inputs whose names recordings don't keep, because they don't look like names.
    fileprivate var evidenceOnOtherInputs: [Evidence] {
        let others = launches.filter { $0.launch.otherInputs > 0 }
        guard let first = others.first else { return [] }
        let number = others.map(\.launch.otherInputs).max() ?? 1
        return [
            Evidence(
                (number == 1
                    ? "A launch sends an input whose name the recording leaves out, because the name may be data"
                    : "A launch sends \(number) inputs whose names the recording leaves out, because they may be data")
                    + "; \(lister) lists no such input",
                at: first.place,
                fix: Fix("send only inputs of the flow; `flowdrift lint` on the launch's body names the others")
            )
        ]
    }
}
