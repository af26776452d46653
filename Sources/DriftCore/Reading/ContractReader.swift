import PastedRequests
import YAML

/// Reads a contract strictly: an unknown key or value is an error.
public struct ContractReader: Sendable {
    /// Makes a reader.
    public init() {}

    /// Reads one contract.
    ///
    /// - Parameters:
    ///   - bytes: The file's bytes.
    ///   - file: The file's name, for messages.
    /// - Returns: The contract.
    /// - Throws: ``ReadingError`` at the first error.
    public func contract(_ bytes: [UInt8], file: String) throws(ReadingError) -> Contract {
        let keys = ["flowdrift", "contract", "owner", "flow", "environments", "launch", "triggers", "code"]
        let root = try YAMLCursor.root(of: bytes, file: file, what: "a contract").document("a contract", keys: keys)
        let name = try root.required("contract", in: "a contract")
        var contract = Contract(
            name: try name.text("the contract's name"),
            owner: try root.value("owner").map { (node) throws(ReadingError) in try node.text("an owner") },
            file: file,
            position: name.node.position,
            flow: try flow(root.required("flow", in: "a contract")),
            environments: try root.value("environments").map(environments),
            launch: try root.value("launch").map(launch),
            triggers: try triggers(root.value("triggers"))
        )
        contract.code = try code(root.value("code"), contract)
        guard contract.launch != nil || !contract.triggers.isEmpty else {
            throw root.error(
                "Contract '\(contract.name)' has neither `launch` nor `triggers`",
                "list under `launch` what the code sends and reads (`launch: {}` if nothing), or list `triggers`"
            )
        }
        return contract
    }

    /// Reads the patterns of source files; only a contract with a launch can have them.
    ///
    /// What the files mention is only compared with the launch.
    private func code(_ node: YAMLCursor?, _ contract: Contract) throws(ReadingError) -> [Written<String>] {
        guard let node else { return [] }
        guard contract.launch != nil else {
            throw node.error(
                "`code` lists the source files of a launch, but contract '\(contract.name)' has no `launch`",
                "list under `launch` what the code sends, or remove `code`"
            )
        }
        var patterns: [Written<String>] = []
        for element in try node.elements("code") { patterns.append(try element.writtenText("a source file")) }
        return patterns
    }

    /// Reads only the flow and the environments of a contract that is otherwise invalid.
    ///
    /// - Parameters:
    ///   - bytes: The file's bytes.
    ///   - file: The file's name, for messages.
    /// - Returns: The contract without launch and triggers, or `nil` if flow or environments are invalid too.
    public func head(_ bytes: [UInt8], file: String) -> Contract? {
        guard let root = try? YAMLCursor.root(of: bytes, file: file, what: "a contract"),
            let flow = try? flow(root.required("flow", in: "a contract"))
        else { return nil }
        var head = Contract(
            name: root.value("contract")?.node.text ?? "",
            file: file,
            position: root.node.position,
            flow: flow,
            triggers: []
        )
        if let node = root.value("environments") {
            guard let environments = try? environments(node) else { return nil }
            head.environments = environments
        }
        return head
    }

    private func flow(_ node: YAMLCursor) throws(ReadingError) -> FlowTemplate {
        let text = try node.text("a flow as `type/name`")
        guard let key = FlowKey(text) else {
            let example = text.contains("/") ? "Callback Request" : text
            throw node.error("'\(text)' is not a flow's type and name", "write both: `workflow/\(example)`")
        }
        guard FlowType.known.contains(key.type), text.hasPrefix(key.type.name + "/") else {
            let names = FlowType.known.map(\.name)
            let written = String(text.prefix { $0 != "/" })
            let near = FlowType.known.contains(key.type) ? key.type.name : NearName.best(for: written, among: names)
            throw node.error(
                "Unknown flow type '\(written)'",
                near.map { "did you mean '\($0)/\(key.name)'?" } ?? "use one of \(names.joined(separator: ", "))"
            )
        }
        return FlowTemplate(type: key.type, name: key.name, position: node.node.position, end: node.node.end)
    }

