import PastedRequests

extension Rules {
    static let payloadInputType = Rule<RequestComparison>(
        id: "payload-input-type",
        severity: .error,
        summary: "The request sends a value that does not fit the input's type",
        explanation: """
            JSON distinguishes strings, numbers and booleans: `"true"` is a string, not a boolean, and `1.5` is not an \
            integer. A collection is an array, and a string input cannot hold an object. If the type is wrong, the API \
            may refuse the launch, or the input may arrive empty.

            Send a value of the input's type, or change the input in Architect.
            """
    ) { comparison in
        comparison.evidenceOnDeclaredInputs { sent, variable in
            if let kind = comparison.misfit(of: sent.value, as: variable.type) {
                return [comparison.evidence(on: sent.value, being: kind, for: variable)]
            }
            return ValueFit.problems(of: sent.value, as: variable.type).compactMap { problem in
                guard case .type(let node) = problem else { return nil }
                let isElement = node.index != sent.value.index
                let type = isElement ? DataType(variable.type.kind) : variable.type
                let converted = ValueFit.converted(node, to: type)
                return Evidence(
                    "Input '\(variable.name)' is \(variable.type) in the flow; the request sends \(node.shown)"
                        + (isElement ? " in the array" : ""),
                    at: comparison.place(node),
                    on: variable.name,
                    contrast: Contrast("\(variable.name): \(variable.type)", node.shown),
                    fix: converted.map { value in
                        Fix("send \(Shown.text(JSONWriter(onOneLine: true).text(value)))", edit: node.edit(value))
                    } ?? Fix("send \(type.phrase)")
                )
            }
        }
    }
}

extension RequestComparison {
    /// The evidence on a placeholder whose value has another type.
    fileprivate func evidence(
        on node: JSONNode,
        being kind: PlaceholderTypes.Kind,
        for variable: Variable
    ) -> Evidence {
        let quoted = variable.type.kind.travelsAsString ? quoted(node) : nil
        return Evidence(
            "Input '\(variable.name)' is \(variable.type) in the flow; the request sends \(Shown.text(node.text)), "
                + "\(kind.phrase), without quotes",
            at: place(node),
            on: variable.name,
            contrast: Contrast("\(variable.name): \(variable.type)", kind.rawValue),
            fix: quoted.map { Fix("write \(JSONWriter(onOneLine: true).text($0))", edit: node.edit($0)) }
                ?? Fix("send \(variable.type.phrase)")
        )
    }
}

extension DataType {
    /// The JSON for a value of the type, in words: `a whole number`.
    var phrase: String {
        if isCollection { return "an array, each element \(DataType(kind).phrase)" }
        switch kind {
        case .integer: return "a whole number"
        case .decimal: return "a number"
        case .boolean: return "true or false"
        case .json: return "an object or array"
        default: return "a string"
        }
    }
}
