import StrictJSON

extension Rules {
    static let payloadInputForm = Rule<RequestComparison>(
        id: "payload-input-form",
        severity: .warning,
        summary: "The request sends a value in a form that the platform may not understand",
        explanation: """
            It is not documented how a launch must write json, dates, times, durations and phone numbers. The rest of \
            the API uses objects for json, ISO 8601 for dates, times and durations, and E.164 for phone numbers. A \
            string that contains JSON may arrive as one string, and then the flow cannot read its members.

            Send the usual form. Or test whether the flow accepts your form, and switch the rule off.
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