    private func environments(
        _ node: YAMLCursor
    ) throws(ReadingError) -> [EnvironmentName: Contract.EnvironmentTerms] {
        var environments: [EnvironmentName: Contract.EnvironmentTerms] = [:]
        for (key, value) in try node.entries("environments") {
            environments[try key.environmentName()] = try terms(value, at: key.node.position)
        }
        guard !environments.isEmpty else {
            throw node.error(
                "`environments` names no environment",
                "name at least one environment, or remove `environments` if the contract holds in all environments"
            )
        }
        return environments
    }

    private func terms(
        _ node: YAMLCursor,
        at position: Position
    ) throws(ReadingError) -> Contract.EnvironmentTerms {
        // In YAML, `prod:` without a value means "prod, without settings".
        guard !node.node.isNull else { return Contract.EnvironmentTerms(position: position) }
        let terms = try node.mapping("an environment of a contract", keys: ["id", "name"])
        return Contract.EnvironmentTerms(
            position: position,
            id: try terms.value("id").map(flowID),
            name: try terms.value("name").map { (node) throws(ReadingError) in try node.text("a flow's name") }
        )
    }

    private func flowID(_ node: YAMLCursor) throws(ReadingError) -> Written<FlowID> {
        let text = try node.text("a flow's id")
        guard let id = FlowID(text), id.isUUID else {
            throw node.error(
                "'\(text)' is not a flow's id, which is a UUID",
                "copy the id from the flow's address in Architect"
            )
        }
        return Written(id, at: node.node)
    }
}

// MARK: - Launch

extension ContractReader {
    private static let launchKeys = ["via", "custom", "schema", "inputs", "outputs", "payloads", "recordings"]

