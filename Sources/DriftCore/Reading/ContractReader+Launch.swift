import PastedRequests
import SourceText
import YAML

extension ContractReader {
    /// Reads how the code starts the flow.
    func launch(_ node: YAMLCursor) throws(ReadingError) -> Contract.Launch {
        let launch = try node.mapping("a launch", keys: ["via", "custom", "inputs", "outputs", "payloads"])
        let via = try launch.value("via").map { (node) throws(ReadingError) in
            try node.choice("way to launch", of: Contract.Way.self)
        }
        if via == .webhook, let outputs = launch.value("outputs") {
            throw outputs.error("A webhook gives nothing back", "take the outputs out; its caller never sees them")
        }
        let (inputs, omitted) = try inputs(launch.value("inputs"), via)
        var result = Contract.Launch(
            via: via ?? .flowExecution,
            placeOfVia: launch.value("via")?.node.position,
            inputs: inputs,
            omittedInputs: omitted,
            outputs: try outputs(launch.value("outputs"))
        )
        result.gateway = try gateway(launch, via)
        for payload in try launch.value("payloads")?.elements("payloads") ?? [] {
            let reference = try payload.writtenText("a payload's file")
            guard reference.value.prefix(1) != "#" else {
                throw payload.error("'\(reference.value)' names no file", "write the file before '#'")
            }
            result.payloads.append(Contract.Payload(reference: reference))
        }
        return result
    }

    /// Reads what a gateway takes, which goes with `via: custom` alone.
    private func gateway(
        _ launch: YAMLCursor,
        _ via: Contract.Way?
    ) throws(ReadingError) -> Contract.Gateway? {
        guard let node = launch.value("custom") else {
            guard via == .custom else { return nil }
            throw launch.error(
                "Missing key 'custom' in a launch via custom",
                "write `custom: { at: /parameters, shape: map }`"
            )
        }
        guard via == .custom else { throw node.error("'custom' goes with `via: custom`", "write both, or neither") }
        let gateway = try node.mapping("a gateway's form", keys: ["at", "shape"])
        let at = try gateway.value("at").map { (node) throws(ReadingError) in
            let pointer = try node.text("a JSON pointer")
            guard pointer.hasPrefix("/") else {
                throw node.error("'\(pointer)' is not a JSON pointer", "write it as /parameters")
            }
            return pointer
        }
        let shape = try gateway.value("shape").map { (node) throws(ReadingError) in
            try node.choice("shape", of: Contract.Gateway.Shape.self)
        }
        return Contract.Gateway(at: at ?? "", shape: shape ?? .map)
    }

    /// The inputs that the code sends, and the names of those that it never sends.
    private func inputs(
        _ node: YAMLCursor?,
        _ via: Contract.Way?
    ) throws(ReadingError) -> (sent: [Contract.Input], omitted: [Written<String>]) {
        var (inputs, omitted): ([Contract.Input], [Written<String>]) = ([], [])
        var written: [Written<String>] = []
        var names: [FoldedName] = []
        for (key, value) in try node?.entries("inputs") ?? [] {
            let name = try key.writtenText("an input's name")
            if let place = place(of: name, in: &names) { throw twice("Input", name, written[place], at: key) }
            written.append(name)
            if let input = try input(name, value, via) { inputs.append(input) } else { omitted.append(name) }
        }
        return (inputs, omitted)
    }

    /// An input that the code sends; `nil` for one that it never sends.
    private func input(
        _ name: Written<String>,
        _ node: YAMLCursor,
        _ via: Contract.Way?
    ) throws(ReadingError) -> Contract.Input? {
        guard node.node.kind == .mapping else {
            return Contract.Input(name: name, type: try type(node), sent: .always)
        }
        let input = try node.mapping("an input", keys: ["type", "sent", "schema"])
        let sent = try input.value("sent").map { (node) throws(ReadingError) in
            try node.choice("frequency", of: Contract.Frequency.self)
        }
        if sent == .never {
            try checkOmitted(input, via)
            return nil
        }
        let type = try type(input.required("type", in: "an input"))
        if let schema = input.value("schema"), type.value != DataType(.json) {
            throw schema.error("A schema needs an input of type json; '\(name.value)' is \(type.value)")
        }
        return Contract.Input(
            name: name,
            type: type,
            sent: sent ?? .always,
            schema: try input.value("schema").map { (node) throws(ReadingError) in
                try node.writtenText("a schema's file")
            }
        )
    }

