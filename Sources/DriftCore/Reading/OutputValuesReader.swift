public import StrictJSON
import YAML

/// Reads the values that the stand-in returns as outputs: a mapping of flows to their outputs.
public struct OutputValuesReader: Sendable {
    private let flows: [FlowKey: Flow]

    /// Makes a reader.
    ///
    /// - Parameter flows: The flows that the file may name.
    public init(flows: some Sequence<Flow>) {
        self.flows = Dictionary(flows.map { ($0.key, $0) }) { first, _ in first }
    }

    /// Reads the values.
    ///
    /// - Parameters:
    ///   - bytes: The file's bytes.
    ///   - file: The file's name, for messages.
    /// - Returns: The values by flow and by the output's name.
    /// - Throws: ``ReadingError`` at the first flow or output that doesn't exist, or value of another type.
    public func values(_ bytes: [UInt8], file: String) throws(ReadingError) -> [FlowKey: [String: JSONValue]] {
        let what = "flows with their outputs"
        let root = try YAMLCursor.root(of: bytes, file: file, what: what)
        var values: [FlowKey: [String: JSONValue]] = [:]
        for (key, outputs) in try root.entries(what) {
            let flow = try self.flow(key)
            for (name, value) in try outputs.entries("outputs of '\(flow.key)'") {
                let output = try self.output(name, of: flow)
                values[flow.key, default: [:]][output.name] = try self.value(value, of: output)
            }
        }
        return values
    }

    private func flow(_ key: YAMLCursor) throws(ReadingError) -> Flow {
        let text = try key.text("a flow as `type/name`")
        if let flow = FlowKey(text).flatMap({ flows[$0] }) { return flow }
        let near = FlowKey.nearest(to: text, among: flows.keys.sorted()).map { "did you mean '\($0)'?" }
        throw key.error(
            FlowKey(text) == nil ? "'\(text)' isn't a flow's type and name" : "The stand-in serves no flow '\(text)'",
            near ?? "write type and name of a flow that it serves, such as `workflow/Callback Request`"
        )
    }

    private func output(_ name: YAMLCursor, of flow: Flow) throws(ReadingError) -> Variable {
        let text = try name.text("an output")
        if let output = flow.outputs.first(where: { $0.name == text }) { return output }
        let names = flow.outputs.map(\.name)
        let near = NearName.best(for: text, among: names).map { "did you mean '\($0)'?" }
        throw name.error(
            "'\(flow.key)' declares no output '\(text)'",
            near
                ?? (names.isEmpty
                    ? "remove the output from this file, because the flow declares none"
                    : "use an output that the flow declares: \(names.joined(separator: ", "))")
        )
    }

    private func value(_ value: YAMLCursor, of output: Variable) throws(ReadingError) -> JSONValue {
        guard !value.node.isNull else { return .null }
        guard output.type.isCollection else {
            try requireFit(value, output.type.kind, output)
            return try value.json()
        }
        for element in try value.elements("output '\(output.name)' of type \(output.type)") where !element.node.isNull {
            try requireFit(element, output.type.kind, output)
        }
        return try value.json()
    }

    private func requireFit(
        _ value: YAMLCursor,
        _ kind: DataType.Kind,
        _ output: Variable
    ) throws(ReadingError) {
        guard try !kind.isType(of: value.json()) else { return }
        throw value.error(
            "Output '\(output.name)' is \(output.type) in the flow, but the file has \(value.found)",
            "write \(kind.valuePhrase)"
        )
    }
}

extension DataType.Kind {
    /// Whether a value in JSON has the type.
    ///
    /// The API writes dates and durations as strings; whether it has other forms for them is unknown.
    fileprivate func isType(of value: JSONValue) -> Bool {
        switch (self, value) {
        case (.json, _), (.currency, _), (.other, _), (.decimal, .number), (.boolean, .boolean): true
        case (.integer, .number(let text)): JSONNumber.isWhole(text)
        case (.integer, _), (.decimal, _), (.boolean, _): false
        case (_, .string): true
        default: false
        }
    }

    fileprivate var valuePhrase: String {
        switch self {
        case .integer: "a whole number"
        case .decimal: "a number"
        case .boolean: "true or false"
        default: "a string; put a number, or a word such as `true`, in quotes"
        }
    }
}