    func launch(_ node: YAMLCursor) throws(ReadingError) -> Contract.Launch {
        let launch = try node.mapping("a launch", keys: Self.launchKeys)
        let via = try launch.value("via").map { (node) throws(ReadingError) in
            try node.choice("way to launch", of: Contract.Way.self)
        }
        if via == .webhook, let outputs = launch.value("outputs") {
            throw outputs.error("A webhook returns no outputs", "remove `outputs`; a webhook's caller receives none")
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
                throw payload.error(
                    "The payload '\(reference.value)' names a part of a file, but no file",
                    "write the file's path before '#'"
                )
            }
            result.payloads.append(Contract.Payload(reference: reference))
        }
        result.schema = try launch.value("schema").map { (node) throws(ReadingError) in
            let reference = try node.writtenText("a schema's file")
            guard !reference.path.isEmpty else {
                throw node.error(
                    "The schema '\(reference.value)' names a part of a file, but no file",
                    "write the file's path before '#'"
                )
            }
            return Contract.Schema(reference: reference)
        }
        result.recordings = try recordings(launch.value("recordings"), via)
        return result
    }

    /// Reads the patterns of recordings, which only contain launches by the API.
    private func recordings(_ node: YAMLCursor?, _ via: Contract.Way?) throws(ReadingError) -> [Written<String>] {
        guard let node else { return [] }
        if let via, via != .flowExecution {
            throw node.error(
                "Launch recordings contain launches by POST /api/v2/flows/executions; this contract has "
                    + "`via: \(via.rawValue)`",
                "remove `recordings`, or list files with the bodies under `payloads`"
            )
        }
        var recordings: [Written<String>] = []
        for element in try node.elements("recordings") {
            let pattern = try element.writtenText("a recording's file")
            guard !pattern.value.contains("#") else {
                throw element.error(
                    "A launch recording is read as a whole, so '#' cannot select a part",
                    "remove '#' and everything after it"
                )
            }
            recordings.append(pattern)
        }
        return recordings
    }

    /// Reads `custom`: where the body that the code sends to a gateway has the inputs, and in which form.
    ///
    /// A gateway is a server between the code and the Platform API. A contract has `custom` if, and only if, it has
    /// `via: custom`.
    private func gateway(
        _ launch: YAMLCursor,
        _ via: Contract.Way?
    ) throws(ReadingError) -> Contract.Gateway? {
        guard let node = launch.value("custom") else {
            guard via == .custom else { return nil }
            throw launch.error(
                "The launch has `via: custom`, but not the key 'custom'",
                "add the key, which says where the body has the inputs: `custom: { at: /parameters, shape: map }`"
            )
        }
        guard via == .custom else {
            throw node.error(
                "The launch has the key 'custom', but not `via: custom`",
                "add `via: custom`, or remove 'custom'"
            )
        }
        let gateway = try node.mapping("a gateway's form", keys: ["at", "shape"])
        let at = try gateway.value("at").map { (node) throws(ReadingError) in
            let pointer = try node.text("a JSON pointer")
            guard pointer.hasPrefix("/") else {
                throw node.error(
                    "'\(pointer)' is not a JSON pointer, which begins with '/'",
                    "write one such as /parameters"
                )
            }
            return pointer
        }
        let shape = try gateway.value("shape").map { (node) throws(ReadingError) in
            try node.choice("shape", of: Contract.Gateway.Shape.self)
        }
        return Contract.Gateway(at: at ?? "", shape: shape ?? .map)
    }

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

    /// Reads an input, or returns `nil` for an input with `sent: never`.
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
            throw schema.error(
                "Only an input of type json can have a schema; input '\(name.value)' has type \(type.value)",
                "remove `schema`, or correct the input's type"
            )
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

    /// Checks the other keys of an input with `sent: never`; a type is allowed, although the code sends no value.
    private func checkOmitted(_ input: YAMLCursor, _ via: Contract.Way?) throws(ReadingError) {
        if via == .webhook {
            throw input.error(
                "'sent: never' is only for inputs of a flow, but the inputs of a webhook are members of its body",
                "remove the input from the contract"
            )
        }
        if let node = input.value("type") { _ = try type(node) }
        guard let schema = input.value("schema") else { return }
        throw schema.error("The input has both `schema` and `sent: never`", "remove `schema` or `sent: never`")
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

    /// The index of an earlier name that is equal in any letter case.
    ///
    /// - Returns: The index, or `nil` if the name is new; then it's added to `names`.
    private func place(of name: Written<String>, in names: inout [FoldedName]) -> Int? {
        let folded = FoldedName(name.value)
        if let place = names.firstIndex(where: folded.isLike) { return place }
        names.append(folded)
        return nil
    }

    /// The error for a name that is declared twice, in different letter case; an identical name is an error in YAML
    /// itself.
    private func twice(
        _ what: String,
        _ name: Written<String>,
        _ first: Written<String>,
        at key: YAMLCursor
    ) -> ReadingError {
        key.error(
            "\(what) '\(name.value)' is listed twice, first as '\(first.value)' at line \(first.position.line)",
            "keep only the spelling that the code uses"
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
                ?? "use one of \(DataType.Kind.names.joined(separator: ", ")), with [] for a collection"
        )
    }
}

/// A name that is compared without regard to letter case.
private struct FoldedName {
    private let text: String
    private let isASCII: Bool

    init(_ text: String) {
        isASCII = text.utf8.allSatisfy { $0 < 0x80 }
        // An ASCII name isn't copied, since comparing the lengths is usually enough.
        self.text = isASCII ? text : text.lowercased()
    }

    /// Whether two names are equal or differ only in letter case.
    fileprivate func isLike(_ other: FoldedName) -> Bool {
        guard isASCII, other.isASCII else { return lowercased == other.lowercased }
        return text.utf8.count == other.text.utf8.count
            && zip(text.utf8, other.text.utf8).allSatisfy { $0.lowercaseLetter == $1.lowercaseLetter }
    }

    private var lowercased: String { isASCII ? text.lowercased() : text }
}

extension UInt8 {
    /// The byte, with an upper-case ASCII letter converted to lower case.
    fileprivate var lowercaseLetter: UInt8 {
        self >= UInt8(ascii: "A") && self <= UInt8(ascii: "Z") ? self | 0x20 : self
    }
}

// MARK: - Triggers

