import YAML

/// Reads the files of `flowdrift snapshot`: a flow's snapshot, `triggers.yaml`, `index.yaml`.
public struct SnapshotReader: Sendable {
    /// The file's name, for messages.
    let file: String

    /// Makes a reader for a file.
    public init(file: String) {
        self.file = file
    }

    /// Reads the snapshot of one flow.
    ///
    /// - Throws: ``ReadingError`` if the file isn't a valid snapshot.
    public func flow(_ bytes: [UInt8]) throws(ReadingError) -> Flow {
        try flow(YAMLCursor.root(of: bytes, file: file, what: "a snapshot"))
    }

    /// Reads `triggers.yaml`: the triggers that start none of the environment's flows.
    public func triggers(_ bytes: [UInt8]) throws(ReadingError) -> [Trigger] {
        let root = try YAMLCursor.root(of: bytes, file: file, what: "triggers")
        let keys = ["flowdrift", "triggers"]
        return try triggers(root.document("triggers.yaml", keys: keys).required("triggers", in: "triggers.yaml"))
    }

    /// Reads `index.yaml`.
    public func index(_ bytes: [UInt8]) throws(ReadingError) -> SnapshotIndex {
        try index(YAMLCursor.root(of: bytes, file: file, what: "an index"))
    }

    /// Reads a file of any of the three kinds that is in a folder of flow exports.
    func read(_ root: YAMLCursor) throws(ReadingError) -> FlowFile {
        if root.value("contract") != nil { return .skipped(reason: "the file is a contract") }
        if root.value("flow")?.node.kind == .mapping { return .flow(try flow(root)) }
        if isEntry(root) { return file(of: try entry(root)) }
        if isIndex(root) { return file(of: try index(root)) }
        if root.value("triggers") != nil {
            return .triggers(try triggers(root.required("triggers", in: "triggers.yaml")))
        }
        return .skipped(reason: "the file is flowdrift's, but not a snapshot")
    }

    private func flow(_ root: YAMLCursor) throws(ReadingError) -> Flow {
        let keys = ["flowdrift", "flow", "inputs", "outputs", "triggers", "modules", "calls"]
        let root = try root.document("a snapshot", keys: keys)
        let identity = try root.required("flow", in: "a snapshot")
            .mapping("a flow", keys: ["type", "name", "division", "state", "listed"])
        let type = try identity.required("type", in: "a flow")
        guard let flowType = FlowType(try type.text("a flow's type")) else {
            throw type.error("'\(type.node.text)' is not a flow's type", "write a type such as `workflow`")
        }
        var flow = Flow(
            key: FlowKey(type: flowType, name: try identity.required("name", in: "a flow").text("a flow's name")),
            division: try identity.value("division").map { (node) throws(ReadingError) in try node.text("a division") },
            availability: try state(identity.value("state")),
            inputs: try variables(root.value("inputs"), "inputs"),
            outputs: try variables(root.value("outputs"), "outputs"),
            triggers: try root.value("triggers").map(triggers) ?? [],
            modules: try modules(root.value("modules")),
            calls: try calls(root.value("calls")),
            file: file
        )
        flow.listedVersion = try identity.value("listed").map { (node) throws(ReadingError) in
            try node.text("a version")
        }
        return flow
    }

    func state(_ node: YAMLCursor?) throws(ReadingError) -> Flow.Availability {
        try node?.choice("state", from: [("unpublished", .unpublished), ("inactive", .inactive)]) ?? .unknown
    }

    /// The content of an index that is in a folder of flow exports.
    private func file(of index: SnapshotIndex) -> FlowFile {
        let entries = FlowFile.entries(index.flows.map(\.entry) + index.listed)
        guard !index.unread.isEmpty else { return entries }
        let count = index.flows.count + index.listed.count
        return .page(entries, of: ListingPage(listsFlows: true, count: count, unread: index.unread))
    }

    private func modules(_ node: YAMLCursor?) throws(ReadingError) -> [ModuleCopy] {
        var modules: [ModuleCopy] = []
        for (key, value) in try node?.entries("modules") ?? [] {
            let module = try value.mapping("a module", keys: ["inputs", "outputs"])
            modules.append(
                ModuleCopy(
                    name: try key.text("a module's name"),
                    inputs: try variables(module.value("inputs"), "inputs"),
                    outputs: try variables(module.value("outputs"), "outputs")
                )
            )
        }
        return modules
    }