    /// Checks what stands beside `sent: never`; a type may, though nothing of that type is sent.
    private func checkOmitted(_ input: YAMLCursor, _ via: Contract.Way?) throws(ReadingError) {
        if via == .webhook {
            throw input.error(
                "'sent: never' is about an input of the flow; a webhook's inputs are members of its body",
                "remove the entry"
            )
        }
        if let node = input.value("type") { _ = try type(node) }
        guard let schema = input.value("schema") else { return }
        throw schema.error("A schema describes what is sent, and this input is never sent", "remove one of the two")
    }

    private func outputs(_ node: YAMLCursor?) throws(ReadingError) -> [Contract.Output] {
        var outputs: [Contract.Output] = []
        var names: [FoldedName] = []
        for (key, value) in try node?.entries("outputs") ?? [] {
            let name = try key.writtenText("an output's name")
            if let place = place(of: name, in: &names) { throw twice("Output", name, outputs[place].name, at: key) }
            var typeNode = value
            if value.node.kind == .mapping {
                typeNode = try value.mapping("an output", keys: ["type"]).required("type", in: "an output")
            }
            outputs.append(Contract.Output(name: name, type: try type(typeNode)))
        }
        return outputs
    }

    /// Where a name stands already, in whatever letter case; nil for a new one, which is added.
    private func place(of name: Written<String>, in names: inout [FoldedName]) -> Int? {
        let folded = FoldedName(name.value)
        if let place = names.firstIndex(where: folded.isLike) { return place }
        names.append(folded)
        return nil
    }

    /// Refuses a name that stands there already in other letter case; YAML itself refuses the very same name.
    private func twice(
        _ what: String,
        _ name: Written<String>,
        _ first: Written<String>,
        at key: YAMLCursor
    ) -> ReadingError {
        key.error(
            "\(what) '\(name.value)' is declared twice, first as '\(first.value)' at line \(first.position.line)",
            "keep the one that the code uses"
        )
    }

    private func type(_ node: YAMLCursor) throws(ReadingError) -> Written<DataType> {
        let text = try node.text("a type")
        let type = DataType(text)
        guard !type.isWritable else { return Written(type, at: node.node) }
        let near = NearName.best(for: type.kind.name, among: DataType.Kind.names)
        throw node.error(
            "Unknown type '\(text)'",
            near.map { "did you mean '\(DataType(DataType.Kind(name: $0), isCollection: type.isCollection))'?" }
                ?? "it is one of \(DataType.Kind.names.joined(separator: ", ")), with [] for a collection"
        )
    }
}

/// A name to be compared in whatever letter case.
private struct FoldedName {
    private let text: String
    private let isASCII: Bool

    init(_ text: String) {
        isASCII = text.utf8.allSatisfy { $0 < 0x80 }
        // Of ASCII no other text is made: mostly the lengths tell two names apart.
        self.text = isASCII ? text : text.lowercased()
    }

    /// Whether the two differ in nothing but letter case.
    func isLike(_ other: FoldedName) -> Bool {
        guard isASCII, other.isASCII else { return lowercased == other.lowercased }
        return text.utf8.count == other.text.utf8.count
            && zip(text.utf8, other.text.utf8).allSatisfy { $0.lowercaseLetter == $1.lowercaseLetter }
    }

    private var lowercased: String { isASCII ? text.lowercased() : text }
}

extension UInt8 {
    /// The byte, or the lower-case letter of ASCII for an upper-case one.
    fileprivate var lowercaseLetter: UInt8 {
        self >= UInt8(ascii: "A") && self <= UInt8(ascii: "Z") ? self | 0x20 : self
    }
}
