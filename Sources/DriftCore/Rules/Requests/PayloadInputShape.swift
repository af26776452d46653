import StrictJSON

extension Rules {
    static let payloadInputShape = Rule<RequestComparison>(
        id: "payload-input-shape",
        severity: .error,
        summary: "The inputs are not an object of names and values",
        explanation: """
            `inputData` is one object of scoped names and their values. A list of `{"name": …, "value": …}`, and \
            values wrapped as `{"value": …}`, are forms of other APIs. A scope is written as part of the name, not as \
            an object around it: `{"Flow": {"name": …}}` is wrong. A string that contains the object as text is only a \
            string.

            Send `{"Flow.name": value}`.
            """
    ) { comparison in
        guard comparison.isLaunch else { return [] }
        return (comparison.body?.sentInputs ?? []).compactMap { sent in
            guard let value = sent.value, let member = sent.member, let found = sent.shape.phrase(value) else {
                return nil
            }
            let name = Shown.text(member.name.text)
            return Evidence(
                "The inputs in '\(name)' are \(found); a launch requires an object of names and values",
                at: comparison.place(value),
                on: member.name.text,
                fix: comparison.corrected(sent).map {
                    Fix("send \(JSONWriter(onOneLine: true).text($0))", edit: value.edit($0))
                }
                    ?? Fix("send {\"Flow.name\": value}")
            )
        }
    }
}

extension SentInputs {
    /// Whether the inputs aren't an object of names and values, so that it's unknown which of them arrive.
    var isMisshaped: Bool { value.flatMap(shape.phrase) != nil }
}

extension SentInputs.Shape {
    /// The shape in words, or `nil` if a launch accepts it.
    fileprivate func phrase(_ value: JSONNode) -> String? {
        switch self {
        case .list: "a list of names and values"
        case .maps: "a list of objects"
        case .nested(let name): "inside '\(Shown.text(name))', one level too deep"
        case .wrapped: "each wrapped in an object with 'value'"
        case .text: "a string that contains JSON"
        case .other: value.shown
        case .map, .loose, .unseen: nil
        }
    }
}

extension RequestComparison {
    /// The inputs as an object of names and values in the flow's spelling, or `nil` if they are unclear.
    fileprivate func corrected(_ sent: SentInputs) -> OrderedJSON? {
        let inputs = CorrectedInputs([sent], in: self)
        return inputs.isNone ? nil : inputs.value
    }
}