    private func calls(_ node: YAMLCursor?) throws(ReadingError) -> [FlowCall] {
        var calls: [FlowCall] = []
        for element in try node?.elements("calls") ?? [] {
            let call = try element.mapping("a call", keys: ["kind", "id", "name", "inputs"])
            var inputs: [String] = []
            for input in try call.value("inputs")?.elements("inputs") ?? [] {
                inputs.append(try input.text("an input's name"))
            }
            calls.append(
                FlowCall(
                    try call.required("kind", in: "a call").choice("kind of call", of: FlowCall.Kind.self),
                    id: try call.value("id").map { (node) throws(ReadingError) in try node.text("an id") },
                    name: try call.required("name", in: "a call").text("a name"),
                    inputs: inputs
                )
            )
        }
        return calls
    }

    private func variables(_ node: YAMLCursor?, _ what: String) throws(ReadingError) -> [Variable] {
        var variables: [Variable] = []
        for (key, value) in try node?.entries(what) ?? [] {
            let settings = try value.mapping("a variable", keys: ["type", "default", "secure", "read", "paths"])
            variables.append(
                Variable(
                    name: try key.text("a variable's name"),
                    type: DataType(try settings.required("type", in: "a variable").text("a type")),
                    defaultText: settings.value("default")?.node.text,
                    isSecure: try settings.value("secure")?.boolean("secure") ?? false,
                    reads: try settings.value("read").map { (node) throws(ReadingError) in
                        Reads(try extent(node), paths: try paths(settings.value("paths")))
                    },
                    position: key.node.position
                )
            )
        }
        return variables
    }

    private func extent(_ node: YAMLCursor) throws(ReadingError) -> Reads.Extent {
        try node.choice("reading", from: Self.extents)
    }

    private static let extents: [(String, Reads.Extent)] = [("true", .read), ("false", .unread), ("partly", .partly)]

    private func paths(_ node: YAMLCursor?) throws(ReadingError) -> [MemberPath] {
        var paths: [MemberPath] = []
        for element in try node?.elements("paths") ?? [] {
            let text = try element.text("a path")
            guard let path = MemberPath(text) else {
                throw element.error(
                    "'\(text)' is not a path to a member of a JSON value",
                    "write member names with dots between them, and [] after the name of a list: items[].x"
                )
            }
            paths.append(path)
        }
        return paths
    }

    private func triggers(_ node: YAMLCursor) throws(ReadingError) -> [Trigger] {
        var triggers: [Trigger] = []
        for element in try node.elements("triggers") { triggers.append(try trigger(element)) }
        return triggers
    }

    private func trigger(_ node: YAMLCursor) throws(ReadingError) -> Trigger {
        let keys = ["name", "topic", "dataFormat", "enabled", "match", "eventTTLSeconds", "delayBySeconds", "target"]
        let trigger = try node.mapping("a trigger", keys: keys)
        return Trigger(
            name: try trigger.required("name", in: "a trigger").text("a trigger's name"),
            topic: try trigger.value("topic").map { (node) throws(ReadingError) in try node.text("a topic") },
            dataFormat: try trigger.value("dataFormat").map { (node) throws(ReadingError) in
                try node.choice("data format", of: Trigger.DataFormat.self)
            },
            isEnabled: try trigger.required("enabled", in: "a trigger").boolean("enabled"),
            match: try trigger.value("match").map(CriterionReader(isContract: false).criteria) ?? [],
            eventTTLSeconds: try trigger.value("eventTTLSeconds").map(seconds),
            delayBySeconds: try trigger.value("delayBySeconds").map(seconds),
            target: try trigger.value("target").map { (node) throws(ReadingError) in
                let text = try node.text("a target")
                guard let id = FlowID(text) else { throw node.error("The trigger's target, a flow, is empty") }
                return FlowKey(text).map { .flow($0) } ?? .id(id)
            },
            position: trigger.node.position
        )
    }

    private func seconds(_ node: YAMLCursor) throws(ReadingError) -> Int { try node.integer("seconds") }
}