extension ContractReader {
    func triggers(_ node: YAMLCursor?) throws(ReadingError) -> [PromisedTrigger] {
        var triggers: [PromisedTrigger] = []
        for element in try node?.elements("triggers") ?? [] {
            let trigger = try promisedTrigger(element)
            if let first = triggers.first(where: { $0.name.value == trigger.name.value }) {
                throw element.error(
                    "Trigger '\(trigger.name.value)' is listed twice, first at line \(first.name.position.line)",
                    "keep only one of the two"
                )
            }
            triggers.append(trigger)
        }
        return triggers
    }

    private func promisedTrigger(_ node: YAMLCursor) throws(ReadingError) -> PromisedTrigger {
        let keys = ["name", "topic", "dataFormat", "enabled", "match", "eventTTLSeconds", "delayBySeconds"]
        let trigger = try node.mapping("a trigger", keys: keys)
        return PromisedTrigger(
            name: try trigger.required("name", in: "a trigger").writtenText("a trigger's name"),
            topic: try trigger.value("topic").map { (node) throws(ReadingError) in try node.writtenText("a topic") },
            dataFormat: try trigger.value("dataFormat").map { (node) throws(ReadingError) in
                Written(try node.choice("data format", of: Trigger.DataFormat.self), at: node.node)
            },
            isEnabled: try trigger.value("enabled").map { (node) throws(ReadingError) in
                Written(try node.boolean("enabled"), at: node.node)
            },
            match: try trigger.value("match").map { (node) throws(ReadingError) in
                Written(try CriterionReader(isContract: true).criteria(node), at: node.node)
            },
            eventTTLSeconds: try trigger.value("eventTTLSeconds").map(seconds),
            delayBySeconds: try trigger.value("delayBySeconds").map(seconds)
        )
    }

    private func seconds(_ node: YAMLCursor) throws(ReadingError) -> Written<Int> {
        let seconds = try node.integer("seconds")
        guard seconds >= 0 else {
            throw node.error("Expected 0 or more seconds, found \(seconds)", "write 0 or more seconds")
        }
        return Written(seconds, at: node.node)
    }
}

/// Reads the match criteria of contracts and snapshots.
struct CriterionReader {
    /// Whether the criteria are in a contract, where the word `any` means any value.
    ///
    /// In a snapshot, `any` is an ordinary value.
    let isContract: Bool

    func criteria(_ node: YAMLCursor) throws(ReadingError) -> [Criterion] {
        var criteria: [Criterion] = []
        for element in try node.elements("match criteria") { criteria.append(try criterion(element)) }
        return criteria
    }

    private func criterion(_ node: YAMLCursor) throws(ReadingError) -> Criterion {
        let criterion = try node.mapping("a match criterion", keys: ["jsonPath", "operator", "value", "values"])
        let (value, values) = (criterion.value("value"), criterion.value("values"))
        if value != nil, let values {
            throw values.error("A match criterion has both 'value' and 'values'", "keep only one of the two")
        }
        let comparison = try criterion.required("operator", in: "a match criterion")
        return Criterion(
            jsonPath: try text(criterion.required("jsonPath", in: "a match criterion")),
            comparison: isContract
                ? try comparison.choice("operator", from: Criterion.comparisons.map { ($0, $0) })
                : comparison.node.text,
            operand: try operand(value, values)
        )
    }

    /// Reads a path; in a contract it must not be empty, while a snapshot may have any path that the org accepted.
    private func text(_ path: YAMLCursor) throws(ReadingError) -> String {
        isContract ? try path.text("a JSON path") : path.node.text
    }

    private func operand(_ value: YAMLCursor?, _ values: YAMLCursor?) throws(ReadingError) -> Criterion.Operand? {
        if isContract, let node = (value ?? values)?.node, node.isPlain, node.textEquals("any") { return .any }
        if let values, !values.node.isNull {
            var list: [JSONValue] = []
            for element in try values.elements("values") { list.append(try element.json()) }
            return .values(list)
        }
        guard let value, !value.node.isNull else { return nil }
        return .value(try value.json())
    }
}
