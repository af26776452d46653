public import SourceText
import YAML

/// Reads a contract, strictly: what it does not know is an error at its place.
public struct ContractReader: Sendable {
    /// Makes a reader.
    public init() {}

    /// Reads one contract.
    ///
    /// - Parameters:
    ///   - bytes: The file's bytes.
    ///   - file: The file's name, as messages should give it.
    /// - Returns: The contract.
    /// - Throws: ``ReadingError`` at the first place that is not as a contract must be.
    public func contract(_ bytes: [UInt8], file: String) throws(ReadingError) -> Contract {
        let keys = ["flowdrift", "contract", "owner", "flow", "environments", "launch", "triggers"]
        let root = try YAMLCursor.root(of: bytes, file: file, what: "a contract").document("a contract", keys: keys)
        let name = try root.required("contract", in: "a contract")
        let contract = Contract(
            name: try name.text("the contract's name"),
            owner: try root.value("owner").map { (node) throws(ReadingError) in try node.text("an owner") },
            file: file,
            position: name.node.position,
            flow: try flow(root.required("flow", in: "a contract")),
            environments: try root.value("environments").map(environments),
            launch: try root.value("launch").map(launch),
            triggers: try triggers(root.value("triggers"))
        )
        guard contract.launch != nil || !contract.triggers.isEmpty else {
            throw root.error(
                "Contract '\(contract.name)' promises nothing",
                "say under `launch` what the code sends and reads (`launch: {}` if nothing), or list `triggers`"
            )
        }
        return contract
    }

    /// What is known of a contract that can't be read: its flow and its environments; `nil` where they aren't either.
    ///
    /// - Parameters:
    ///   - bytes: The file's bytes.
    ///   - file: The file's name, as messages should give it.
    /// - Returns: The contract without launch and triggers.
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
        let text = try node.text("a flow, `type/name`")
        guard let key = FlowKey(text) else {
            let example = text.contains("/") ? "Callback Request" : text
            throw node.error("'\(text)' is not a flow", "write its type and its name: `workflow/\(example)`")
        }
        guard FlowType.known.contains(key.type), text.hasPrefix(key.type.name + "/") else {
            let names = FlowType.known.map(\.name)
            let written = String(text.prefix { $0 != "/" })
            let near = FlowType.known.contains(key.type) ? key.type.name : NearName.best(for: written, among: names)
            throw node.error(
                "Unknown flow type '\(written)'",
                near.map { "did you mean '\($0)/\(key.name)'?" } ?? "it is one of \(names.joined(separator: ", "))"
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
                "The contract must hold in no environment",
                "name some, or leave `environments` out for all"
            )
        }
        return environments
    }

    private func terms(
        _ node: YAMLCursor,
        at position: Position
    ) throws(ReadingError) -> Contract.EnvironmentTerms {
        // `prod:` with nothing behind it is how YAML writes "prod, with nothing of its own".
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
            throw node.error("'\(text)' is not a flow's id", "copy the UUID from the flow's address in Architect")
        }
        return Written(id, at: node.node)
    }
}
