import StrictJSON

extension Rules {
    static let payloadInputForm = Rule<RequestComparison>(
        id: "payload-input-form",
        severity: .warning,
        summary: "The request sends a value in a form that may not be understood",
        explanation: """
            It is not documented how json, dates, times, durations and phone numbers must be written in a launch. An \
            object for a json input, ISO 8601 and E.164 are what the rest of the API uses. A string that holds JSON \
            may arrive as one string, and then the flow cannot read its members.

            Send the usual form, or try the other one against the flow and switch the rule off.
            """
    ) { comparison in
        comparison.evidenceOnDeclaredInputs { sent, variable in
            ValueFit.problems(of: sent.value, as: variable.type).compactMap { problem in
                guard case .form(let node, let usual) = problem else { return nil }
                let converted = ValueFit.converted(node, to: DataType(variable.type.kind))
                let text = converted.map { JSONWriter(onOneLine: true).text($0) }
                let isOther = converted != OrderedJSON(node)
                return Evidence(
                    "Input '\(variable.name)' is \(variable.type) in the flow; the request sends \(node.shown); "
                        + "the usual form is \(usual)",
                    at: comparison.place(node),
                    on: variable.name,
                    contrast: Contrast("\(variable.name): \(variable.type)", node.shown),
                    fix: isOther && text != nil
                        ? Fix("send \(Shown.text(text ?? ""))", edit: converted.map { node.edit($0) })
                        : Fix("send \(usual)")
                )
            }
        }
    }
}
