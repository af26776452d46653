import PastedRequests

extension Rules {
    static let payloadNameType = Rule<RequestComparison>(
        id: "payload-name-type",
        severity: .error,
        summary: "The execution's name is not a string",
        explanation: """
            `name` is the name of the execution in lists of executions. It is optional, and it is a string. The API \
            may refuse a number, an object or an array.

            Send a string, or leave `name` out.
            """
    ) { comparison in
        guard let node = comparison.body?.member(.name)?.value, !node.isUnknownContent, node.kind != .null,
            node.kind != .string
        else { return [] }
        let isScalar = node.kind == .number || node.kind == .boolean
        return [
            Evidence(
                "'name' is \(node.shown); the name of an execution is a string",
                at: comparison.place(node),
                on: "name",
                fix: isScalar
                    ? Fix("send \(JSONValue.quoted(node.text))", edit: node.edit(.string(node.text)))
                    : Fix("send a string, or leave 'name' out")
            )
        ]
    }
}
